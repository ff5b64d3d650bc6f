package dev.fk.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A script that was found. */
record ScriptFile(String location, String text) {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    /** @throws IllegalArgumentException if there is none */
    static ScriptFile at(String location) {
        return find(location)
                .orElseThrow(() -> new IllegalArgumentException(
                        location.startsWith(FILE)
                                ? "There is no script " + path(location).toAbsolutePath() + "."
                                : "There is no script " + resource(location)
                                        + " on the class path. Put it under src/test/resources or src/main/resources, or"
                                        + " name a file: file:" + resource(location) + "."));
    }

    static Optional<ScriptFile> find(String location) {
        try {
            return location.startsWith(FILE) ? file(location) : onClassPath(location);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the script " + location, e);
        }
    }

    private static Optional<ScriptFile> file(String location) throws IOException {
        Path path = path(location);
        return Files.isRegularFile(path)
                ? Optional.of(new ScriptFile(location, text(location, Files.readAllBytes(path))))
                : Optional.empty();
    }

    private static Optional<ScriptFile> onClassPath(String location) throws IOException {
        ClassLoader own = ScriptFile.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try (InputStream in = (context == null ? own : context).getResourceAsStream(resource(location))) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new ScriptFile(location, text(location, in.readAllBytes())));
        }
    }

    private static Path path(String location) {
        return Path.of(location.substring(FILE.length()));
    }

    private static String resource(String location) {
        String path = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Without the mark that some editors put before UTF-8. */
    private static String text(String location, byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            long line = 1 + read.chars().filter(c -> c == '\n').count();
            throw new IllegalArgumentException(
                    location + ":" + line + ": not UTF-8, so that other values than these would"
                            + " be written. Save the script as UTF-8; mysqldump --hex-blob writes bytes as text.");
        }
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }
}

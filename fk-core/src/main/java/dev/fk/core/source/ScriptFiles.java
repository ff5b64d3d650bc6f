package dev.fk.core.source;

import dev.fk.core.migration.ClassPathFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds scripts where a location says, on the class path or in the file system. */
final class ScriptFiles {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";
    private static final String UP = ".up.sql";
    private static final String DOWN = ".down.sql";

    private ScriptFiles() {}

    /** @throws IllegalArgumentException if there is none */
    static List<ScriptFile> at(String location) {
        List<ScriptFile> found = find(location);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    location.startsWith(FILE)
                            ? "There is no script " + path(location).toAbsolutePath() + "."
                            : "There is no script " + resource(location)
                                    + " on the class path. Put it under src/test/resources or src/main/resources, or"
                                    + " name a file: file:" + resource(location) + ".");
        }
        return found;
    }

    /** Several where its last part has a {@code *}, in the order of their names, numbers by their value. */
    static List<ScriptFile> find(String location) {
        int folder = location.lastIndexOf('/') + 1;
        String name = location.substring(folder);
        if (name.indexOf('*') < 0) {
            return read(location).stream().toList();
        }
        Pattern wanted = Pattern.compile(
                Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        Collection<String> names = names(location.substring(0, folder));
        return names.stream()
                .filter(n -> wanted.matcher(n).matches() && !takesBackOneOf(names, n))
                .sorted(NaturalOrder.INSTANCE)
                .flatMap(n -> read(location.substring(0, folder) + n).stream())
                .toList();
    }

    /** What is in a folder. */
    private static Collection<String> names(String folder) {
        if (!folder.startsWith(FILE)) {
            return ClassPathFolder.files(resource(folder).replaceFirst("/$", ""), loader());
        }
        Path path = path(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + path, e);
        }
    }

    private static boolean takesBackOneOf(Collection<String> names, String name) {
        return name.endsWith(DOWN) && names.contains(name.substring(0, name.length() - DOWN.length()) + UP);
    }

    private static Optional<ScriptFile> read(String location) {
        Optional<String> down = location.endsWith(UP)
                ? text(location.substring(0, location.length() - UP.length()) + DOWN)
                : Optional.empty();
        return text(location).map(t -> new ScriptFile(location, t, down));
    }

    private static Optional<String> text(String location) {
        try (InputStream in =
                location.startsWith(FILE) ? file(location) : loader().getResourceAsStream(resource(location))) {
            return in == null ? Optional.empty() : Optional.of(text(location, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the script " + location, e);
        }
    }

    private static @Nullable InputStream file(String location) throws IOException {
        Path path = path(location);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ScriptFiles.class.getClassLoader() : context;
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
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
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

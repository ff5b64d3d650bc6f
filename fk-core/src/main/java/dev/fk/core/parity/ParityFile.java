package dev.fk.core.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A neutral form in a file.
 *
 * @param updating whether the file may be written
 */
record ParityFile(Path file, boolean updating) implements Counterpart {
    private static final String UPDATE = "fk.parity.update";

    static boolean isUpdating() {
        return Boolean.getBoolean(UPDATE) && !"true".equalsIgnoreCase(System.getenv("CI"));
    }

    static NeutralForm resource(String name) {
        String path = name.replaceFirst("^(classpath:)?/?", "");
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ParityFile.class.getClassLoader() : context;
        try (InputStream stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw new ParityException("There is no resource " + path + " on the class path.");
            }
            return parsed(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + path, e);
        }
    }

    @Override
    public NeutralForm form(NeutralForm here) {
        Optional<NeutralForm> kept = read();
        boolean writes =
                updating && kept.map(k -> k.dialect().equals(here.dialect())).orElse(true);
        if (writes) {
            write(here);
            return here;
        }
        return kept.orElseThrow(() -> new ParityException("The file " + file
                + " is not there. Run this test with -D" + UPDATE + "=true on the server whose schema the others are to"
                + " match, look at what it writes, and commit the file."));
    }

    private Optional<NeutralForm> read() {
        try {
            return Files.exists(file) ? Optional.of(parsed(file.toString(), Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static NeutralForm parsed(String name, String text) {
        try {
            return NeutralForm.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParityException(name + ": " + e.getMessage());
        }
    }

    private void write(NeutralForm form) {
        try {
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Files.writeString(file, form.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}

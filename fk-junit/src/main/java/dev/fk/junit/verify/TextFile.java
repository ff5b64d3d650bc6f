package dev.fk.junit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that tests compare with and {@code -Dfk.update} writes. */
record TextFile(String location) {
    static final String UPDATE = "fk.update";

    /** {@code -Dfk.update} is enough. */
    static boolean isUpdate() {
        String value = System.getProperty(UPDATE);
        return value != null && !value.equals("false");
    }

    Optional<String> read() {
        Path file = Path.of(location);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.toAbsolutePath(), e);
        }
    }

    void write(String text) {
        Path file = Path.of(location).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}

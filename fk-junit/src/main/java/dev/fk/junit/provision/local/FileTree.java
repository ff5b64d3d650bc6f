package dev.fk.junit.provision.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A file, or a directory and all that is in it. */
record FileTree(Path root) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param copy where nothing is yet
     * @param log for what a program says that does it
     */
    void copyTo(Path copy, Path log) throws IOException {
        if (File.separatorChar == '/') {
            // a thousand files: the program takes half the time that Java's own copying does
            Commands.run(List.of("cp", "-R", root.toString(), copy.toString()), log, PATIENCE);
        } else {
            try (Stream<Path> all = Files.walk(root)) {
                all.forEach(path -> copy(path, copy.resolve(root.relativize(path))));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

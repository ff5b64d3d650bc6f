package dev.fk.junit.provision.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A directory and all that is in it. */
record FileTree(Path root) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The directory alone, as it is. */
    void prepare(Path copy) throws IOException {
        Files.createDirectory(copy);
        if (isPosix()) {
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(root));
        }
    }

    /**
     * What is directly in it and has such a name, with all that is in that.
     *
     * @param copy a directory that has none of it yet
     * @param log for what a program says that does it
     */
    void fill(Path copy, Path log, Predicate<String> names) throws IOException {
        List<Path> wanted = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                root, one -> names.test(one.getFileName().toString()))) {
            all.forEach(wanted::add);
        }
        if (wanted.isEmpty()) {
            return;
        }
        if (isPosix()) {
            // a thousand files: the program takes half the time that Java's own copying does
            List<String> command = new ArrayList<>(List.of("cp", "-R"));
            wanted.forEach(one -> command.add(one.toString()));
            command.add(copy.toString());
            Commands.run(command, log, PATIENCE);
        } else {
            for (Path one : wanted) {
                copyByHand(one, copy.resolve(one.getFileName()));
            }
        }
    }

    private static boolean isPosix() {
        return File.separatorChar == '/';
    }

    private static void copyByHand(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> copy(path, to.resolve(from.relativize(path))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

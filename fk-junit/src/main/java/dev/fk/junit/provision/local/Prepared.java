package dev.fk.junit.provision.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A data directory as the server's own programs make it, made once for all runs and copied for each server. */
record Prepared(ServerFiles files) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Prepared of(Engine engine, Programs programs, Cache cache) throws IOException {
        Path made = cache.get(
                "data-" + engine.programs().get(0) + "-" + identity(programs),
                directory -> initialize(engine, programs, ServerFiles.at(directory)));
        return new Prepared(ServerFiles.at(made));
    }

    private static void initialize(Engine engine, Programs programs, ServerFiles files) throws IOException {
        try {
            engine.initialize(programs, files);
        } catch (IOException e) {
            String words = files.lastWords();
            throw new IOException(e.getMessage() + "\n" + words + Obstacles.of(words), e);
        }
    }

    /** Another version, or another build of the same, is another file. */
    static UUID identity(Programs programs) throws IOException {
        Path program = programs.server().toRealPath();
        BasicFileAttributes file = Files.readAttributes(program, BasicFileAttributes.class);
        String words = program + " " + file.size() + " "
                + file.lastModifiedTime().toMillis() + " as root: " + Commands.asRoot();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    void copyTo(ServerFiles target) throws IOException {
        if (File.separatorChar == '/') {
            // a thousand files: the program takes half the time that Java's own copying does
            Commands.run(
                    List.of("cp", "-R", files.data().toString(), target.data().toString()), target.log(), PATIENCE);
        } else {
            try (Stream<Path> all = Files.walk(files.data())) {
                all.forEach(
                        path -> copy(path, target.data().resolve(files.data().relativize(path))));
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

package dev.fk.junit.provision.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of one server: its data, its log, and the password file for a client. */
final class ServerFiles {
    private static final String PREFIX = "fk-postgresql-";
    /** In memory, where there is such a place: every copied database is some 300 files to create. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH_BYTES = 2L << 30;
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Path directory;

    private ServerFiles(Path directory) {
        this.directory = directory;
    }

    /** A new directory that only this user can read; those of long ago are removed on the way. */
    static ServerFiles create() throws IOException {
        Path parent = parent();
        removeOld(parent);
        return new ServerFiles(Files.createTempDirectory(parent, PREFIX));
    }

    private static Path parent() throws IOException {
        boolean memory = Files.isDirectory(MEMORY)
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
        return memory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void removeOld(Path parent) throws IOException {
        Instant longAgo = Instant.now().minus(KEPT_FOR);
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path candidate : candidates) {
                ServerFiles old = new ServerFiles(candidate);
                if (Files.isReadable(candidate)
                        && Files.getLastModifiedTime(candidate).toInstant().isBefore(longAgo)
                        && !old.inUse()) {
                    old.delete();
                }
            }
        }
    }

    /** PostgreSQL writes its process id into the first line of this file and removes it when it ends. */
    private boolean inUse() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.isReadable(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).trim())).isPresent();
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path passwordFile() {
        return directory.resolve("pgpass");
    }

    Path clientScript() {
        return directory.resolve("psql");
    }

    /** The end of the server's log, for a message. */
    String lastWords() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ServerFiles.class.getName())
                    .log(Level.WARNING, "Could not remove " + directory + ": " + e.getMessage());
        }
    }
}

package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.Location;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The directory of one server: its data, its log, and what a client needs to get in. */
@API(status = Status.INTERNAL)
public final class ServerFiles {
    /** In memory, where there is such a place: every copied database is some 300 files to create. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH_BYTES = 2L << 30;
    /** Whoever ends the server looks for this file. */
    private static final String KEPT = "kept";

    private static final String LOCATION = "location";
    private static final String OWNER = "owner";
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** Each has some 50 MB, most often of memory, and who works on a test that fails runs it often. */
    static final int KEPT_AT_MOST = 10;

    private static final Pattern ERROR = Pattern.compile("(?i)error|fatal|signal|abort");

    private final Path directory;

    private ServerFiles(Path directory) {
        this.directory = directory;
    }

    /** A new directory that only this user can read; those that nobody needs any more are removed on the way. */
    public static ServerFiles create(ServerKind kind) throws IOException {
        String prefix = "fk-" + kind.dialect() + "-";
        Path parent = parent();
        removeLeftovers(kind, parent, prefix);
        ServerFiles files = new ServerFiles(Files.createTempDirectory(parent, prefix));
        files.belongTo(Owner.current());
        return files;
    }

    /** A directory of the same layout that is there already, or is to be filled. */
    static ServerFiles at(Path directory) {
        return new ServerFiles(directory);
    }

    private static Path parent() throws IOException {
        boolean memory = Files.isDirectory(MEMORY)
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
        return memory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Those of processes that were killed, at once; kept ones, and those of whom nothing is known, after a day. Of the kept
     * ones the latest stay.
     */
    static void removeLeftovers(ServerKind kind, Path parent, String prefix) throws IOException {
        Instant longAgo = Instant.now().minus(KEPT_FOR);
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, prefix + "*")) {
            SortedMap<Instant, ServerFiles> kept = new TreeMap<>(Comparator.reverseOrder());
            for (Path candidate : candidates) {
                ServerFiles files = new ServerFiles(candidate);
                if (Files.isReadable(candidate) && files.areLeftover(longAgo)) {
                    files.endServer(Engine.of(kind).quickSignal());
                    files.delete();
                } else if (Files.isReadable(candidate) && files.isKept()) {
                    kept.put(Files.getLastModifiedTime(candidate).toInstant(), files);
                }
            }
            for (ServerFiles files : kept.values().stream().skip(KEPT_AT_MOST).toList()) {
                if (files.server().isEmpty()) {
                    files.delete();
                }
            }
        } catch (UncheckedIOException | NoSuchFileException somebodyElseRemovedIt) {
            System.getLogger(ServerFiles.class.getName())
                    .log(Level.DEBUG, "A leftover vanished while it was looked at", somebodyElseRemovedIt);
        }
    }

    private boolean areLeftover(Instant longAgo) throws IOException {
        if (!isKept()) {
            Owner owner = owner();
            if (owner.gone()) {
                return true;
            }
            if (owner.where().equals(Owner.here())) {
                return false;
            }
        }
        return Files.getLastModifiedTime(directory).toInstant().isBefore(longAgo) && server().isEmpty();
    }

    void deleteUnlessKept() {
        if (!isKept()) {
            delete();
        }
    }

    /** They outlive the server. */
    void keep() throws IOException {
        Files.writeString(file(KEPT), "");
    }

    private boolean isKept() {
        return Files.exists(file(KEPT));
    }

    /** Whoever killed the one who should have ended it may have spared the server. */
    private void endServer(String signal) throws IOException {
        Optional<ProcessHandle> ours = server().filter(p -> p.info()
                .commandLine()
                .map(c -> c.contains(directory.toString()))
                .orElse(false));
        if (ours.isPresent()) {
            Commands.run(List.of("kill", "-s", signal, Long.toString(ours.get().pid())), log(), Duration.ofSeconds(5));
            Commands.await(ours.get().onExit(), "The server of " + directory, Duration.ofSeconds(30));
        }
    }

    /** Servers write their process id into the first line of a file and remove it when they end. */
    private Optional<ProcessHandle> server() throws IOException {
        for (Path file : List.of(data().resolve("postmaster.pid"), data().resolve(MySqlEngine.PROCESS_ID))) {
            List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
            if (!lines.isEmpty()) {
                return ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
            }
        }
        return Optional.empty();
    }

    /** Who removes the directory in the end, and is gone if it was killed. */
    Owner owner() throws IOException {
        Path file = file(OWNER);
        return Owner.parse(Files.isReadable(file) ? Files.readString(file) : "");
    }

    void belongTo(Owner owner) throws IOException {
        Files.writeString(file(OWNER), owner.toString());
    }

    void belongToNobody() throws IOException {
        Files.deleteIfExists(file(OWNER));
    }

    Path directory() {
        return directory;
    }

    public Path data() {
        return directory.resolve("data");
    }

    public Path log() {
        return directory.resolve("server.log");
    }

    /** Another file beside the data. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** Writes a file that nobody else can read, which clients insist on for passwords. The directory is ours alone. */
    Path writeSecret(String name, String content) throws IOException {
        Path file = file(name);
        Files.writeString(file, content);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    /** Says how to get in, to others of this user. */
    void announce(Location location) throws IOException {
        writeSecret(LOCATION, location.port() + "\n" + location.password().value());
    }

    /** What was said. */
    Location announced(ServerKind kind, JdbcDriver driver) throws IOException {
        List<String> said = Files.readAllLines(file(LOCATION));
        return new Location(kind, driver, "127.0.0.1", Integer.parseInt(said.get(0)), new Password(said.get(1)));
    }

    /** What the server's log says of errors, and its end, for a message. */
    public String lastWords() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            List<String> end = lines.subList(Math.max(0, lines.size() - 10), lines.size());
            Stream<String> errors = lines.stream()
                    .limit(lines.size() - end.size())
                    .filter(l -> ERROR.matcher(l).find())
                    .limit(10);
            return Stream.concat(errors, end.stream()).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    public void delete() {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            if (!Files.exists(directory)) {
                return; // whoever ended the server has removed it meanwhile
            }
            System.getLogger(ServerFiles.class.getName())
                    .log(Level.WARNING, "Could not remove " + directory + ": " + e.getMessage());
        }
    }
}

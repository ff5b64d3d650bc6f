package dev.fk.examples.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL on a data directory that lies ready: what remains when everything else is left out. */
final class BareServer implements AutoCloseable {
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "fk");

    private final Path data;
    private final Path programs;
    private final int port;
    private Process process;

    private BareServer(Path data, Path programs, int port) {
        this.data = data;
        this.programs = programs;
        this.port = port;
    }

    /** With the programs and the data directory that fk has prepared on this machine. */
    static BareServer prepare() throws IOException {
        BareServer server = withoutData();
        String version = new String(
                        new ProcessBuilder(server.programs.resolve("postgres").toString(), "--version")
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replaceAll("\\D*(\\d+)(?s:.*)", "$1");
        Path prepared = newest(CACHE, "data-postgres-", version).resolve("data");
        run(List.of("cp", "-R", prepared.toString(), server.data.toString()));
        server.configure();
        return server;
    }

    /** With the programs that fk has unpacked on this machine, and no data directory yet. */
    static BareServer withoutData() throws IOException {
        Path parent = Files.isWritable(Path.of("/dev/shm")) ? Path.of("/dev/shm") : Path.of("/tmp");
        Path directory = Files.createTempDirectory(parent, "fk-bench-");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return new BareServer(directory.resolve("data"), programs().resolve("bin"), port);
    }

    /** Where fk has unpacked them. */
    static Path programs() throws IOException {
        return newest(CACHE, "postgresql-", "");
    }

    /** As fk has it made: the order of rows is the same everywhere, and nobody waits for a disk. */
    void initialize() throws IOException {
        List<String> command = asSomebodyElse();
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync"));
        Process initdb = new ProcessBuilder(command)
                .redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (initdb.onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed");
        }
        configure();
    }

    private void configure() throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        Files.writeString(
                data.resolve("postgresql.conf"),
                "port = " + port + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n"
                        + "max_locks_per_transaction = 512\nmax_connections = 200\nautovacuum = off\n");
    }

    /** @param version of the data directory in it; empty if it is none */
    private static Path newest(Path directory, String prefix, String version) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(e -> e.getFileName().toString().startsWith(prefix))
                    .filter(e -> version.isEmpty() || version(e).equals(version))
                    .max(Comparator.comparingLong(e -> e.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static String version(Path entry) {
        try {
            return Files.readString(entry.resolve("data").resolve("PG_VERSION")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        if (new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed");
        }
    }

    private static List<String> asSomebodyElse() {
        return new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    }

    void start() throws IOException {
        List<String> command = asSomebodyElse();
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        process = new ProcessBuilder(command)
                .redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD)
                .start();
        while (true) {
            try {
                DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&gssEncMode=disable",
                                "postgres",
                                "")
                        .close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new IOException("The bare server has ended.", notYet);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            run(List.of("kill", "-s", "QUIT", Long.toString(process.pid())));
            process.onExit().join();
        }
        run(List.of("rm", "-rf", String.valueOf(data.getParent())));
    }
}

package dev.fk.junit.provision.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A server ends with those who need it, however they end. */
@Tag("thorough")
@Timeout(120)
class LifetimeTest {
    /** A JVM with a server of its own. */
    private record Other(Process process, BufferedReader output) {
        static Other start(OwnServers which) throws IOException {
            return start(which, Reuse.NONE);
        }

        static Other start(OwnServers which, Reuse reuse) throws IOException {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LifetimeTest.class.getName(),
                            which.name(),
                            reuse.name()))
                    .redirectError(Redirect.INHERIT)
                    .start();
            return new Other(process, process.inputReader(StandardCharsets.UTF_8));
        }

        String line() throws IOException {
            String line = output.readLine();
            return line == null ? "" : line;
        }
    }

    /** Starts a server, says where its data is, and waits. */
    public static void main(String[] arguments) throws Exception {
        OwnServers which = OwnServers.valueOf(arguments[0]);
        Server server = which.start(Reuse.valueOf(arguments[1]));
        System.out.println(data(server, which.kind()));
        System.in.read();
        System.exit(3);
    }

    private static Path data(Server server, ServerKind kind) throws Exception {
        try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        kind == ServerKind.POSTGRESQL ? "SHOW data_directory" : "SELECT @@datadir")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static List<ProcessHandle> processesOf(Path directory) {
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(directory.toString()))
                .forEach(found::add);
        return found;
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "EMBEDDED_.*")
    void nothing_is_left_of_a_server_whose_jvm_is_killed(OwnServers which) throws Exception {
        Other other = Other.start(which);
        Path directory = Path.of(other.line()).getParent();
        List<ProcessHandle> processes = processesOf(directory);
        assertThat(processes).as("the server and the shell that ends it").hasSizeGreaterThanOrEqualTo(2);
        other.process().destroyForcibly().waitFor();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }

    @Test
    void nothing_is_left_when_a_test_ends_the_jvm() throws Exception {
        Other other = Other.start(OwnServers.EMBEDDED_POSTGRESQL);
        Path directory = Path.of(other.line()).getParent();
        List<ProcessHandle> processes = processesOf(directory);
        other.process().getOutputStream().close();
        assertThat(other.process().waitFor()).isEqualTo(3);
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }

    @Test
    void what_nobody_could_end_is_ended_by_the_next_start() throws Exception {
        Other other = Other.start(OwnServers.EMBEDDED_POSTGRESQL);
        Path directory = Path.of(other.line()).getParent();
        List<ProcessHandle> processes = processesOf(directory);
        // those first who would otherwise clean up
        processes.stream()
                .filter(p -> p.info().commandLine().orElse("").startsWith("/bin/sh"))
                .forEach(ProcessHandle::destroyForcibly);
        other.process().destroyForcibly().waitFor();

        ServerFiles files = ServerFiles.create(ServerKind.POSTGRESQL);
        files.delete();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }

    @Test
    void the_files_of_others_are_left_alone() throws Exception {
        ServerFiles mine = ServerFiles.create(ServerKind.MARIADB);
        ServerFiles kept = ServerFiles.create(ServerKind.MARIADB);
        kept.keep();
        Files.writeString(kept.file("owner"), "1073741824.1@" + Owner.here());
        ServerFiles elsewhere = ServerFiles.create(ServerKind.MARIADB);
        Files.writeString(elsewhere.file("owner"), "1073741824.1@another host");
        ServerFiles another = ServerFiles.create(ServerKind.MARIADB);
        try {
            assertThat(List.of(mine.directory(), kept.directory(), elsewhere.directory()))
                    .allSatisfy(d -> assertThat(d).exists());
        } finally {
            List.of(mine, kept, elsewhere, another).forEach(ServerFiles::delete);
        }
    }

    @ResourceLock("the server that is shared")
    @Test
    void jvms_that_share_a_server_end_it_with_the_last_of_them() throws Exception {
        OwnServers which = OwnServers.EMBEDDED_POSTGRESQL;
        Other first = Other.start(which, Reuse.FORKS);
        Path directory = Path.of(first.line()).getParent();
        List<ProcessHandle> processes = processesOf(directory);
        List<Other> others = List.of(Other.start(which, Reuse.FORKS), Other.start(which, Reuse.FORKS));
        for (Other other : others) {
            assertThat(Path.of(other.line()).getParent()).isEqualTo(directory);
        }
        // the one that has started it
        first.process().destroyForcibly().waitFor();
        Other late = Other.start(which, Reuse.RUNS);
        assertThat(Path.of(late.line()).getParent()).isEqualTo(directory);
        others.get(0).process().getOutputStream().close();
        others.get(0).process().waitFor();
        others.get(1).process().destroyForcibly().waitFor();
        assertThat(processes).allMatch(ProcessHandle::isAlive);
        late.process().destroyForcibly().waitFor();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();

        Other next = Other.start(which, Reuse.FORKS);
        Path another = Path.of(next.line()).getParent();
        assertThat(another).isNotEqualTo(directory);
        processes = processesOf(another);
        next.process().destroyForcibly().waitFor();
        awaitEnd(processes);
    }

    @ResourceLock("the server that is shared")
    @Test
    void who_was_killed_while_joining_does_not_keep_the_server() throws Exception {
        Other other = Other.start(OwnServers.EMBEDDED_POSTGRESQL, Reuse.FORKS);
        Path directory = Path.of(other.line()).getParent();
        List<ProcessHandle> processes = processesOf(directory);
        Files.createSymbolicLink(directory.resolve("door"), Path.of("1073741824"));
        other.process().destroyForcibly().waitFor();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }
}

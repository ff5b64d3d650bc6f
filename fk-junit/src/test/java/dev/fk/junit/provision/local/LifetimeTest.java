package dev.fk.junit.provision.local;

import static dev.fk.junit.provision.local.OtherJvm.awaitEnd;
import static dev.fk.junit.provision.local.OtherJvm.processesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.server.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A server ends with those who need it, however they end. */
@Tag("thorough")
@Timeout(120)
class LifetimeTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "EMBEDDED_.*")
    void nothing_is_left_of_a_server_whose_jvm_is_killed(OwnServers which) throws Exception {
        OtherJvm other = OtherJvm.start(which);
        Path directory = other.directory();
        List<ProcessHandle> processes = processesOf(directory);
        assertThat(processes).as("the server and the shell that ends it").hasSizeGreaterThanOrEqualTo(2);
        other.kill();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }

    @Test
    void nothing_is_left_when_a_test_ends_the_jvm() throws Exception {
        OtherJvm other = OtherJvm.start(OwnServers.EMBEDDED_POSTGRESQL);
        Path directory = other.directory();
        List<ProcessHandle> processes = processesOf(directory);
        assertThat(other.exit()).isEqualTo(3);
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }

    @Test
    void what_nobody_could_end_is_ended_by_the_next_start() throws Exception {
        OtherJvm other = OtherJvm.start(OwnServers.EMBEDDED_POSTGRESQL);
        Path directory = other.directory();
        List<ProcessHandle> processes = processesOf(directory);
        // those first who would otherwise clean up
        processes.stream()
                .filter(p -> p.info().commandLine().orElse("").startsWith("/bin/sh"))
                .forEach(ProcessHandle::destroyForcibly);
        other.kill();

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

    @Test
    void of_those_that_are_kept_the_latest_stay(@TempDir Path parent) throws Exception {
        Instant now = Instant.now();
        for (int minutes = 1; minutes <= ServerFiles.KEPT_AT_MOST + 4; minutes++) {
            ServerFiles files = ServerFiles.at(Files.createDirectory(parent.resolve("fk-mariadb-" + minutes)));
            files.keep();
            if (minutes == ServerFiles.KEPT_AT_MOST + 2) {
                Files.createDirectories(files.data());
                Files.writeString(
                        files.data().resolve("postmaster.pid"),
                        ProcessHandle.current().pid() + "\n");
            }
            Files.setLastModifiedTime(files.directory(), FileTime.from(now.minusSeconds(60 * minutes)));
        }
        ServerFiles.removeLeftovers(ServerKind.MARIADB, parent, "fk-mariadb-");
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .as("ten, and one whose server runs")
                    .hasSize(ServerFiles.KEPT_AT_MOST + 1)
                    .contains("fk-mariadb-1", "fk-mariadb-10", "fk-mariadb-12")
                    .doesNotContain("fk-mariadb-11", "fk-mariadb-13");
        }
    }

    @ResourceLock("the server that is shared")
    @Test
    void jvms_that_share_a_server_end_it_with_the_last_of_them() throws Exception {
        OwnServers which = OwnServers.EMBEDDED_POSTGRESQL;
        OtherJvm first = OtherJvm.start(which, Reuse.FORKS);
        Path directory = first.directory();
        List<ProcessHandle> processes = processesOf(directory);
        List<OtherJvm> others = List.of(OtherJvm.start(which, Reuse.FORKS), OtherJvm.start(which, Reuse.FORKS));
        for (OtherJvm other : others) {
            assertThat(other.directory()).isEqualTo(directory);
        }
        // the one that has started it
        first.kill();
        OtherJvm late = OtherJvm.start(which, Reuse.RUNS);
        assertThat(late.directory()).isEqualTo(directory);
        others.get(0).exit();
        others.get(1).kill();
        assertThat(processes).allMatch(ProcessHandle::isAlive);
        late.kill();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();

        OtherJvm next = OtherJvm.start(which, Reuse.FORKS);
        Path another = next.directory();
        assertThat(another).isNotEqualTo(directory);
        processes = processesOf(another);
        next.kill();
        awaitEnd(processes);
    }

    @ResourceLock("the server that is shared")
    @Test
    void who_was_killed_while_joining_does_not_keep_the_server() throws Exception {
        OtherJvm other = OtherJvm.start(OwnServers.EMBEDDED_POSTGRESQL, Reuse.FORKS);
        Path directory = other.directory();
        List<ProcessHandle> processes = processesOf(directory);
        Files.createSymbolicLink(directory.resolve("door"), Path.of("1073741824"));
        other.kill();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
    }
}

package dev.fk.junit.provision.local;

import static dev.fk.junit.provision.local.OtherJvm.awaitEnd;
import static dev.fk.junit.provision.local.OtherJvm.processesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first server of its kind on a machine: its data directory is made in memory, and put into the cache later. */
@Tag("thorough")
@Timeout(120)
class PreparedTest {
    /** Of a user who has the programs unpacked, and nothing else. */
    @TempDir
    Path home;

    private Cache cache;

    @BeforeEach
    void unpacked() throws IOException {
        OwnServers.EMBEDDED_POSTGRESQL.start().close();
        cache = new Cache(home.resolve(".cache").resolve("fk"));
        Files.createDirectories(cache.directory());
        for (Path entry : list(Cache.ofThisUser().directory(), "postgresql-")) {
            Files.createSymbolicLink(cache.directory().resolve(entry.getFileName()), entry);
        }
    }

    private static List<Path> list(Path directory, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(e -> e.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> made() throws IOException {
        return list(cache.directory(), "data-");
    }

    private List<Path> halfMade() throws IOException {
        return list(cache.directory(), Cache.HALF_MADE);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.map(f -> directory.relativize(f).toString()).sorted().toList();
        }
    }

    private OtherJvm other(Path... programs) throws IOException {
        return OtherJvm.start(
                OwnServers.EMBEDDED_POSTGRESQL, Reuse.NONE, List.of("-Duser.home=" + home), List.of(programs));
    }

    /** A copying program that takes so long for the cache that whoever waits for it is killed. */
    private Path slowCopying() throws IOException {
        Path program = Files.createDirectory(home.resolve("slow")).resolve("cp");
        Files.writeString(
                program,
                """
                #!/bin/sh
                case "$*" in */%1$s*) echo $$ >'%2$s'; exec sleep 60 ;; esac
                PATH=${PATH#*:}
                exec cp "$@"
                """
                        .formatted(Cache.HALF_MADE, home.resolve("copying")));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.getParent();
    }

    private ProcessHandle copying() throws Exception {
        Path file = home.resolve("copying");
        while (!Files.exists(file) || Files.size(file) == 0) {
            Thread.sleep(5);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }

    /** The copy is made of what no server has run on. */
    private void assertComplete(Path entry) throws IOException {
        Path mine = Cache.ofThisUser().directory().resolve(entry.getFileName());
        assertThat(files(entry.resolve("data"))).isEqualTo(files(mine.resolve("data")));
        assertThat(entry.resolve("first-password")).isNotEmptyFile();
        assertThat(entry.resolve("owner")).doesNotExist();
    }

    @Test
    void a_jvm_that_ends_at_once_has_put_all_of_it_into_the_cache() throws Exception {
        OtherJvm first = other();
        Path directory = first.directory();
        List<ProcessHandle> processes = processesOf(directory);
        assertThat(first.exit()).isEqualTo(3);
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
        assertThat(halfMade()).isEmpty();
        assertThat(made()).hasSize(1);
        assertComplete(made().get(0));

        OtherJvm next = other(); // runs on it
        assertThat(next.directory().resolve("prepared")).doesNotExist();
        assertThat(next.exit()).isEqualTo(3);
    }

    @Test
    void nothing_is_left_in_memory_nor_taken_for_complete_when_it_is_killed_meanwhile() throws Exception {
        OtherJvm killed = other(slowCopying());
        Path directory = killed.directory();
        List<ProcessHandle> processes = processesOf(directory);
        ProcessHandle copying = copying();
        assertThat(directory.resolve("prepared").resolve("data")).isNotEmptyDirectory();
        killed.kill();
        awaitEnd(processes);
        assertThat(directory).doesNotExist();
        assertThat(made()).isEmpty();
        assertThat(halfMade()).hasSize(1).allSatisfy(left -> {
            assertThat(Owner.parse(Files.readString(left.resolve("owner"))).gone())
                    .isTrue();
        });
        copying.destroyForcibly();

        OtherJvm next = other();
        next.directory();
        assertThat(next.exit()).isEqualTo(3);
        assertThat(made()).hasSize(1);
        assertComplete(made().get(0));
    }

    @Test
    void jvms_that_start_at_once_do_not_disturb_each_other() throws Exception {
        List<OtherJvm> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(other());
        }
        for (OtherJvm other : others) {
            assertThat(other.directory()).isNotEmptyDirectory();
        }
        for (OtherJvm other : others) {
            assertThat(other.exit()).isEqualTo(3);
        }
        assertThat(halfMade()).isEmpty();
        assertThat(made()).hasSize(1);
        assertComplete(made().get(0));
    }

    @Test
    void a_server_is_no_worse_for_a_cache_that_cannot_take_it() throws Exception {
        OtherJvm first = other(slowCopying());
        assertThat(first.directory()).isNotEmptyDirectory();
        copying().destroy();
        assertThat(first.exit()).isEqualTo(3);
        assertThat(made()).isEmpty();
        assertThat(halfMade()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"POSTGRESQL", "MARIADB"})
    void it_is_made_once(ServerKind kind) throws Exception {
        OwnServers which = kind == ServerKind.POSTGRESQL ? OwnServers.EMBEDDED_POSTGRESQL : OwnServers.EMBEDDED_MARIADB;
        Path server = kind == ServerKind.POSTGRESQL
                ? list(cache.directory(), "postgresql-").get(0).resolve("bin").resolve("postgres")
                : OwnServers.unpacked().resolve("bin").resolve("mariadbd");
        Engine engine = Engine.of(which.kind());
        ServerFiles files = ServerFiles.create(kind);
        try {
            Prepared fresh = Prepared.of(engine, new Programs(server), cache, files);
            assertThat(fresh.files().directory().getParent()).isEqualTo(files.directory());
            assertThat(made()).isEmpty();
            fresh.copyTo(files, Set.of());
            List<String> content = files(fresh.files().data());
            assertThat(files(files.data())).isEqualTo(content);
            fresh.store().join();
            assertThat(fresh.files().directory()).doesNotExist();

            Prepared stored = Prepared.of(engine, new Programs(server), cache, files);
            assertThat(stored.files().directory()).isEqualTo(made().get(0));
            assertThat(files(stored.files().data())).isEqualTo(content);
            stored.store().join();
            assertThat(stored.files().data()).isNotEmptyDirectory();
        } finally {
            files.delete();
        }
    }
}

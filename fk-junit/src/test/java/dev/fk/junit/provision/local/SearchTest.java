package dev.fk.junit.provision.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.Golden;
import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs that do nothing but say what they are. */
@Tag("thorough")
class SearchTest {
    @TempDir
    Path directory;

    private record Text() implements Availability.Visitor<String> {
        @Override
        public String available(Availability.Available yes) {
            return "yes";
        }

        @Override
        public String unavailable(Availability.Unavailable no) {
            return no.reason() + "\n" + no.remedy();
        }
    }

    private Path program(String place, String script) throws IOException {
        Path file = directory.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Search.Result onPath(ServerKind kind, String... directories) {
        List<Path> path = List.of(directories).stream().map(directory::resolve).toList();
        return new Search(kind, Optional.empty(), path, Search.SHORT).result();
    }

    private Search.Result at(ServerKind kind, String home) {
        return new Search(kind, Optional.of(directory.resolve(home)), List.of(), Search.SHORT).result();
    }

    private void refused(String golden, Search.Result result) {
        assertThat(result.programs()).isEmpty();
        String text = result.availability().accept(new Text());
        Golden.verify("binaries/" + golden + ".txt", text.replace(directory.toString(), "{directory}"));
    }

    @Test
    void the_first_of_the_path_is_taken() throws IOException {
        Path first = program("b/mysqld", "echo 'mysqld  Ver 8.4.7 for Linux on x86_64'");
        program("c/mysqld", "echo 'mysqld  Ver 8.0.44 for Linux on x86_64'");
        assertThat(onPath(ServerKind.MYSQL, "a", "b", "c").programs()).contains(new Programs(first));
    }

    @Test
    void one_that_is_another_engine_is_passed_over() throws IOException {
        program("a/mysqld", "echo 'mysqld  Ver 10.11.14-MariaDB-0+deb12u2 for debian-linux-gnu on x86_64'");
        Path mysql = program("b/mysqld", "echo '/usr/sbin/mysqld  Ver 8.0.44 for Linux on x86_64'");
        assertThat(onPath(ServerKind.MYSQL, "a", "b").programs()).contains(new Programs(mysql));
        refused("another-engine", onPath(ServerKind.MYSQL, "a"));
    }

    @Test
    void mariadb_may_be_called_mysqld_but_mysql_is_not_mariadb() throws IOException {
        Path mariaDb = program("a/mysqld", "echo 'mysqld  Ver 10.3.39-MariaDB for Linux on x86_64'");
        program("b/mysqld", "echo 'mysqld  Ver 8.0.44 for Linux on x86_64'");
        assertThat(onPath(ServerKind.MARIADB, "b", "a").programs()).contains(new Programs(mariaDb));
        Path better = program("b/mariadbd", "echo 'mariadbd  Ver 11.8.3-MariaDB for Linux on x86_64'");
        assertThat(onPath(ServerKind.MARIADB, "a", "b").programs()).contains(new Programs(better));
    }

    @Test
    void a_home_is_searched_with_its_directories_and_nothing_else() throws IOException {
        program("elsewhere/postgres", "echo 'postgres (PostgreSQL) 18.0'");
        Path inBin = program("home/bin/postgres", "echo 'postgres (PostgreSQL) 17.6'");
        assertThat(at(ServerKind.POSTGRESQL, "home").programs()).contains(new Programs(inBin));
        assertThat(at(ServerKind.POSTGRESQL, "home/bin").programs()).contains(new Programs(inBin));
        refused("nothing-at-home", at(ServerKind.POSTGRESQL, "empty"));
    }

    @Test
    void nothing_there() {
        refused("nothing", onPath(ServerKind.MARIADB, "a"));
    }

    @Test
    void a_library_is_missing() throws IOException {
        program(
                "a/mysqld",
                "echo \"$0: error while loading shared libraries: libaio.so.1: cannot open shared object file:"
                        + " No such file or directory\" >&2; exit 127");
        refused("library-missing", onPath(ServerKind.MYSQL, "a"));
    }

    @Test
    void the_c_library_is_too_old() throws IOException {
        program(
                "a/mysqld",
                "echo \"$0: /lib/libc.so.6: version \\`GLIBC_2.38' not found (required by $0)\" >&2; exit 1");
        refused("c-library", onPath(ServerKind.MYSQL, "a"));
    }

    @Test
    void one_that_hangs_is_given_up_within_two_seconds() throws IOException {
        program("a/mysqld", "exec sleep 30");
        long start = System.nanoTime();
        refused("hangs", onPath(ServerKind.MYSQL, "a"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
}

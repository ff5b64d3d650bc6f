package dev.fk.junit.provision.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is removed from the cache of prepared data directories and unpacked programs. */
@Timeout(120)
class EvictionTest {
    private static final String NOBODY = "1073741824.1@";

    private final Instant now = Instant.now();

    @TempDir
    Path directory;

    private Cache cache() {
        return new Cache(directory);
    }

    private void evict() throws IOException {
        new Eviction(cache(), now).run();
    }

    private Path entry(String name, Duration age) throws IOException {
        Path entry = directory.resolve(name);
        Files.createDirectories(entry.resolve("data"));
        Files.writeString(entry.resolve("data").resolve("file"), "content");
        return aged(entry, age);
    }

    private Path halfMade(String name, String owner, Duration age) throws IOException {
        Path made = entry(name, age);
        Files.writeString(made.resolve("owner"), owner);
        return aged(made, age);
    }

    private Path aged(Path path, Duration age) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(now.minus(age)));
    }

    @Test
    void what_nobody_has_used_for_thirty_days_is_removed() throws IOException {
        Path unused = entry("data-postgres-1", Duration.ofDays(31));
        Path unusedPrograms = entry("postgresql-1", Duration.ofDays(31));
        Path used = entry("data-postgres-2", Duration.ofDays(29));
        evict();
        assertThat(unused).doesNotExist();
        assertThat(unusedPrograms).doesNotExist();
        assertThat(used.resolve("data").resolve("file")).hasContent("content");
        assertThat(directory).isDirectoryNotContaining("glob:**/gone-*");
    }

    @Test
    void what_is_used_now_stays_however_old_it_is() throws IOException {
        Path used = entry("data-postgres-1", Duration.ofDays(400));
        assertThat(cache().get("data-postgres-1", d -> {
                    throw new IOException("made again");
                }))
                .isEqualTo(used);
        evict();
        assertThat(used.resolve("data").resolve("file")).hasContent("content");
    }

    @Test
    void programs_that_run_stay() throws Exception {
        Path programs = entry("postgresql-1", Duration.ofDays(31));
        Path program = copied(Path.of("/bin/sleep"), programs.resolve("postgres"));
        aged(programs, Duration.ofDays(31));
        Process process = new ProcessBuilder(program.toString(), "60").start();
        try {
            evict();
            assertThat(program).exists();
        } finally {
            process.destroyForcibly().waitFor();
        }
        aged(directory.resolve("looked"), Duration.ofDays(2));
        evict();
        assertThat(programs).doesNotExist();
    }

    /** By another process: Linux runs no file that a child of this one, just begun by another thread, may still have open. */
    private static Path copied(Path program, Path to) throws Exception {
        Process copying = new ProcessBuilder("cp", program.toString(), to.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        return to;
    }

    @Test
    void what_a_killed_run_has_left_half_made_is_removed() throws IOException {
        Path killed = halfMade("new-1", NOBODY + Owner.here(), Duration.ZERO);
        Path running = halfMade("new-2", Owner.current().toString(), Duration.ofDays(2));
        Path elsewhere = halfMade("new-3", NOBODY + "another host", Duration.ofHours(23));
        Path longElsewhere = halfMade("new-4", NOBODY + "another host", Duration.ofHours(25));
        Path beforeOwnersWereNoted = entry("new-5", Duration.ofHours(25));
        Path justBegun = entry("new-6", Duration.ZERO);
        evict();
        assertThat(List.of(killed, longElsewhere, beforeOwnersWereNoted))
                .allSatisfy(d -> assertThat(d).doesNotExist());
        assertThat(List.of(running, elsewhere, justBegun))
                .allSatisfy(d -> assertThat(d).isNotEmptyDirectory());
    }

    @Test
    void what_is_not_known_stays() throws IOException {
        Path shared = entry("shared", Duration.ofDays(400));
        Path others = entry("something", Duration.ofDays(400));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(directory.resolve("data-link"), aged(elsewhere, Duration.ofDays(400)));
        evict();
        assertThat(List.of(shared, others, elsewhere, link))
                .allSatisfy(d -> assertThat(d).isDirectory());
    }

    @Test
    void looks_once_a_day() throws IOException {
        evict();
        Path unused = entry("data-postgres-1", Duration.ofDays(31));
        evict();
        assertThat(unused).exists();
        new Eviction(cache(), now.plus(Duration.ofHours(25))).run();
        assertThat(unused).doesNotExist();
    }

    @Test
    void waits_for_whoever_takes_an_entry() throws Exception {
        Path unused = entry("data-postgres-1", Duration.ofDays(31));
        Thread evicting = new Thread(() -> {
            try {
                evict();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        cache().mutex().alone(() -> {
            evicting.start();
            assertThat(joined(evicting, Duration.ofMillis(100))).isFalse();
            return aged(unused, Duration.ZERO);
        });
        assertThat(joined(evicting, Duration.ofSeconds(30))).isTrue();
        assertThat(unused).exists();
    }

    private static boolean joined(Thread thread, Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Test
    void an_entry_is_made_without_a_trace_of_who_made_it() throws IOException {
        Path made = cache().get("data-postgres-1", d -> {
            assertThat(Owner.parse(Files.readString(d.resolve("owner")))).isEqualTo(Owner.current());
            Files.writeString(d.resolve("file"), "content");
        });
        assertThat(made).isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**/owner");
        assertThat(directory).isDirectoryNotContaining("glob:**/new-*");
    }

    /** Another process starts a server and ends it, with a cache that begins with what ours has. */
    @Tag("thorough")
    @Test
    void the_end_of_a_run_removes_it() throws Exception {
        Cache cache = new Cache(directory.resolve(".cache").resolve("fk"));
        Files.createDirectories(cache.directory());
        OwnServers.EMBEDDED_POSTGRESQL.start().close();
        try (var entries = Files.list(Cache.ofThisUser().directory())) {
            for (Path entry : entries.filter(Files::isDirectory)
                    .filter(e -> e.getFileName().toString().matches("(data-)?postgres.*"))
                    .toList()) {
                Files.createSymbolicLink(cache.directory().resolve(entry.getFileName()), entry);
            }
        }
        Path unused =
                aged(Files.createDirectory(cache.directory().resolve("data-postgres-of-old")), Duration.ofDays(31));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + directory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EvictionTest.class.getName(),
                        unused.toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isZero();
        assertThat(unused).doesNotExist();
    }

    /** Starts a server, which removes nothing yet, and ends it. */
    public static void main(String[] arguments) throws Exception {
        var server = OwnServers.EMBEDDED_POSTGRESQL.start();
        boolean there = Files.exists(Path.of(arguments[0]));
        server.databases().close();
        server.close();
        System.exit(there ? 0 : 1);
    }
}

package dev.fk.junit.provision.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs are the same, whoever unpacks them. */
@Tag("thorough")
class PostgreSqlArchiveTest {
    /** What is there, links as such. */
    private static SortedMap<String, String> files(Path home) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(
                        home.relativize(path).toString(),
                        Files.isSymbolicLink(path)
                                ? "-> " + Files.readSymbolicLink(path)
                                : Files.size(path) + (path.startsWith(home.resolve("bin")) ? executable(path) : ""));
            }
        }
        return files;
    }

    private static String executable(Path path) {
        return Files.isExecutable(path) ? " can be run" : "";
    }

    @Test
    void java_unpacks_what_tar_does_and_where_that_has_failed(@TempDir Path byTar, @TempDir Path byJava)
            throws IOException {
        PostgreSqlArchive archive = PostgreSqlArchive.find().orElseThrow();
        assertThat(archive.unpackedBy("tar", byTar)).isTrue();
        for (Path left : new Path[] {Path.of("bin/postgres"), Path.of("lib/libpq.so.5")}) {
            Files.createDirectories(byJava.resolve(left).getParent());
            Files.writeString(byJava.resolve(left), "half of it");
        }
        archive.unpackByJava(byJava);
        assertThat(files(byJava)).isEqualTo(files(byTar));
        assertThat(files(byTar).get("bin/postgres")).endsWith(" can be run");
    }

    @Test
    void a_tar_that_is_not_there_or_cannot_do_it_has_not_done_it(@TempDir Path home) throws IOException {
        PostgreSqlArchive archive = PostgreSqlArchive.find().orElseThrow();
        assertThat(archive.unpackedBy("no-such-tar", home)).isFalse();
        assertThat(archive.unpackedBy("false", home)).isFalse();
        assertThat(home).isEmptyDirectory();
    }
}

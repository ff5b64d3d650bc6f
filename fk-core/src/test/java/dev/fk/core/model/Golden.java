package dev.fk.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts that users read, one file each; {@code -Dfk.golden.update=true} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "model");

    private Golden() {}

    /** Lines of test sources move, so their numbers are not part of the text. */
    static void verify(String name, String text) {
        Path file = FOLDER.resolve(name + ".txt");
        String masked = text.replace(System.lineSeparator(), "\n").replaceAll("\\.java:\\d+", ".java:N") + "\n";
        try {
            if (Boolean.getBoolean("fk.golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, masked);
            } else if (Files.notExists(file)) {
                fail("There is no golden file " + file + ". If this text is right, run again with"
                        + " -Dfk.golden.update=true:\n" + masked);
            }
            assertThat(masked).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that users read, one file each. A text without a file fails; {@code -Dfk.golden.update=true} writes the files
 * anew. What differs between machines and versions (number, port, database, fingerprint) is masked.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void verify(Engine engine, String name, String text) {
        Path file = FOLDER.resolve(engine.folder()).resolve(name + ".txt");
        String masked = mask(text) + "\n";
        try {
            if (Boolean.getBoolean("fk.golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, masked);
            }
            if (!Files.exists(file)) {
                fail("There is no golden file " + file + " for this text; read it and, if it is right, run again with"
                        + " -Dfk.golden.update=true:\n" + masked);
            }
            assertThat(masked).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String mask(String text) {
        return text.replaceAll(
                        "(PostgreSQL|MySQL|MariaDB|postgresql|mysql|mariadb) \\d+\\.\\d+(\\.\\d+)*", "$1 {version}")
                .replaceAll("(?<=://)[^/\\s]+:\\d+", "localhost:{port}")
                .replaceAll("copy_\\d+", "{database}")
                .replaceAll("\\b[0-9a-f]{6}(-[0-9a-f]{6}){6}\\b", "{fingerprint}");
    }
}

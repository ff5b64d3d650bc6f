package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that users read, one file each. A text without a file fails; {@code -Dfk.golden.update=true} writes the files
 * anew. Callers mask what differs between machines.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** @param name without the folder, with the extension */
    public static void verify(String name, String text) {
        Path file = FOLDER.resolve(name);
        String complete = text.endsWith("\n") ? text : text + "\n";
        try {
            if (Boolean.getBoolean("fk.golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, complete);
            }
            if (!Files.exists(file)) {
                fail("There is no golden file " + file + " for this text; read it and, if it is right, run again with"
                        + " -Dfk.golden.update=true:\n" + complete);
            }
            assertThat(complete).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}

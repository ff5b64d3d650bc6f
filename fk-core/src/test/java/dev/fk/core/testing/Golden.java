package dev.fk.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts under {@code src/test/resources/golden}; {@code -Dfk.golden.update=true} writes them anew, for a look at the diff. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    public static void assertEqual(String file, String text) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("fk.golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(golden).as("golden file; -Dfk.golden.update=true writes it").exists();
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}

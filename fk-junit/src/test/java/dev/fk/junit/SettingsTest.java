package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class SettingsTest {
    @Test
    void the_documented_table_is_the_one_the_code_reads() {
        String table = Arrays.stream(Setting.values())
                .map(s -> "| `%s` | `%s` | %s | %s |%n"
                        .formatted(
                                s.key(),
                                s.environmentVariable(),
                                s.otherwise().isEmpty() ? "" : "`" + s.otherwise() + "`",
                                s.meaning()))
                .collect(Collectors.joining(
                        "", "| Key | Environment | Default | Meaning |\n| --- | --- | --- | --- |\n", ""));
        Golden.verify("settings.md", table);
    }

    @Test
    void the_readme_has_the_same_table() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.matches("\\|[^|]*\\| `fk\\..*"))
                .map(line -> line.substring(line.indexOf("| `fk.")))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(s -> "| `%s` |%s | %s |"
                                .formatted(
                                        s.key(),
                                        s.otherwise().isEmpty() ? "" : " `" + s.otherwise() + "`",
                                        s.meaning()))
                        .toList());
    }
}

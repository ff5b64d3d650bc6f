package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class SettingsTest {
    @Test
    void the_documented_table_is_the_one_the_code_reads() throws Exception {
        String table = Arrays.stream(Setting.values())
                .map(s -> "| `%s` | `%s` | %s | %s |%n"
                        .formatted(
                                s.key(),
                                s.environmentVariable(),
                                s.otherwise().isEmpty() ? "" : "`" + s.otherwise() + "`",
                                s.meaning()))
                .collect(Collectors.joining(
                        "", "| Key | Environment | Default | Meaning |\n| --- | --- | --- | --- |\n", ""));
        try (InputStream golden = SettingsTest.class.getResourceAsStream("/golden/settings.md")) {
            assertThat(table).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

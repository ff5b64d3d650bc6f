package dev.fk.junit;

import java.util.Arrays;
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
}

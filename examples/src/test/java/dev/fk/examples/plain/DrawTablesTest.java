package dev.fk.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class DrawTablesTest {
    @Test
    void draws_tables_and_who_refers_to_whom() {
        assertThat(DrawTables.draw())
                .startsWith("erDiagram\n")
                .contains("\"orders\" }o--")
                .contains("\"customers\" : \"customer_id ON DELETE CASCADE");
    }
}

package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A schema of hundreds of tables is not told in a message. */
class ManyTablesTest {
    @Test
    void are_not_all_told_but_the_one_that_was_meant_is() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    IntStream.range(100, 300)
                            .mapToObj(i -> "CREATE TABLE table_" + i + " (a integer)")
                            .toArray(String[]::new));

            assertThatThrownBy(() -> assertThat(table(database, "tabel_287")).exists())
                    .hasMessageContaining("tables table_100, table_101")
                    .hasMessageContaining("table_139 and 160 more")
                    .hasMessageContaining("did you mean table_287?");
        });
    }
}

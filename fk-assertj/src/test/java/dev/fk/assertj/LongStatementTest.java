package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.model.Attributes.enumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of an enum is a block of 45 lines on PostgreSQL. */
@Tag("thorough")
class LongStatementTest {
    private static Models withLabels(String... labels) {
        return Models.define(
                models -> models.model("Room", m -> m.noTimestamps().attribute("mood", enumOf(labels))));
    }

    @Test
    void is_one_line_of_a_failure_and_says_what_it_does() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            Sync.create().run(withLabels("calm", "loud"), database);
            String message = String.valueOf(
                    catchThrowable(() -> assertThat(schema(database)).isInSyncWith(withLabels("calm", "it's\nodd")))
                            .getMessage());
            assertThat(message.lines()).hasSize(4).anySatisfy(line -> assertThat(line)
                    .contains("DO $fk$ -- makes \"enum_Rooms_mood\" AS ENUM ('calm', 'it''s odd') anew, for all"
                            + " that uses it … (")
                    .endsWith(" more lines)   fails if rows use a label of enum_Rooms_mood that goes"));

            Sync.alter().run(withLabels("calm", "it's\nodd"), database);
            assertThat(schema(database)).hasEnum("enum_Rooms_mood", "calm", "it's\nodd");
        });
    }
}

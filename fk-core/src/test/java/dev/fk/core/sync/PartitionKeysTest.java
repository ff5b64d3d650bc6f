package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.Constraints;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What partitions are by belongs to every key of their table, and stays what it is. */
@OnPostgres
class PartitionKeysTest {
    private static Models readings(String by) {
        return Models.define(models -> models.model("reading", m -> {
            m.tableName("reading")
                    .attribute("id", integer().primaryKey())
                    .attribute("day", integer().primaryKey())
                    .attribute("place", string(20).notNull())
                    .noTimestamps();
            if (!by.isEmpty()) {
                m.option("partition by", by);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RANGE (day)", "HASH (id, day)", "LIST (day int4_ops)"})
    void a_key_has_all_columns_that_partitions_are_by(String by, Database database) {
        Sync.create().run(readings(by), database);
        QueryInterface q = QueryInterface.of(database);

        assertThatThrownBy(() -> q.addConstraint("reading", Constraints.unique("place")))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("reading is partitioned by " + by.replace(" int4_ops", "")
                        + ", but its key (place) is without " + (by.contains("id") ? "id, day" : "day"))
                .hasMessageContaining("[FK234]");
        assertThatCode(() -> q.addConstraint("reading", Constraints.unique("place", "day", "id")))
                .doesNotThrowAnyException();
    }

    /** The collation is no column, though there is one of that name. */
    @Test
    void other_words_are_no_columns(Database database) {
        database.execute(new Sql("CREATE TABLE word (id int, \"C\" text, place text COLLATE \"C\")"
                + " PARTITION BY RANGE (place COLLATE \"C\" text_ops)"));

        assertThatCode(() -> QueryInterface.of(database).addConstraint("word", Constraints.unique("place", "id")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(place)", "(id + 1)"})
    void there_is_no_key_where_partitions_are_by_an_expression(String expression, Database database) {
        database.execute(new Sql("CREATE TABLE word (id int, place text) PARTITION BY HASH (id, " + expression + ")"));

        assertThatThrownBy(() -> QueryInterface.of(database).addConstraint("word", Constraints.unique("place", "id")))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining(", an expression, so that PostgreSQL refuses its key (place, id)");
        assertThatThrownBy(() -> database.execute(new Sql("ALTER TABLE word ADD UNIQUE (place, id)")))
                .hasMessageContaining("partition keys include expressions");
    }

    @Test
    void a_table_is_not_partitioned_otherwise_which_is_found_before_anything_runs(Database database) {
        Sync.create().run(readings("RANGE (day)"), database);

        assertThatThrownBy(() -> Sync.alter().run(readings(""), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("PostgreSQL cannot change how reading is partitioned (RANGE (day) → not at all)")
                .hasMessageContaining("say it in the model, too: option(\"partition by\", \"RANGE (day)\"). [FK235]");
        assertThat(Sync.alter().plan(readings("RANGE (day)"), database).steps()).isEmpty();
    }
}

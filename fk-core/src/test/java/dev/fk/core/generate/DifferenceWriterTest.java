package dev.fk.core.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of an odd kind become migrations that compile and run. */
@OnPostgres
class DifferenceWriterTest {
    private static List<String> migration(Database database) {
        CanonicalSchema empty = database.canonical(Schema.empty());
        return new DifferenceWriter(empty.schema(), database::canonical, database.dialect()::parents)
                .write("", "All", "1-all", Differ.diff(empty, database.read()), List.of())
                .body();
    }

    @Test
    void a_table_without_columns(Database database) {
        database.execute(new Sql("CREATE TABLE nothing ()"));

        assertThat(migration(database)).containsExactly("q.createTable(\"nothing\", t -> {});");
    }

    @Test
    void a_partition_and_a_table_that_inherits_come_after_those_whose_columns_they_have(Database database) {
        database.execute(new Sql("CREATE TABLE author (id INTEGER PRIMARY KEY)"));
        database.execute(new Sql(
                "CREATE TABLE notes (kind TEXT, author INTEGER REFERENCES author (id)) PARTITION BY LIST (kind)"));
        database.execute(new Sql("CREATE TABLE epic_notes PARTITION OF notes FOR VALUES IN ('epic')"));
        database.execute(new Sql("CREATE TABLE base (id INTEGER, author INTEGER REFERENCES author (id))"));
        database.execute(new Sql("CREATE TABLE also (more INTEGER) INHERITS (base)"));

        assertThat(migration(database))
                .filteredOn(line -> line.contains("createTable"))
                .extracting(line -> line.split("\"", -1)[1])
                .containsExactly("author", "base", "notes", "also", "epic_notes");
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;

/** A partition is unique where its table is, so foreign keys may lead to it. */
@OnPostgres
class ReferencedPartitionTest {
    @Test
    void is_no_mistake(Database database) {
        database.execute(new Sql("CREATE TABLE entry (id integer PRIMARY KEY) PARTITION BY RANGE (id)"));
        database.execute(new Sql(
                "CREATE TABLE half PARTITION OF entry FOR VALUES FROM (0) TO (20)" + " PARTITION BY RANGE (id)"));
        database.execute(new Sql("CREATE TABLE few PARTITION OF half FOR VALUES FROM (0) TO (10)"));
        Models models = Models.define(all -> all.model("Note", m -> m.tableName("note")
                .attribute("id", integer().primaryKey())
                .attribute("few", integer().references("few", "id"))
                .noTimestamps()));

        Sync.alter().verifying().run(models, database);

        assertThat(database.read()
                        .schema()
                        .table(QualifiedName.of("note"))
                        .orElseThrow()
                        .foreignKeys())
                .hasSize(1);
        assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
    }
}

package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** {@code ADD COLUMN … COMPRESSION} reaches partitions, {@code SET COMPRESSION} of PostgreSQL does not. */
@OnPostgres
class CompressedColumnsTest {
    @Test
    void come_to_partitions_as_they_were(PostgresServer postgres) {
        Database database = Database.of(postgres.freshDataSource());
        database.execute(
                new Sql("CREATE TABLE note (id int NOT NULL, text text COMPRESSION pglz) PARTITION BY RANGE (id)"));
        database.execute(new Sql("CREATE TABLE note_1 PARTITION OF note FOR VALUES FROM (1) TO (10)"));
        CanonicalSchema before = database.read();
        database.execute(new Sql("ALTER TABLE note DROP COLUMN text"));
        CanonicalSchema without = database.read();

        database.run(database.plan(Differ.diff(without, before), without));

        assertThat(Differ.diff(database.read(), before).changes()).isEmpty();
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;

/** What keeps rows apart on PostgreSQL and no model says. */
@OnPostgres
class NotOverlappingTest {
    private static Models bookings(boolean withRoom) {
        return Models.define(models -> {
            models.model("Room", m -> m.tableName("room")
                    .attribute("id", integer().primaryKey())
                    .attribute("valid", typed(new DataType.Other("int4range")).primaryKey())
                    .noTimestamps());
            models.model("Booking", m -> {
                m.tableName("booking")
                        .attribute("id", integer().primaryKey())
                        .attribute("during", typed(new DataType.Other("int4range")))
                        .attribute("note", string(20))
                        .noTimestamps();
                if (withRoom) {
                    m.attribute("room", integer());
                }
            });
        });
    }

    private static Table booking(Database database) {
        return database.read().schema().tables().get(QualifiedName.of("booking"));
    }

    @Test
    void exclusion_constraints_stay_unless_a_column_of_theirs_goes(Database database) {
        database.execute(new Sql("CREATE TABLE room (id int, valid int4range, PRIMARY KEY (id, valid))"));
        database.execute(new Sql("CREATE TABLE booking (id int PRIMARY KEY, room int, during int4range,"
                + " CONSTRAINT apart EXCLUDE USING gist (int4range(room, room, '[]') WITH &&, during WITH &&))"));

        Sync.alter().verifying().run(bookings(true), database);
        assertThat(booking(database).exclusions()).hasSize(1);

        Sync.alter().allowing(Risk.DESTRUCTIVE).run(bookings(false), database);
        assertThat(booking(database).exclusions()).isEmpty();
        assertThat(Sync.alter().plan(bookings(false), database).steps()).isEmpty();
    }

    @Test
    void keys_without_overlaps_stay_and_so_do_foreign_keys_over_a_period(Database database) {
        assumeTrue(database.server().version().isAtLeast(18, 0), "PostgreSQL has them since 18");
        database.execute(new Sql("CREATE EXTENSION btree_gist"));
        database.execute(
                new Sql("CREATE TABLE room (id int, valid int4range, PRIMARY KEY (id, valid WITHOUT OVERLAPS))"));
        database.execute(new Sql("CREATE TABLE booking (id int PRIMARY KEY, room int, during int4range,"
                + " UNIQUE (room, during WITHOUT OVERLAPS),"
                + " FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD valid))"));
        Table before = booking(database);

        Sync.alter().verifying().run(bookings(true), database);

        assertThat(booking(database).columnNames()).contains("note");
        assertThat(booking(database).foreignKeys()).isEqualTo(before.foreignKeys());
        assertThat(booking(database).uniqueKeys()).isEqualTo(before.uniqueKeys());
        assertThat(Sync.alter().plan(bookings(true), database).steps()).isEmpty();
        Sync.alter().allowing(Risk.DESTRUCTIVE).run(bookings(false), database);
        assertThat(booking(database).foreignKeys()).isEmpty();
    }
}

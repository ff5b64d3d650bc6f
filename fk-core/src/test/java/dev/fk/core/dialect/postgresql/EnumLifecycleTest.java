package dev.fk.core.dialect.postgresql;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types behind enum attributes, from the first sync to the last, with rows in the table. */
@OnPostgres
class EnumLifecycleTest {
    private static Models job(String attribute, String... labels) {
        return Models.define(models -> models.model("Job", m -> m.tableName("job")
                .attribute("id", integer().primaryKey())
                .attribute(attribute, enumOf(labels))
                .noTimestamps()));
    }

    private static final Models WITHOUT = Models.define(models -> models.model(
            "Job",
            m -> m.tableName("job").attribute("id", integer().primaryKey()).noTimestamps()));

    private static List<String> labels(Database database, String type) {
        EnumDefinition found = database.read().schema().enums().get(QualifiedName.of(type));
        return found == null ? List.of() : found.labels();
    }

    @Test
    void labels_come_change_places_and_go(Database database) {
        Sync.create().run(job("state", "open", "done"), database);
        database.execute(new Sql("INSERT INTO job (id, state) VALUES (1, 'open'), (2, 'done')"));

        Plan added = Sync.alter().verifying().run(job("state", "open", "paid", "done"), database);
        assertThat(added.steps()).allMatch(s -> s.assessment().risk() == Risk.SAFE);
        assertThat(labels(database, "enum_job_state")).containsExactly("open", "paid", "done");

        Sync.alter().verifying().run(job("state", "done", "open", "paid"), database);
        assertThat(labels(database, "enum_job_state")).containsExactly("done", "open", "paid");

        assertThatThrownBy(() -> Sync.alter().run(job("state", "open", "paid"), database))
                .isInstanceOf(DirtyDataException.class)
                .hasMessageContainingAll("1 row of job", "'done'", "FK307");
        assertThat(labels(database, "enum_job_state")).containsExactly("done", "open", "paid");

        database.execute(new Sql("UPDATE job SET state = 'paid' WHERE id = 2"));
        Sync.alter().verifying().run(job("state", "open", "paid"), database);
        assertThat(labels(database, "enum_job_state")).containsExactly("open", "paid");
    }

    @Test
    void a_type_that_nothing_uses_any_more_goes_and_one_of_others_stays(Database database) {
        Sync.create().run(job("state", "open", "done"), database);
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good')"));

        Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(WITHOUT, database);

        assertThat(database.read().schema().enums().keySet()).containsExactly(QualifiedName.of("mood"));
    }

    @Test
    void one_that_a_table_of_others_uses_stays(Database database) {
        Sync.create().run(job("state", "open", "done"), database);
        database.execute(new Sql("CREATE TABLE log (state enum_job_state)"));

        Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(WITHOUT, database);

        assertThat(labels(database, "enum_job_state")).containsExactly("open", "done");
    }

    /** Somebody else's column keeps the labels of the type that they share. */
    @Test
    void a_column_moves_to_a_type_of_another_name_with_its_values(Database database) {
        database.execute(new Sql("CREATE TYPE state AS ENUM ('open', 'done')"));
        database.execute(new Sql("CREATE TABLE job (id integer PRIMARY KEY, state state DEFAULT 'open')"));
        database.execute(new Sql("CREATE TABLE log (state state)"));
        database.execute(new Sql("INSERT INTO job VALUES (1, 'done')"));

        Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(job("state", "open", "paid", "done"), database);

        assertThat(labels(database, "enum_job_state")).containsExactly("open", "paid", "done");
        assertThat(labels(database, "state")).containsExactly("open", "done");
        database.execute(new Sql("DO $$ BEGIN ASSERT (SELECT state::text FROM job WHERE id = 1) = 'done'; END $$"));
    }

    @Test
    void a_label_that_only_looks_new_is_not_dropped_with_the_others(Database database) {
        Sync.create().run(job("state", "open", "done"), database);
        EnumDefinition from = database.read().schema().enums().get(QualifiedName.of("enum_job_state"));
        EnumDefinition to = new EnumDefinition(from.name(), List.of("done", "Open"));
        ChangeSet changes = ChangeSet.of(new Change.AlterEnum(from, to));

        database.run(database.plan(changes, database.read()));

        assertThat(labels(database, "enum_job_state")).containsExactly("done", "Open");
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.array;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An enum type that is called otherwise than fk would call it. */
@OnPostgres
class TypeNamesTest {
    private static Models person(String... labels) {
        return human("person", "state", labels);
    }

    private static Models human(String table, String column, String... labels) {
        return Models.define(models -> models.model("Person", m -> m.tableName(table)
                .noTimestamps()
                .attribute("id", integer().primaryKey())
                .attribute(column, enumOf(labels).defaultValue(labels[0]))));
    }

    private static List<String> plan(Models models, Database database) {
        return Sync.alter().plan(models, database).steps().stream()
                .map(s -> s.sql().text())
                .toList();
    }

    @Test
    void made_by_hand_it_is_the_type_that_is_meant(Database database) {
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good', 'bad')"));
        database.execute(new Sql("CREATE TABLE person (id int PRIMARY KEY, state mood DEFAULT 'good')"));

        assertThat(plan(person("good", "bad"), database)).isEmpty();
        assertThat(plan(person("good", "bad", "odd"), database))
                .singleElement()
                .asString()
                .contains("ALTER TYPE \"mood\" ADD VALUE 'odd'");
        Sync.alter().run(person("good", "bad", "odd"), database);
        assertThat(plan(person("good", "bad", "odd"), database)).isEmpty();
    }

    @Test
    void of_an_array_as_well(Database database) {
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good', 'bad')"));
        database.execute(new Sql("CREATE TABLE person (id int PRIMARY KEY, states mood[])"));
        Models models = Models.define(m -> m.model("Person", p -> p.tableName("person")
                .noTimestamps()
                .attribute("id", integer().primaryKey())
                .attribute("states", array(enumOf("good", "bad")))));

        assertThat(plan(models, database)).isEmpty();
    }

    @Test
    void it_keeps_its_labels_where_others_use_it(Database database) {
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good', 'bad')"));
        database.execute(new Sql("CREATE TABLE person (id int PRIMARY KEY, state mood DEFAULT 'good')"));
        database.execute(new Sql("CREATE TABLE pet (id int PRIMARY KEY, state mood)"));

        assertThat(plan(person("good", "bad"), database)).isEmpty();
        Sync.alter().run(person("good", "bad", "odd"), database);
        assertThat(plan(person("good", "bad", "odd"), database)).isEmpty();
        assertThat(database.query(new Sql("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype")))
                .hasSize(2);
    }

    @Test
    void after_tables_and_columns_were_renamed_nothing_is_left_to_do(Database database) {
        Sync.create().run(person("good", "bad"), database);
        QueryInterface.of(database).renameColumn("person", "state", "mood").renameTable("person", "human");

        assertThat(plan(human("human", "mood", "good", "bad"), database)).isEmpty();
        Sync.force().run(human("human", "mood", "good", "bad"), database);
        assertThat(plan(human("human", "mood", "good", "bad"), database)).isEmpty();
    }
}

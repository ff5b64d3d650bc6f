package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names that something is to get and that are taken, and such that nothing has. */
final class NameMistakes {
    private static final String CHECK = "ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)";
    private static final String INDEXES = "CREATE INDEX by_p ON child (p)";

    private NameMistakes() {}

    /** What every server refuses. */
    private static Stream<Mistake> common() {
        return Stream.of(
                Mistake.of("renamed to a table", NAME_TAKEN, "ALTER TABLE child RENAME TO parent")
                        .withoutFix(),
                Mistake.of("renamed to a view", NAME_TAKEN, "ALTER TABLE child RENAME TO seen")
                        .given("CREATE VIEW seen AS SELECT id FROM parent")
                        .withoutFix(),
                Mistake.of("renamed table misspelt", TABLE_MISSING, "ALTER TABLE chidl RENAME TO fresh"));
    }

    static List<Mistake> onPostgreSql() {
        List<Mistake> all = new ArrayList<>(common().toList());
        all.add(Mistake.of("renamed to an index", NAME_TAKEN, "ALTER TABLE child RENAME TO parent_pkey")
                .withoutFix());
        all.add(Mistake.of("renamed to a type", NAME_TAKEN, "ALTER TABLE child RENAME TO mood")
                .given("CREATE TYPE mood AS ENUM ('sad')")
                .withoutFix());
        all.add(Mistake.of("renamed view", NAME_TAKEN, "ALTER VIEW seen RENAME TO child")
                .given("CREATE VIEW seen AS SELECT id FROM parent")
                .withoutFix());
        all.add(Mistake.of("constraint renamed to another", NAME_TAKEN, "ALTER TABLE child RENAME CONSTRAINT ck TO kc")
                .given(CHECK, CHECK.replace("ck", "kc"), "CREATE TABLE kc_2 (id INT)"));
        all.add(Mistake.of(
                "key renamed to that of another table",
                NAME_TAKEN,
                "ALTER TABLE child RENAME CONSTRAINT child_pkey TO parent_pkey"));
        all.add(Mistake.of(
                "renamed constraint misspelt",
                CONSTRAINT_MISSING,
                "ALTER TABLE child RENAME CONSTRAINT child_pky TO child_id"));
        all.addAll(ofSchemas());
        all.add(Mistake.of("index renamed to another", NAME_TAKEN, "ALTER INDEX by_p RENAME TO parent_code_key")
                .given(INDEXES));
        all.add(Mistake.of("renamed index misspelt", CONSTRAINT_MISSING, "ALTER INDEX by_pp RENAME TO by_parent")
                .given(INDEXES));
        return all;
    }

    private static List<Mistake> ofSchemas() {
        String sales = "CREATE SCHEMA sales";
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("schema that is there", NAME_TAKEN, sales).given(sales, "CREATE TABLE sales.bill (id INT)"));
        all.add(Mistake.of("schema that is there, with contents", NAME_TAKEN, sales + " CREATE TABLE bill (id INT)")
                .given(sales)
                .withoutFix());
        all.add(Mistake.of("dropped schema misspelt", SCHEMA_MISSING, "DROP SCHEMA slaes")
                .given(sales)
                .withoutFix());
        all.add(Mistake.of("moved to a schema misspelt", SCHEMA_MISSING, "ALTER TABLE child SET SCHEMA slaes")
                .given(sales));
        all.add(Mistake.of(
                "moved to a schema that is missing", SCHEMA_MISSING, "ALTER TABLE child SET SCHEMA atlantis"));
        all.add(Mistake.of("moved to a schema with the name", NAME_TAKEN, "ALTER TABLE child SET SCHEMA sales")
                .given(sales, "CREATE TABLE sales.child (id INT)")
                .withoutFix());
        all.add(Mistake.of("schema of a new table misspelt", SCHEMA_MISSING, "CREATE TABLE slaes.bill (id INT)")
                .given(sales));
        all.add(Mistake.of("schema of a table misspelt", SCHEMA_MISSING, "ALTER TABLE publik.child ADD c INT"));
        all.add(Mistake.of("schema of rows misspelt", SCHEMA_MISSING, "INSERT INTO slaes.bill VALUES (1)")
                .given(sales)
                .withoutFix());
        return all;
    }

    static List<Mistake> onMySql() {
        List<Mistake> all = new ArrayList<>(common().toList());
        all.add(Mistake.of("tables renamed to each other", NAME_TAKEN, "RENAME TABLE child TO parent, parent TO child")
                .withoutFix());
        all.add(Mistake.of(
                        "two tables renamed alike",
                        NAME_TAKEN,
                        "RENAME TABLE child TO fresh, parent TO child, fresh TO child")
                .withoutFix());
        all.add(Mistake.of(
                "one of the renamed tables misspelt", TABLE_MISSING, "RENAME TABLE child TO fresh, praent TO child"));
        all.add(Mistake.of("database that is there", NAME_TAKEN, "CREATE DATABASE sys CHARACTER SET utf8mb4"));
        all.add(Mistake.of("dropped database missing", SCHEMA_MISSING, "DROP DATABASE fk_absent_zzzzzzzzzzzzzzzzzzzz")
                .withoutFix());
        all.add(Mistake.of(
                        "database of a table missing",
                        SCHEMA_MISSING,
                        "ALTER TABLE fk_absent_zzzzzzzzzzzzzzzzzzzz.t ADD c INT")
                .withoutFix());
        all.add(Mistake.of("dropped view misspelt", TABLE_MISSING, "DROP VIEW sene")
                .given("CREATE VIEW seen AS SELECT id FROM parent")
                .withoutFix());
        all.add(Mistake.of("table dropped as a view", TABLE_MISSING, "DROP VIEW parent")
                .withoutFix());
        all.add(Mistake.of("index renamed to another", NAME_TAKEN, "ALTER TABLE parent RENAME INDEX by_n TO code")
                .given("CREATE INDEX by_n ON parent (n)"));
        return all;
    }
}

package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;

import java.util.ArrayList;
import java.util.List;

/** The mistakes, and the tables they are made on. */
final class Mistakes {
    static final List<String> TABLES = List.of(
            "CREATE TABLE parent (id INT PRIMARY KEY, code VARCHAR(20) UNIQUE, n INT)",
            "CREATE TABLE child (id INT PRIMARY KEY, p INT, q INT NOT NULL, b BIGINT, s VARCHAR(20))");
    private static final String ADD = "ALTER TABLE child ADD FOREIGN KEY ";
    private static final String JOINED =
            "ALTER TABLE child ADD CONSTRAINT joined FOREIGN KEY (p) REFERENCES parent (id)";

    private Mistakes() {}

    /** What every server refuses. */
    private static List<Mistake> common() {
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("parent missing", PARENT_TABLE_MISSING, ADD + "(p) REFERENCES nowhere (id)")
                .planned(foreignKey("p").references("nowhere", "id")));
        all.add(Mistake.of("parent misspelt", PARENT_TABLE_MISSING, ADD + "(p) REFERENCES parnet (id)")
                .planned(foreignKey("p").references("parnet", "id")));
        all.add(Mistake.of(
                "parent missing for a new table",
                PARENT_TABLE_MISSING,
                "CREATE TABLE fresh (id INT PRIMARY KEY, owner VARCHAR(20),"
                        + " CONSTRAINT f FOREIGN KEY (owner) REFERENCES nowhere (code) ON DELETE CASCADE)"));
        all.add(Mistake.of("schema missing", SCHEMA_MISSING, ADD + "(p) REFERENCES atlantis.parent (id)"));
        all.add(Mistake.of("referenced column misspelt", PARENT_COLUMN_MISSING, ADD + "(p) REFERENCES parent (idd)")
                .planned(foreignKey("p").references("parent", "idd")));
        all.add(Mistake.of("referenced column missing", PARENT_COLUMN_MISSING, ADD + "(p) REFERENCES parent (number)"));
        all.add(Mistake.of("column misspelt", COLUMN_MISSING, ADD + "(pp) REFERENCES parent (id)")
                .planned(foreignKey("pp").references("parent", "id")));
        all.add(Mistake.of("column missing", COLUMN_MISSING, ADD + "(parentNo) REFERENCES parent (id)"));
        all.add(Mistake.of("parent not unique", PARENT_NOT_UNIQUE, ADD + "(p) REFERENCES parent (n)")
                .planned(foreignKey("p").references("parent", "n")));
        all.add(Mistake.of("string references number", TYPE_DIFFERS, ADD + "(s) REFERENCES parent (id)")
                .planned(foreignKey("s").references("parent", "id")));
        all.add(Mistake.of(
                "string references number in a new table",
                TYPE_DIFFERS,
                "CREATE TABLE fresh (id INT PRIMARY KEY, owner VARCHAR(20) NOT NULL,"
                        + " FOREIGN KEY (owner) REFERENCES parent (id))"));
        all.add(Mistake.of("number of columns", COLUMN_COUNT_DIFFERS, ADD + "(p, q) REFERENCES parent (id)")
                .withoutFix());
        all.add(Mistake.of(
                        "number of columns, with a key that fits",
                        COLUMN_COUNT_DIFFERS,
                        ADD + "(p, q) REFERENCES pair (a)")
                .given("CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b))"));
        all.add(Mistake.of("parent is a view", PARENT_IS_VIEW, ADD + "(p) REFERENCES seen (id)")
                .given("CREATE VIEW seen AS SELECT id, code FROM parent")
                .planned(foreignKey("p").references("seen", "id")));
        all.add(Mistake.of(
                "temporary child",
                CHILD_IS_TEMPORARY,
                "CREATE TEMPORARY TABLE fleeting (p INT, FOREIGN KEY (p) REFERENCES parent (id))"));
        all.add(Mistake.of("same foreign key again", NAME_TAKEN, JOINED).given(JOINED));
        all.add(Mistake.of(
                        "name of another foreign key",
                        NAME_TAKEN,
                        "ALTER TABLE child ADD CONSTRAINT joined FOREIGN KEY (q) REFERENCES parent (id)")
                .given(JOINED));
        all.add(Mistake.of("orphans", ORPHANS, JOINED)
                .given(
                        "INSERT INTO parent (id) VALUES (1)",
                        "INSERT INTO child (id, p, q) VALUES (1, 1, 1), (2, 7, 1), (3, 8, 1), (4, NULL, 1)"));
        all.add(Mistake.of("orphans that cannot be NULL", ORPHANS, ADD + "(q) REFERENCES parent (id)")
                .given("INSERT INTO child (id, q) VALUES (1, 9)"));
        all.add(Mistake.of("orphans in one table", ORPHANS, ADD + "(p) REFERENCES child (id)")
                .given("INSERT INTO child (id, p, q) VALUES (1, 1, 1), (2, 5, 1)"));
        all.add(Mistake.of("computed from what goes", USED_BY_COMPUTED_COLUMN, "ALTER TABLE child DROP COLUMN b")
                .given("ALTER TABLE child ADD COLUMN twice BIGINT GENERATED ALWAYS AS (b * 2) STORED"));
        all.add(Mistake.of("referenced table dropped", TABLE_REFERENCED, "DROP TABLE parent")
                .given(JOINED));
        all.add(Mistake.of("referenced table truncated", TABLE_REFERENCED, "TRUNCATE TABLE parent")
                .given(JOINED));
        String[] rows = {
            "INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, p, q) VALUES (1, 1, 1), (2, NULL, 1)"
        };
        all.add(Mistake.of("table with referenced rows truncated", TABLE_REFERENCED, "TRUNCATE TABLE parent")
                .given(JOINED)
                .given(rows)
                .withoutFix());
        all.add(Mistake.of("table truncated that takes rows along", TABLE_REFERENCED, "TRUNCATE TABLE parent")
                .given(JOINED + " ON DELETE CASCADE")
                .given(rows));
        all.add(Mistake.of("referenced column dropped", COLUMN_IN_FOREIGN_KEY, "ALTER TABLE single DROP COLUMN c")
                .given("CREATE TABLE single (id INT PRIMARY KEY, c INT UNIQUE)", ADD + "(p) REFERENCES single (c)"));
        all.add(Mistake.of("foreign key misspelt", CONSTRAINT_MISSING, "ALTER TABLE child DROP CONSTRAINT joinde")
                .given(JOINED));
        all.add(Mistake.of("referenced rows deleted", ROWS_REFERENCED, "DELETE FROM parent WHERE id < 2")
                .given(
                        JOINED,
                        "INSERT INTO parent (id) VALUES (1), (2)",
                        "INSERT INTO child (id, p, q) VALUES (1, 1, 1), (2, 1, 1), (3, 2, 1)"));
        all.add(Mistake.of(
                        "referenced rows of the same table deleted", ROWS_REFERENCED, "DELETE FROM child WHERE id = 1")
                .given(
                        ADD + "(p) REFERENCES child (id)",
                        "INSERT INTO child (id, p, q) VALUES (1, NULL, 1)",
                        "INSERT INTO child (id, p, q) VALUES (2, 1, 1)"));
        all.add(Mistake.of("orphans of two columns", ORPHANS, ADD + "(p, q) REFERENCES pair (a, b)")
                .given(
                        "CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b))",
                        "INSERT INTO pair VALUES (1, 2)",
                        "INSERT INTO child (id, p, q) VALUES (1, 1, 2), (2, 2, 1), (3, NULL, 9)"));
        all.add(Mistake.of("row without a parent", ORPHANS, "INSERT INTO child (id, p, q) VALUES (1, 7, 1)")
                .given(JOINED)
                .withoutFix());
        all.add(Mistake.of("row that leaves its parent", ORPHANS, "UPDATE child SET p = 7 WHERE id = 1")
                .given(JOINED, "INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, p, q) VALUES (1, 1, 1)")
                .withoutFix());
        all.add(Mistake.of("referenced row that changes", ROWS_REFERENCED, "UPDATE parent SET id = 2 WHERE id = 1")
                .given(JOINED, "INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, p, q) VALUES (1, 1, 1)")
                .withoutFix());
        all.add(Mistake.of("parent cannot be unique", PARENT_NOT_UNIQUE, ADD + "(p) REFERENCES parent (n)")
                .given("INSERT INTO parent (id, n) VALUES (1, 5), (2, 5), (3, NULL), (4, NULL)")
                .withoutFix());
        all.add(Mistake.of("duplicates", DUPLICATES, "ALTER TABLE parent ADD CONSTRAINT once UNIQUE (n)")
                .given("INSERT INTO parent (id, n) VALUES (1, 5), (2, 5), (3, 6), (4, NULL), (5, NULL)")
                .withoutFix());
        all.add(Mistake.of("check violated", CHECK_VIOLATED, "ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)")
                .given("INSERT INTO child (id, p, q) VALUES (1, -1, 1), (2, NULL, 1), (3, 3, 1)")
                .withoutFix());
        all.add(Mistake.of(
                "reserved word", RESERVED_WORD, "CREATE TABLE fresh (id INT PRIMARY KEY, order INT, group INT)"));
        all.add(Mistake.of("second primary key", SECOND_PRIMARY_KEY, "ALTER TABLE parent ADD PRIMARY KEY (n)"));
        all.add(Mistake.of("renamed column misspelt", COLUMN_MISSING, "ALTER TABLE child RENAME COLUMN pp TO r"));
        all.add(Mistake.of("name of another column", NAME_TAKEN, "ALTER TABLE child RENAME COLUMN p TO q")
                .withoutFix());
        all.add(Mistake.of("key across partitions", TABLE_NOT_POSSIBLE, "ALTER TABLE log ADD PRIMARY KEY (no)")
                .given("CREATE TABLE log (at INT, no INT) PARTITION BY HASH (at)")
                .withoutFix());
        all.add(Mistake.of("row that a check refuses", CHECK_VIOLATED, "INSERT INTO child (id, p, q) VALUES (1, -1, 1)")
                .given("ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)")
                .withoutFix());
        all.add(Mistake.of("computed column written", COLUMN_NOT_WRITABLE, "UPDATE child SET twice = 4")
                .given(
                        "ALTER TABLE child ADD COLUMN twice INT GENERATED ALWAYS AS (q * 2) STORED",
                        "INSERT INTO child (id, q) VALUES (1, 1)")
                .withoutFix());
        all.add(Mistake.of(
                        "string that is no number references number", TYPE_DIFFERS, ADD + "(s) REFERENCES parent (id)")
                .given("INSERT INTO child (id, q, s) VALUES (1, 1, 'x')")
                .withoutFix());
        all.add(Mistake.of(
                        "orphans in a new column",
                        ORPHANS,
                        "ALTER TABLE child ADD COLUMN r INT NOT NULL DEFAULT 5, ADD FOREIGN KEY (r) REFERENCES parent (id)")
                .given("INSERT INTO child (id, q) VALUES (1, 1)")
                .withoutFix());
        all.add(Mistake.of("NULLs in a primary key", NULLS, "ALTER TABLE loose ADD PRIMARY KEY (c)")
                .given("CREATE TABLE loose (c INT)", "INSERT INTO loose VALUES (NULL), (1)")
                .withoutFix());
        all.add(Mistake.of(
                "table misspelt", TABLE_MISSING, "ALTER TABLE chidl ADD FOREIGN KEY (p) REFERENCES parent (id)"));
        all.add(Mistake.of("dropped column misspelt", COLUMN_MISSING, "ALTER TABLE child DROP COLUMN ss")
                .withoutFix());
        all.add(Mistake.of("name of a view", NAME_TAKEN, "CREATE TABLE seen (id INT PRIMARY KEY)")
                .given("CREATE VIEW seen AS SELECT id FROM parent")
                .withoutFix());
        all.add(Mistake.of("not allowed to reference", PERMISSION_DENIED, JOINED)
                .byLimitedUser());
        return all;
    }

    static List<Mistake> onPostgreSql(int version) {
        List<Mistake> all = new ArrayList<>(common());
        all.addAll(SubtleMistakes.onPostgreSql());
        all.addAll(PartitionMistakes.all());
        all.addAll(ObjectMistakes.all());
        all.addAll(NameMistakes.onPostgreSql());
        all.addAll(IndexMistakes.all());
        all.addAll(ForeignMistakes.onPostgreSql());
        all.add(Mistake.of("dropped table referenced by a partitioned one", TABLE_REFERENCED, "DROP TABLE parent")
                .given(
                        "CREATE TABLE log (at INT PRIMARY KEY, p INT REFERENCES parent) PARTITION BY RANGE (at)",
                        "CREATE TABLE log_1 PARTITION OF log DEFAULT"));
        all.add(Mistake.of("owner missing", ACCOUNT_MISSING, "ALTER TABLE child OWNER TO \"Fk absent\"")
                .given("DROP ROLE IF EXISTS \"Fk absent\""));
        all.add(Mistake.of("not the owner", PERMISSION_DENIED, "ALTER TABLE parent ADD COLUMN more INT")
                .byLimitedUser());
        all.add(Mistake.of("not a member of the owner", PERMISSION_DENIED, "DROP TABLE pets")
                .given(
                        "DO $$ BEGIN CREATE ROLE fk_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                        "REVOKE fk_owner FROM fk_limited",
                        "CREATE TABLE pets (id INT PRIMARY KEY)",
                        "ALTER TABLE pets OWNER TO fk_owner")
                .byLimitedUser());
        all.add(Mistake.of("not allowed to insert", PERMISSION_DENIED, "INSERT INTO parent (id) VALUES (1)")
                .byLimitedUser());
        all.add(Mistake.of("not allowed to create", PERMISSION_DENIED, "CREATE TABLE closed.fresh (id INT PRIMARY KEY)")
                .given("CREATE SCHEMA closed")
                .byLimitedUser());
        all.add(Mistake.of("not allowed into a schema", PERMISSION_DENIED, ADD + "(p) REFERENCES closed.safe (id)")
                .given(
                        "CREATE SCHEMA closed",
                        "CREATE TABLE closed.safe (id INT PRIMARY KEY)",
                        "GRANT REFERENCES ON closed.safe TO fk_limited")
                .byLimitedUser());
        all.add(Mistake.of("NULLs", NULLS, "ALTER TABLE child ALTER COLUMN p SET NOT NULL")
                .given("INSERT INTO child (id, q) VALUES (1, 1)")
                .withoutFix());
        all.add(Mistake.of(
                "schema of a new table missing",
                SCHEMA_MISSING,
                "CREATE TABLE \"lost City\".fresh (id INT PRIMARY KEY)"));
        all.add(Mistake.of(
                "schema of a new type missing", SCHEMA_MISSING, "CREATE TYPE lemuria.mood AS ENUM ('sad', 'happy')"));
        all.add(Mistake.of("parent in another schema", PARENT_IN_OTHER_SCHEMA, ADD + "(p) REFERENCES faraway (id)")
                .given("CREATE SCHEMA other", "CREATE TABLE other.faraway (id INT PRIMARY KEY)"));
        all.add(Mistake.of("uuid references string", TYPE_DIFFERS, ADD + "(u) REFERENCES parent (code)")
                .given("ALTER TABLE child ADD COLUMN u uuid"));
        all.add(Mistake.of(
                        "type of a referenced column", COLUMN_IN_FOREIGN_KEY, "ALTER TABLE parent ALTER id TYPE text")
                .given(JOINED));
        all.add(Mistake.of(
                        "type of a column with a foreign key",
                        COLUMN_IN_FOREIGN_KEY,
                        "ALTER TABLE child ALTER COLUMN p SET DATA TYPE varchar(9)")
                .given(JOINED));
        String[] views = {
            "CREATE VIEW seen WITH (security_barrier=true) AS SELECT id, s FROM child",
            "CREATE MATERIALIZED VIEW \"Kept\" AS SELECT s || '!' AS said FROM seen",
            "CREATE VIEW other AS SELECT id FROM child"
        };
        all.add(Mistake.of("type of a column under views", USED_BY_VIEW, "ALTER TABLE child ALTER COLUMN s TYPE text")
                .given(views));
        all.add(Mistake.of("column under views dropped", USED_BY_VIEW, "ALTER TABLE child DROP COLUMN s")
                .given(views));
        all.add(Mistake.of("table under views dropped", USED_BY_VIEW, "DROP TABLE child")
                .given(views));
        all.add(Mistake.of("referenced key dropped", KEY_REFERENCED, "ALTER TABLE parent DROP CONSTRAINT parent_pkey")
                .given(JOINED));
        all.add(Mistake.of("referenced index dropped", KEY_REFERENCED, "DROP INDEX by_n")
                .given("CREATE UNIQUE INDEX by_n ON parent (n)", ADD + "(p) REFERENCES parent (n)"));
        all.add(Mistake.of("SET NULL meets NOT NULL", SET_NULL_ON_NOT_NULL, "DELETE FROM parent")
                .given(
                        ADD + "(q) REFERENCES parent (id) ON DELETE SET NULL",
                        "INSERT INTO parent (id) VALUES (1)",
                        "INSERT INTO child (id, q) VALUES (1, 1)"));
        all.add(Mistake.of(
                        "computed column is set", COMPUTED_COLUMN, ADD + "(g) REFERENCES parent (id) ON UPDATE CASCADE")
                .given("ALTER TABLE child ADD COLUMN g INT GENERATED ALWAYS AS (id + 1) STORED")
                .planned(foreignKey("g").references("parent", "id").onUpdate(CASCADE)));
        all.add(Mistake.of("parent is unlogged", PARENT_IS_NOT_PERMANENT, ADD + "(p) REFERENCES quick (id)")
                .given("CREATE UNLOGGED TABLE quick (id INT PRIMARY KEY)")
                .planned(foreignKey("p").references("quick", "id")));
        all.add(Mistake.of("parent key deferrable", PARENT_KEY_DEFERRABLE, ADD + "(p) REFERENCES late (id)")
                .given("CREATE TABLE late (id INT UNIQUE DEFERRABLE)")
                .planned(foreignKey("p").references("late", "id")));
        all.add(Mistake.of("primary key deferrable", PARENT_KEY_DEFERRABLE, ADD + "(p) REFERENCES late")
                .given("CREATE TABLE late (id INT PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)"));
        all.add(Mistake.of("parent with capitals", PARENT_TABLE_MISSING, ADD + "(p) REFERENCES Orders (Id)")
                .given("CREATE TABLE \"Orders\" (\"Id\" INT PRIMARY KEY)"));
        all.add(Mistake.of("table in another schema", TABLE_MISSING, "ALTER TABLE parents ADD COLUMN x INT")
                .given("CREATE SCHEMA other", "CREATE TABLE other.parents (id INT PRIMARY KEY)"));
        String row = "INSERT INTO parent (id, code) VALUES (1, 'seven')";
        all.add(Mistake.of("no value for a new column", NULLS, "ALTER TABLE parent ADD COLUMN m INT NOT NULL")
                .given(row)
                .withoutFix());
        all.add(Mistake.of("too long for another type", VALUES_UNFIT, "ALTER TABLE parent ALTER code TYPE varchar(3)")
                .given(row)
                .withoutFix());
        all.add(Mistake.of("no number", VALUES_UNFIT, "ALTER TABLE parent ALTER code TYPE int USING code::int")
                .given(row)
                .withoutFix());
        all.add(Mistake.of("cast left out", CAST_MISSING, "ALTER TABLE parent ALTER code TYPE int"));
        all.add(Mistake.of("cast left out, and no number", CAST_MISSING, "ALTER TABLE parent ALTER code TYPE int")
                .given(row)
                .withoutFix());
        String[] mood = {
            "CREATE TYPE mood AS ENUM ('sad', 'happy')",
            "ALTER TABLE child ADD COLUMN m TEXT DEFAULT 'sad'",
            "INSERT INTO child (id, q) VALUES (1, 1)"
        };
        all.add(Mistake.of("default of another type", CAST_MISSING, "ALTER TABLE child ALTER m TYPE mood USING m::mood")
                .given(mood));
        all.add(Mistake.of("text references enum", TYPE_DIFFERS, ADD + "(m) REFERENCES moods (m)")
                .given(mood)
                .given("CREATE TABLE moods (m mood PRIMARY KEY)", "INSERT INTO moods VALUES ('sad')")
                .planned(foreignKey("m").references("moods", "m")));
        all.add(Mistake.of("domains over other types", TYPE_DIFFERS, ADD + "(u) REFERENCES digits (no)")
                .given(
                        "CREATE DOMAIN digit AS INT",
                        "CREATE DOMAIN word AS TEXT",
                        "CREATE TABLE digits (no digit PRIMARY KEY)",
                        "ALTER TABLE child ADD COLUMN u word")
                .withoutFix());
        all.add(Mistake.of("type in use", IN_USE, "DROP TYPE mood")
                .given(mood)
                .given("ALTER TABLE child ALTER m DROP DEFAULT,"
                        + " ALTER m TYPE mood USING m::mood, ALTER m SET DEFAULT 'sad'"));
        all.add(Mistake.of("domain in use", IN_USE, "DROP DOMAIN mail")
                .given(
                        "CREATE DOMAIN mail AS VARCHAR(30) CHECK (VALUE LIKE '%@%')",
                        "ALTER TABLE child ADD COLUMN m mail DEFAULT 'a@b'"));
        String[] mails = {
            "CREATE DOMAIN mail AS TEXT NOT NULL CHECK (VALUE LIKE '%@%')", "CREATE TABLE mails (id INT, m mail)"
        };
        all.add(Mistake.of("value that a domain refuses", CHECK_VIOLATED, "INSERT INTO mails VALUES (1, 'x')")
                .given(mails)
                .withoutFix());
        all.add(Mistake.of("NULL that a domain refuses", NULLS, "INSERT INTO mails (id) VALUES (1)")
                .given(mails)
                .withoutFix());
        String[] counted = {
            "CREATE TABLE counted (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x INT)",
            "INSERT INTO counted (id, x) OVERRIDING SYSTEM VALUE VALUES (1, 1), (2, 2)"
        };
        all.add(Mistake.of("identity written", COLUMN_NOT_WRITABLE, "INSERT INTO counted (id, x) VALUES (7, 1)")
                .given(counted));
        all.add(Mistake.of("generator behind the rows", GENERATOR_BEHIND, "INSERT INTO counted (x) VALUES (3)")
                .given(counted));
        all.add(Mistake.of("sequence in use", IN_USE, "DROP SEQUENCE counter")
                .given("CREATE SEQUENCE counter", "ALTER TABLE child ALTER b SET DEFAULT nextval('counter')"));
        all.add(Mistake.of("schema in use", IN_USE, "DROP SCHEMA other")
                .given("CREATE SCHEMA other", "CREATE TABLE other.t (id INT)")
                .withoutFix());
        String[] trigger = {
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER late BEFORE UPDATE OF b ON child FOR EACH ROW WHEN (NEW.b > 1) EXECUTE FUNCTION f()"
        };
        all.add(Mistake.of("column of a trigger dropped", IN_USE, "ALTER TABLE child DROP COLUMN b")
                .given(trigger));
        all.add(Mistake.of("type of a column of a trigger", IN_USE, "ALTER TABLE child ALTER COLUMN b TYPE INT")
                .given(trigger));
        all.add(Mistake.of("column of a policy dropped", IN_USE, "ALTER TABLE child DROP COLUMN s")
                .given("CREATE POLICY own ON child USING (s = current_user)")
                .withoutFix());
        all.add(Mistake.of("enums that look alike", TYPE_DIFFERS, "ALTER TABLE c ADD FOREIGN KEY (m) REFERENCES t")
                .given(
                        "CREATE SCHEMA other",
                        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
                        "CREATE TYPE other.mood AS ENUM ('sad', 'happy')",
                        "CREATE TABLE t (m mood PRIMARY KEY)",
                        "CREATE TABLE c (m other.mood DEFAULT 'sad')",
                        "INSERT INTO t VALUES ('sad')",
                        "INSERT INTO c VALUES ('sad')"));
        String full = "ALTER TABLE child ADD CONSTRAINT whole FOREIGN KEY (p, r) REFERENCES pair (a, b) MATCH FULL";
        String[] pair = {
            "CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b))",
            "ALTER TABLE child ADD COLUMN r INT",
            "INSERT INTO pair VALUES (1, 1)",
            "INSERT INTO child (id, p, q, r) VALUES (1, 1, 1, NULL), (2, NULL, 1, NULL), (3, 1, 1, 1)"
        };
        all.add(Mistake.of("NULL in a part", PARTLY_NULL, full).given(pair));
        all.add(Mistake.of("row with NULL in a part", PARTLY_NULL, "INSERT INTO child (id, p, q) VALUES (4, 1, 1)")
                .given(pair)
                .given("DELETE FROM child WHERE id = 1", full)
                .withoutFix());
        String orphan = "INSERT INTO child (id, p, q) VALUES (1, 7, 1)";
        all.add(Mistake.of("orphans found later", ORPHANS, "ALTER TABLE child VALIDATE CONSTRAINT joined")
                .given(orphan, JOINED + " NOT VALID"));
        String[] heirs = {
            "CREATE TABLE city (id INT PRIMARY KEY)",
            "CREATE TABLE capital (seat TEXT) INHERITS (city)",
            "INSERT INTO city VALUES (1)",
            "INSERT INTO capital VALUES (7, 'x')"
        };
        all.add(Mistake.of("rows of heirs referenced", ORPHANS, ADD + "(p) REFERENCES city (id)")
                .given(heirs)
                .given(orphan)
                .withoutFix());
        all.add(Mistake.of("row of an heir referenced", ORPHANS, orphan)
                .given(heirs)
                .given(ADD + "(p) REFERENCES city (id)")
                .withoutFix());
        all.add(Mistake.of("rows of another partition referenced", ORPHANS, ADD + "(p) REFERENCES log_1 (at)")
                .given(
                        "CREATE TABLE log (at INT PRIMARY KEY) PARTITION BY RANGE (at)",
                        "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (5)",
                        "CREATE TABLE log_2 PARTITION OF log DEFAULT",
                        "INSERT INTO log VALUES (7)",
                        orphan));
        if (version >= 18) {
            all.add(Mistake.of("column computed when read", COMPUTED_COLUMN, ADD + "(v) REFERENCES parent (id)")
                    .given("ALTER TABLE child ADD COLUMN v INT GENERATED ALWAYS AS (id + 1) VIRTUAL"));
        }
        return all;
    }

    static List<Mistake> onMySql(boolean mariaDb, int version) {
        List<Mistake> all = new ArrayList<>(common());
        all.addAll(SubtleMistakes.onMySql(mariaDb));
        all.addAll(FamilyMistakes.all(mariaDb));
        all.addAll(NameMistakes.onMySql());
        all.addAll(ForeignMistakes.onMySql(mariaDb));
        if (mariaDb) {
            // Measured on MariaDB 10.11 and 11.8.9: the privilege exists, and nothing asks for it.
            all.removeIf(Mistake::limited);
        }
        if (!mariaDb) {
            all.add(Mistake.of("long texts", TYPE_DIFFERS, "ALTER TABLE texts ADD FOREIGN KEY (t) REFERENCES texts (u)")
                    .given("CREATE TABLE texts (t TEXT, u TEXT)")
                    .withoutFix());
        }
        all.add(Mistake.of("definer missing", ACCOUNT_MISSING, "INSERT INTO parent (id) VALUES (1)")
                .given("CREATE DEFINER = 'fk_absent'@'%' TRIGGER t BEFORE INSERT ON parent FOR EACH ROW SET NEW.n = 1")
                .withoutFix());
        all.add(Mistake.of("not allowed to drop", PERMISSION_DENIED, "DROP TABLE child")
                .byLimitedUser());
        all.add(Mistake.of("not allowed to update", PERMISSION_DENIED, "UPDATE child SET q = 1")
                .byLimitedUser());
        all.add(Mistake.of("NULLs", NULLS, "ALTER TABLE child MODIFY COLUMN p INT NOT NULL")
                .given("INSERT INTO child (id, q) VALUES (1, 1)")
                .withoutFix());
        String[] rows = {"INSERT INTO parent (id, code) VALUES (1, 'seven'), (2, 'eight')"};
        all.add(Mistake.of(
                        "same value in a new column", DUPLICATES, "ALTER TABLE parent ADD COLUMN m INT NOT NULL UNIQUE")
                .given(rows)
                .withoutFix());
        all.add(Mistake.of("too long for another type", VALUES_UNFIT, "ALTER TABLE parent MODIFY code VARCHAR(3)")
                .given(rows)
                .withoutFix());
        all.add(Mistake.of("no number", VALUES_UNFIT, "ALTER TABLE parent MODIFY code INT")
                .given(rows)
                .withoutFix());
        all.add(Mistake.of("counter without a key", TABLE_NOT_POSSIBLE, "CREATE TABLE fresh (id INT AUTO_INCREMENT)")
                .withoutFix());
        all.add(Mistake.of(
                        "primary key of a counter dropped", TABLE_NOT_POSSIBLE, "ALTER TABLE counted DROP PRIMARY KEY")
                .given("CREATE TABLE counted (id INT AUTO_INCREMENT PRIMARY KEY)")
                .withoutFix());
        all.add(Mistake.of("key over a text", TABLE_NOT_POSSIBLE, "CREATE TABLE fresh (x TEXT, PRIMARY KEY (x))")
                .withoutFix());
        if (!mariaDb) {
            all.add(Mistake.of("column of a check dropped", IN_USE, "ALTER TABLE child DROP COLUMN b")
                    .given("ALTER TABLE child ADD CHECK (b > q)")
                    .withoutFix());
            String zero = "INSERT IGNORE INTO days VALUES (1, '0000-00-00')";
            all.add(Mistake.of("date of zeros in a row", ZERO_DATE, "ALTER TABLE days MODIFY id BIGINT")
                    .given("CREATE TABLE days (id INT PRIMARY KEY, day DATE NOT NULL)", zero));
            all.add(Mistake.of("date of zeros written", ZERO_DATE, zero.replace(" IGNORE", ""))
                    .given("CREATE TABLE days (id INT PRIMARY KEY, day DATE NOT NULL)"));
        }
        all.add(Mistake.of("size differs", TYPE_DIFFERS, ADD + "(b) REFERENCES parent (id)")
                .planned(foreignKey("b").references("parent", "id")));
        all.add(Mistake.of("sign differs", TYPE_DIFFERS, ADD + "(u) REFERENCES parent (id)")
                .given("ALTER TABLE child ADD COLUMN u INT UNSIGNED"));
        all.add(Mistake.of("collation differs", COLLATION_DIFFERS, ADD + "(s) REFERENCES labels (label)")
                .given("CREATE TABLE labels (label VARCHAR(20) CHARACTER SET latin1 PRIMARY KEY)")
                .planned(foreignKey("s").references("labels", "label")));
        all.add(Mistake.of(
                        "SET NULL on NOT NULL",
                        SET_NULL_ON_NOT_NULL,
                        ADD + "(q) REFERENCES parent (id) ON DELETE SET NULL")
                .planned(foreignKey("q").references("parent", "id").onDelete(SET_NULL)));
        all.add(Mistake.of(
                "SET NULL on NOT NULL in a new table",
                SET_NULL_ON_NOT_NULL,
                "CREATE TABLE fresh (p INT NOT NULL, FOREIGN KEY (p) REFERENCES parent (id) ON DELETE SET NULL)"));
        all.add(Mistake.of(
                        "NOT NULL under SET NULL",
                        SET_NULL_ON_NOT_NULL,
                        "ALTER TABLE child MODIFY COLUMN p INT NOT NULL")
                .given(JOINED + " ON DELETE SET NULL"));
        all.add(Mistake.of(
                        "name of a foreign key elsewhere",
                        NAME_TAKEN,
                        "CREATE TABLE fresh (p INT, CONSTRAINT joined FOREIGN KEY (p) REFERENCES parent (id))")
                .given(JOINED));
        all.add(Mistake.of("parent by MyISAM", ENGINE, ADD + "(p) REFERENCES loose (id)")
                .given("CREATE TABLE loose (id INT PRIMARY KEY) ENGINE = MyISAM")
                .planned(foreignKey("p").references("loose", "id")));
        all.add(Mistake.of("parent is partitioned", PARTITIONED, ADD + "(p) REFERENCES parts (id)")
                .given("CREATE TABLE parts (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2")
                .planned(foreignKey("p").references("parts", "id")));
        all.add(Mistake.of(
                        "computed column is set",
                        COMPUTED_COLUMN,
                        ADD + "(g) REFERENCES parent (id) ON DELETE SET NULL")
                .given("ALTER TABLE child ADD COLUMN g INT GENERATED ALWAYS AS (id + 1) STORED")
                .planned(foreignKey("g").references("parent", "id").onDelete(SET_NULL)));
        all.add(Mistake.of(
                        "column with a foreign key dropped", COLUMN_IN_FOREIGN_KEY, "ALTER TABLE child DROP COLUMN p")
                .given(JOINED));
        all.add(Mistake.of("referenced key dropped", KEY_REFERENCED, "ALTER TABLE parent DROP PRIMARY KEY")
                .given(JOINED));
        all.add(Mistake.of("needed index dropped", INDEX_NEEDED, "ALTER TABLE child DROP INDEX joined")
                .given(JOINED));
        all.add(Mistake.of("index of one's own dropped", INDEX_NEEDED, "DROP INDEX by_p ON child")
                .given("CREATE INDEX by_p ON child (p, q)", JOINED));
        all.add(Mistake.of("type of a referenced column", COLUMN_IN_FOREIGN_KEY, "ALTER TABLE parent MODIFY id BIGINT")
                .given(JOINED));
        all.add(Mistake.of(
                        "type of a column with a foreign key",
                        COLUMN_IN_FOREIGN_KEY,
                        "ALTER TABLE child MODIFY COLUMN p BIGINT")
                .given(JOINED));
        all.add(Mistake.of(
                        "type and name of a column with a foreign key",
                        COLUMN_IN_FOREIGN_KEY,
                        "ALTER TABLE child CHANGE COLUMN p parentNo BIGINT")
                .given(JOINED));
        all.add(Mistake.of("unique in another order", COLUMN_ORDER_DIFFERS, ADD + "(p, q) REFERENCES pair (b, a)")
                .given("CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b))"));
        all.add(Mistake.of("text", TYPE_DIFFERS, ADD + "(t) REFERENCES parent (code)")
                .given("ALTER TABLE child ADD COLUMN t TEXT"));
        if (mariaDb || version < 9) {
            all.add(Mistake.of("referenced columns left out", COLUMN_COUNT_DIFFERS, ADD + "(p) REFERENCES parent"));
        }
        if (mariaDb) {
            all.add(Mistake.of(
                            "nullable parent", PARENT_IS_NULLABLE, ADD + "(q) REFERENCES loose (id) ON UPDATE CASCADE")
                    .given("CREATE TABLE loose (id INT UNIQUE)"));
        } else {
            all.add(Mistake.of("column computed when read", COMPUTED_COLUMN, ADD + "(v) REFERENCES parent (id)")
                    .given("ALTER TABLE child ADD COLUMN v INT GENERATED ALWAYS AS (id + 1) VIRTUAL"));
        }
        return all;
    }
}

package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;

import java.util.ArrayList;
import java.util.List;

/** Mistakes of which the words of the server say little: in what way, of what, why here. */
final class SubtleMistakes {
    private static final String JOINED =
            "ALTER TABLE child ADD CONSTRAINT joined FOREIGN KEY (p) REFERENCES parent (id)";
    private static final String CODED =
            "ALTER TABLE child ADD CONSTRAINT coded FOREIGN KEY (s) REFERENCES parent (code)";

    private SubtleMistakes() {}

    /** Rows that no server takes. */
    private static List<Mistake> written() {
        String row = "INSERT INTO parent (id, code, n) VALUES ";
        List<Mistake> people = List.of(
                Mistake.of("value left out", NULLS, "INSERT INTO child (id, p) VALUES (1, 5)"),
                Mistake.of("NULL written", NULLS, "INSERT INTO child (id, q) VALUES (1, NULL)"),
                Mistake.of("row that is there", DUPLICATES, row + "(2, 'a', 1), (3, 'b', 2)")
                        .given(row + "(1, 'b', 1)"),
                Mistake.of("row written twice", DUPLICATES, row + "(1, 'a', 1), (1, 'b', 1)"),
                Mistake.of("text too long", VALUES_UNFIT, row + "(1, 'it''s a text of 30 characters', 1)"),
                Mistake.of("number too large", VALUES_UNFIT, row + "(1, 'a', 3000000000)"),
                Mistake.of("no number written", VALUES_UNFIT, row + "(1, 'a', 'one')"),
                Mistake.of("column written twice", NAME_TAKEN, "INSERT INTO parent (id, id) VALUES (1, 2)"),
                Mistake.of("no day", VALUES_UNFIT, "INSERT INTO days VALUES ('2023-02-29')")
                        .given("CREATE TABLE days (d DATE)"));
        List<Mistake> all =
                new ArrayList<>(people.stream().map(Mistake::withoutFix).toList());
        all.add(Mistake.of("written column misspelt", COLUMN_MISSING, "INSERT INTO parent (id, coed) VALUES (1, 'a')"));
        all.add(Mistake.of("set column misspelt", COLUMN_MISSING, "UPDATE parent SET id = 7, coed = 'a'"));
        all.add(Mistake.of("column of a condition misspelt", COLUMN_MISSING, "DELETE FROM parent WHERE coed = 'a'"));
        return all;
    }

    /** What every server refuses. */
    private static List<Mistake> common() {
        List<Mistake> all = new ArrayList<>(written());
        all.add(Mistake.of(
                        "index dropped as a constraint", CONSTRAINT_MISSING, "ALTER TABLE child DROP CONSTRAINT by_q")
                .given("CREATE INDEX by_q ON child (q)"));
        all.add(Mistake.of(
                        "two columns of which either may be meant",
                        COLUMN_MISSING,
                        "ALTER TABLE totals ADD FOREIGN KEY (total3) REFERENCES parent (id)")
                .given("CREATE TABLE totals (total1 INT, total2 INT)")
                .withoutFix());
        all.add(Mistake.of("column of a check misspelt", COLUMN_MISSING, "ALTER TABLE child ADD CHECK (idd > 0)"));
        all.add(Mistake.of(
                "column of a key of a new table misspelt",
                COLUMN_MISSING,
                "CREATE TABLE fresh (no INT, price INT, PRIMARY KEY (no, prize))"));
        String view = "CREATE VIEW seen AS SELECT id FROM parent";
        all.add(Mistake.of("view dropped as a table", TABLE_MISSING, "DROP TABLE seen")
                .given(view));
        all.add(Mistake.of("view altered as a table", TABLE_MISSING, "ALTER TABLE seen ADD COLUMN x INT")
                .given(view)
                .withoutFix());
        all.add(Mistake.of("name of another check", NAME_TAKEN, "ALTER TABLE child ADD CONSTRAINT ck CHECK (q > 0)")
                .given("ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)"));
        all.add(Mistake.of("column twice", NAME_TAKEN, "CREATE TABLE fresh (no INT, no INT)")
                .withoutFix());
        all.add(Mistake.of("column twice in a key", NAME_TAKEN, "ALTER TABLE child ADD UNIQUE (p, p)")
                .withoutFix());
        all.add(Mistake.of(
                        "column twice in a foreign key",
                        NAME_TAKEN,
                        "ALTER TABLE child ADD FOREIGN KEY (p, p) REFERENCES parent (id, id)")
                .withoutFix());
        all.add(Mistake.of(
                        "two primary keys in a new table",
                        SECOND_PRIMARY_KEY,
                        "CREATE TABLE fresh (a INT PRIMARY KEY, b INT PRIMARY KEY)")
                .withoutFix());
        return all;
    }

    private static Mistake newColumn() {
        return Mistake.of(
                        "check behind a new column",
                        CHECK_VIOLATED,
                        "ALTER TABLE child ADD COLUMN x INT DEFAULT 0 CHECK (x > 0)")
                .given("INSERT INTO child (id, q) VALUES (1, 1)")
                .withoutFix();
    }

    static List<Mistake> onPostgreSql() {
        List<Mistake> all = new ArrayList<>(common());
        all.add(Mistake.of("constraint dropped as an index", IN_USE, "DROP INDEX parent_code_key"));
        all.add(Mistake.of("table called like an index", NAME_TAKEN, "CREATE TABLE parent_pkey (id INT)")
                .withoutFix());
        all.add(Mistake.of(
                        "no primary key to reference",
                        COLUMN_COUNT_DIFFERS,
                        "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES loose")
                .given("CREATE TABLE loose (no INT UNIQUE)"));
        all.add(Mistake.of(
                "no key for a conflict",
                KEY_MISSING,
                "INSERT INTO parent (id, n) VALUES (1, 1) ON CONFLICT (n) DO NOTHING"));
        all.add(Mistake.of(
                        "type under a computed column",
                        USED_BY_COMPUTED_COLUMN,
                        "ALTER TABLE child ALTER COLUMN b TYPE INT")
                .given(
                        "ALTER TABLE child ADD COLUMN twice BIGINT GENERATED ALWAYS AS (b * 2) STORED",
                        "INSERT INTO child (id, q, b) VALUES (1, 1, 5)"));
        all.add(Mistake.of("no partition for a row", CHECK_VIOLATED, "INSERT INTO log VALUES (7)")
                .given(
                        "CREATE TABLE log (at INT) PARTITION BY RANGE (at)",
                        "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (5)")
                .withoutFix());
        all.add(newColumn());
        String half = "CREATE UNIQUE INDEX %s ON parent (%s)";
        all.add(Mistake.of(
                        "indexes that are no keys",
                        PARENT_NOT_UNIQUE,
                        "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (n)")
                .given(half.formatted("partly", "n") + " WHERE n > 0", half.formatted("computed", "abs(n)")));
        String text = "ALTER TABLE child ADD COLUMN t TEXT";
        String row =
                "INSERT INTO child (id, q, t) SELECT 1, 1, string_agg(md5(i::text), '') FROM generate_series(1, %d) i";
        all.add(Mistake.of("long text for an index", VALUES_UNFIT, "CREATE INDEX by_t ON child (t)")
                .given(text, row.formatted(500))
                .withoutFix());
        all.add(Mistake.of("long text in an index", VALUES_UNFIT, row.formatted(500))
                .given(text, "CREATE INDEX by_t ON child (t)")
                .withoutFix());
        all.add(Mistake.of("dropped index misspelt", CONSTRAINT_MISSING, "DROP INDEX by_qq")
                .given("CREATE INDEX by_q ON child (q)"));
        return all;
    }

    static List<Mistake> onMySql(boolean mariaDb) {
        List<Mistake> all = new ArrayList<>(common());
        String[] shared = {
            "ALTER TABLE child ADD UNIQUE by_both (b, q)", "INSERT INTO child (id, b, q) VALUES (1, 1, 1), (2, 2, 1)"
        };
        all.add(Mistake.of("no partition for a row", CHECK_VIOLATED, "INSERT INTO log VALUES (7)")
                .given("CREATE TABLE log (at INT) PARTITION BY RANGE (at) (PARTITION a VALUES LESS THAN (5))")
                .withoutFix());
        all.add(Mistake.of("column of the partitions dropped", IN_USE, "ALTER TABLE log DROP COLUMN at")
                .given("CREATE TABLE log (at INT, x INT) PARTITION BY HASH (at)")
                .withoutFix());
        all.add(Mistake.of(
                        "text that counts",
                        TABLE_NOT_POSSIBLE,
                        "CREATE TABLE fresh (no VARCHAR(9) AUTO_INCREMENT PRIMARY KEY)")
                .withoutFix());
        all.add(Mistake.of(
                "place of a new column misspelt", COLUMN_MISSING, "ALTER TABLE parent ADD x INT AFTER coed"));
        if (mariaDb) {
            all.add(Mistake.of(
                            "referenced row replaced",
                            ROWS_REFERENCED,
                            "REPLACE INTO parent (id, code) VALUES (1, 'b')")
                    .given(
                            JOINED,
                            "INSERT INTO parent (id, code) VALUES (1, 'a')",
                            "INSERT INTO child (id, p, q) VALUES (1, 1, 1)"));
            all.add(Mistake.of("column out of a key", IN_USE, "ALTER TABLE child DROP COLUMN b")
                    .given(shared));
        }
        all.add(Mistake.of("needed index dropped, name taken", INDEX_NEEDED, "ALTER TABLE child DROP INDEX joined")
                .given(JOINED, "CREATE INDEX child_p ON child (q)"));
        if (!mariaDb) {
            all.add(newColumn());
            all.add(Mistake.of(
                            "parent computed when read",
                            COMPUTED_COLUMN,
                            "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (g)")
                    .given("ALTER TABLE parent ADD COLUMN g INT GENERATED ALWAYS AS (id + 1) VIRTUAL UNIQUE")
                    .withoutFix());
            all.add(Mistake.of(
                    "check of two columns behind one",
                    TABLE_NOT_POSSIBLE,
                    "CREATE TABLE fresh (a INT, b INT CONSTRAINT ck CHECK (b > a), c INT)"));
            all.add(Mistake.of(
                    "literal default of a text",
                    TABLE_NOT_POSSIBLE,
                    "ALTER TABLE child ADD t TEXT NOT NULL DEFAULT 'a'"));
            all.add(Mistake.of("rows the same without a column", DUPLICATES, "ALTER TABLE child DROP COLUMN b")
                    .given(shared));
            all.add(Mistake.of(
                            "text grows in a key", TABLE_NOT_POSSIBLE, "ALTER TABLE parent MODIFY code VARCHAR(1000)")
                    .withoutFix());
        }
        all.add(Mistake.of(
                        "index over long texts", TABLE_NOT_POSSIBLE, "CREATE INDEX by_texts ON texts (a (600), b, no)")
                .given("CREATE TABLE texts (no INT, a VARCHAR(900), b VARCHAR(400))"));
        all.add(Mistake.of(
                        "primary key over a long text",
                        TABLE_NOT_POSSIBLE,
                        "CREATE TABLE fresh (a VARCHAR(2000) PRIMARY KEY)")
                .withoutFix());
        all.add(Mistake.of(
                        "long row",
                        TABLE_NOT_POSSIBLE,
                        "CREATE TABLE fresh (a VARCHAR(10000), b VARBINARY(9000), c VARCHAR(10000))")
                .withoutFix());
        all.add(Mistake.of("long text", TABLE_NOT_POSSIBLE, "ALTER TABLE child MODIFY s VARCHAR(20000) NOT NULL"));
        all.add(Mistake.of("long text in a key", TABLE_NOT_POSSIBLE, "ALTER TABLE parent MODIFY code VARCHAR(20000)")
                .withoutFix());
        all.add(Mistake.of("long text of one length", TABLE_NOT_POSSIBLE, "CREATE TABLE fresh (a CHAR(300))"));
        all.add(Mistake.of("long bytes", TABLE_NOT_POSSIBLE, "CREATE TABLE fresh (a VARBINARY(70000))"));
        all.add(Mistake.of("nothing like it", COLUMN_MISSING, "ALTER TABLE child MODIFY g INT NOT NULL")
                .withoutFix());
        all.add(Mistake.of(
                        "character set under a foreign key",
                        COLUMN_IN_FOREIGN_KEY,
                        "ALTER TABLE child CONVERT TO CHARACTER SET latin1")
                .given(CODED, "CREATE TABLE more (c VARCHAR(20), FOREIGN KEY (c) REFERENCES parent (code))"));
        all.add(
                Mistake.of(
                                "collation under a foreign key to the same table",
                                COLUMN_IN_FOREIGN_KEY,
                                "ALTER TABLE tree CONVERT TO CHARACTER SET latin1")
                        .given(
                                "CREATE TABLE tree (no VARCHAR(9) PRIMARY KEY, up VARCHAR(9), FOREIGN KEY (up) REFERENCES tree (no))"));
        all.add(Mistake.of("engine under a foreign key", ENGINE, "ALTER TABLE parent ENGINE = MyISAM")
                .given(JOINED));
        all.add(Mistake.of(
                        "partitions under a foreign key",
                        PARTITIONED,
                        "ALTER TABLE child PARTITION BY HASH (id) PARTITIONS 2")
                .given(JOINED));
        all.add(Mistake.of(
                        "partitions and a foreign key in a new table",
                        PARTITIONED,
                        "CREATE TABLE fresh (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES parent (id))"
                                + " PARTITION BY HASH (id) PARTITIONS 2")
                .withoutFix());
        all.add(Mistake.of(
                        "partitions without a column of a key",
                        TABLE_NOT_POSSIBLE,
                        "ALTER TABLE parent PARTITION BY HASH (n) PARTITIONS 2")
                .withoutFix());
        all.add(Mistake.of(
                "index dropped as a foreign key", CONSTRAINT_MISSING, "ALTER TABLE parent DROP FOREIGN KEY code"));
        all.add(Mistake.of("foreign key dropped as an index", CONSTRAINT_MISSING, "DROP INDEX joined ON child")
                .given("CREATE INDEX by_p ON child (p)", JOINED));
        all.add(Mistake.of("check dropped as an index", CONSTRAINT_MISSING, "ALTER TABLE child DROP INDEX ck")
                .given("ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)"));
        all.add(Mistake.of(
                        "foreign key dropped by its column", CONSTRAINT_MISSING, "ALTER TABLE child DROP FOREIGN KEY p")
                .given("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id)"));
        return all;
    }
}

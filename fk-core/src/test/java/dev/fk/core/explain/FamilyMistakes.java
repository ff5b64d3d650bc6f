package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes that MySQL and MariaDB tell in few words: defaults, prefixes, collations, ways of altering. */
final class FamilyMistakes {
    private FamilyMistakes() {}

    static List<Mistake> all(boolean mariaDb) {
        List<Mistake> all = new ArrayList<>(ofDefaults(mariaDb));
        all.addAll(ofWords(mariaDb));
        all.addAll(ofRows());
        all.addAll(ofOthers());
        all.addAll(ofIndexes(mariaDb));
        if (!mariaDb) {
            all.add(Mistake.of(
                            "NULL in a primary key",
                            TABLE_NOT_POSSIBLE,
                            "ALTER TABLE loose MODIFY c INT NULL, ADD PRIMARY KEY (c)")
                    .given("CREATE TABLE loose (c INT)"));
            all.add(Mistake.of(
                    "table read and written",
                    NOT_SUPPORTED,
                    "DELETE FROM child WHERE id IN (SELECT x.p FROM child x JOIN child ON x.q = child.id)"));
            all.add(Mistake.of("dropped check misspelt", CONSTRAINT_MISSING, "ALTER TABLE child DROP CHECK kc")
                    .given("ALTER TABLE child ADD CONSTRAINT ck CHECK (p > 0)"));
        }
        return all;
    }

    private static List<Mistake> ofDefaults(boolean mariaDb) {
        String column = "ALTER TABLE child ADD COLUMN x ";
        List<Mistake> all = new ArrayList<>(Stream.of(
                        Mistake.of("default that is no number", TABLE_NOT_POSSIBLE, column + "INT DEFAULT 'one'"),
                        Mistake.of("default that is no day", TABLE_NOT_POSSIBLE, column + "DATE DEFAULT '2023-02-29'"),
                        Mistake.of("default that is no label", TABLE_NOT_POSSIBLE, column + "ENUM('a') DEFAULT 'b'"),
                        Mistake.of("default that is too large", TABLE_NOT_POSSIBLE, column + "TINYINT DEFAULT 300"))
                .map(Mistake::withoutFix)
                .toList());
        all.add(Mistake.of("default that is NULL", TABLE_NOT_POSSIBLE, column + "INT NOT NULL DEFAULT NULL"));
        if (!mariaDb) {
            all.add(Mistake.of(
                    "default with too few digits",
                    TABLE_NOT_POSSIBLE,
                    column + "DATETIME(6) DEFAULT CURRENT_TIMESTAMP COMMENT 'now'"));
        }
        return all;
    }

    private static List<Mistake> ofWords(boolean mariaDb) {
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("beginning of a number", TABLE_NOT_POSSIBLE, "CREATE INDEX by_p ON child (p(2), s(9))"));
        all.add(Mistake.of("beginning longer than all", TABLE_NOT_POSSIBLE, "ALTER TABLE child ADD INDEX (s (21))"));
        all.add(Mistake.of(
                "collation of another character set",
                COLLATION_MISSING,
                "ALTER TABLE child MODIFY s VARCHAR(20) CHARACTER SET latin1 COLLATE utf8mb4_bin"));
        all.add(Mistake.of(
                "collation misspelt",
                COLLATION_MISSING,
                "ALTER TABLE child CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bni"));
        all.add(Mistake.of("engine misspelt", ENGINE, "CREATE TABLE fresh (id INT) ENGINE = InnoBD"));
        all.add(Mistake.of(
                "way of altering",
                NOT_SUPPORTED,
                "ALTER TABLE child ALGORITHM = INPLACE, MODIFY b VARCHAR(9), LOCK=SHARED"));
        all.add(Mistake.of("renamed index misspelt", CONSTRAINT_MISSING, "ALTER TABLE parent RENAME INDEX coed TO x"));
        all.add(Mistake.of("no primary key to drop", CONSTRAINT_MISSING, "ALTER TABLE loose DROP PRIMARY KEY")
                .given("CREATE TABLE loose (c INT)")
                .withoutFix());
        all.add(
                Mistake.of(
                        "check and action in a new table",
                        CHECKED_COLUMN,
                        "CREATE TABLE fresh (p INT, CHECK (p > 0), FOREIGN KEY (p) REFERENCES parent (id) ON DELETE SET NULL)"));
        all.add(Mistake.of(
                        "dropped tables, one of them missing",
                        mariaDb ? TABLE_REFERENCED : TABLE_MISSING,
                        "DROP TABLE parent, nowhere")
                .given("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id)")
                .withoutFix());
        all.add(Mistake.of("index name twice", NAME_TAKEN, "CREATE TABLE fresh (a INT, b INT, KEY k (a), KEY k (b))")
                .withoutFix());
        return all;
    }

    private static List<Mistake> ofRows() {
        String given = "CREATE TABLE facts (id INT PRIMARY KEY, d DECIMAL(4, 2), t DATETIME, u INT NOT NULL UNIQUE)";
        return Stream.of(
                        Mistake.of("no decimal", VALUES_UNFIT, "INSERT INTO facts (id, d, u) VALUES (1, 'ten', 1)"),
                        Mistake.of(
                                "decimal too large", VALUES_UNFIT, "INSERT INTO facts (id, d, u) VALUES (1, 100, 1)"),
                        Mistake.of(
                                "no time",
                                VALUES_UNFIT,
                                "INSERT INTO facts (id, t, u) VALUES (1, '2024-01-01 25:00', 1)"),
                        Mistake.of(
                                        "characters of another set",
                                        VALUES_UNFIT,
                                        "INSERT INTO labels VALUES ('naïve', 'Ж')")
                                .given("CREATE TABLE labels (a VARCHAR(9), b VARCHAR(9)) CHARACTER SET latin1"),
                        Mistake.of(
                                        "decimal of another row",
                                        DUPLICATES,
                                        "INSERT INTO facts (id, e, u) VALUES (2, -1.50, 2)")
                                .given(
                                        given.replace("u INT", "e DECIMAL(4, 2) UNIQUE, u INT"),
                                        "INSERT INTO facts (id, e, u) VALUES (1, -1.5, 1)"),
                        Mistake.of("value left out by SET", NULLS, "INSERT INTO facts SET id = 1"),
                        Mistake.of("too few values", COLUMN_COUNT_DIFFERS, "INSERT INTO facts VALUES (1, 2)"),
                        Mistake.of("value of another row", DUPLICATES, "UPDATE facts SET u = 1 WHERE id = 2")
                                .given(given, "INSERT INTO facts (id, u) VALUES (1, 1), (2, 2)"))
                .map(m -> m.given().isEmpty() ? m.given(given) : m)
                .map(Mistake::withoutFix)
                .toList();
    }

    /** What other servers have, or none. */
    private static List<Mistake> ofOthers() {
        return List.of(
                Mistake.of("type misspelt", TYPE_MISSING, "ALTER TABLE child ADD x VARCHR(20) NOT NULL"),
                Mistake.of(
                        "types of other servers",
                        TYPE_MISSING,
                        "CREATE TABLE fresh (id SERIAL PRIMARY KEY, t TIMESTAMPTZ(3), u BYTEA, v VARCHAR2(9))"),
                Mistake.of("function of another server", FUNCTION_MISSING, "UPDATE child SET s = nvl2(s, nvlen(s), s)")
                        .withoutFix(),
                Mistake.of(
                        "default of another server",
                        FUNCTION_MISSING,
                        "CREATE TABLE fresh (t DATETIME DEFAULT getdate())"),
                Mistake.of(
                        "expression of another server",
                        FUNCTION_MISSING,
                        "CREATE TABLE fresh (u CHAR(36) DEFAULT (gen_random_uuid()))"));
    }

    private static List<Mistake> ofIndexes(boolean mariaDb) {
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("last column dropped", TABLE_NOT_POSSIBLE, "ALTER TABLE loose DROP COLUMN c")
                .given("CREATE TABLE loose (c INT)")
                .withoutFix());
        all.add(Mistake.of("spatial index over a number", TABLE_NOT_POSSIBLE, "ALTER TABLE child ADD SPATIAL INDEX (p)")
                .withoutFix());
        all.add(Mistake.of(
                        "spatial index over a nullable column",
                        TABLE_NOT_POSSIBLE,
                        "CREATE SPATIAL INDEX i ON child (g)")
                .given("ALTER TABLE child ADD g POINT"));
        all.add(Mistake.of(
                "spatial index over a new column",
                TABLE_NOT_POSSIBLE,
                "CREATE TABLE fresh (id INT PRIMARY KEY, g POINT, SPATIAL KEY by_g (g))"));
        all.add(Mistake.of(
                        "text index over a number", TABLE_NOT_POSSIBLE, "ALTER TABLE child ADD FULLTEXT INDEX (s, p)")
                .withoutFix());
        if (!mariaDb) {
            all.add(Mistake.of("index over JSON", TABLE_NOT_POSSIBLE, "ALTER TABLE child ADD j JSON UNIQUE")
                    .withoutFix());
        }
        all.add(Mistake.of("trigger that changes its table", NOT_SUPPORTED, "INSERT INTO child (id, q) VALUES (1, 1)")
                .given("CREATE TRIGGER first BEFORE INSERT ON child FOR EACH ROW SET NEW.p = NULL")
                .given("CREATE TRIGGER second AFTER INSERT ON child FOR EACH ROW UPDATE child SET p = 1")
                .withoutFix());
        return all;
    }
}

package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.NOT_SUPPORTED;

import java.util.List;
import java.util.stream.Stream;

/** Statements that other servers understand. */
final class ForeignMistakes {
    private static final String KEY = "ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent (id)";

    private ForeignMistakes() {}

    private static Mistake of(String name, String statement) {
        return Mistake.of(name, NOT_SUPPORTED, statement);
    }

    static List<Mistake> onPostgreSql() {
        return List.of(
                of("names in backticks", "CREATE TABLE `fresh` (`id` INT PRIMARY KEY, s VARCHAR(9) DEFAULT 'a`b')"),
                of("AUTO_INCREMENT", "CREATE TABLE fresh (id INT AUTO_INCREMENT PRIMARY KEY)"),
                of("engine", "CREATE TABLE fresh (id INT PRIMARY KEY) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"),
                of("foreign key dropped as such", "ALTER TABLE child DROP FOREIGN KEY f")
                        .given(KEY),
                of("index dropped with its table", "DROP INDEX i ON child").given("CREATE INDEX i ON child (p)"),
                of("ignored duplicates", "INSERT IGNORE INTO child (id, q) VALUES (1, 1)")
                        .given("INSERT INTO child (id, q) VALUES (1, 1)"),
                of("place of a column", "ALTER TABLE child ADD x INT AFTER p"),
                of("column modified", "ALTER TABLE child MODIFY p BIGINT").withoutFix(),
                of("row inserted or changed", "INSERT INTO child (id, q) VALUES (1, 1) ON DUPLICATE KEY UPDATE q = 2")
                        .withoutFix());
    }

    static List<Mistake> onMySql(boolean mariaDb) {
        List<Mistake> both = List.of(
                of("names in double quotes", KEY.replace(" f ", " \"f\" ").replace("(p)", "(\"p\")")),
                of("deferred foreign key", KEY + " DEFERRABLE INITIALLY DEFERRED"),
                of("foreign key not asked of rows", KEY + " NOT VALID"),
                of("index made concurrently", "CREATE INDEX CONCURRENTLY i ON child (p)"),
                of("partial index", "CREATE INDEX i ON child (p) WHERE p > 0").withoutFix(),
                of("type altered", "ALTER TABLE child ALTER COLUMN p TYPE BIGINT")
                        .withoutFix(),
                of("conflict", "INSERT INTO child (id, q) VALUES (1, 1) ON CONFLICT DO NOTHING")
                        .withoutFix());
        return mariaDb
                ? both
                : Stream.concat(
                                both.stream(),
                                Stream.of(of(
                                        "column that may be there",
                                        "ALTER TABLE child ADD COLUMN IF NOT EXISTS x INT")))
                        .toList();
    }
}

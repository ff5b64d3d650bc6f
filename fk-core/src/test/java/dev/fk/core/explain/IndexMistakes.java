package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;

import java.util.ArrayList;
import java.util.List;

/** Mistakes on PostgreSQL about indexes that belong to something, or that a key is to be made of, and about parts that go. */
final class IndexMistakes {
    private static final String LOG = "CREATE TABLE log (id INT PRIMARY KEY, k INT) PARTITION BY RANGE (id)";
    private static final String PART = "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (5)";
    private static final String LOOSE = "CREATE TABLE loose (id INT, k INT)";
    private static final String PRIMARY = "ALTER TABLE loose ADD PRIMARY KEY USING INDEX i";

    private IndexMistakes() {}

    private static Mistake promoted(String name, String index, String... rows) {
        return Mistake.of(name, TABLE_NOT_POSSIBLE, PRIMARY).given(LOOSE, index).given(rows);
    }

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>(ofParts());
        String unique = "CREATE UNIQUE INDEX i ON loose (id)";
        all.add(promoted("key of a plain index", "CREATE INDEX i ON loose (id)", "INSERT INTO loose VALUES (1)"));
        all.add(promoted(
                        "key of a plain index over duplicates",
                        "CREATE INDEX i ON loose (id)",
                        "INSERT INTO loose VALUES (1), (1)")
                .withoutFix());
        all.add(promoted("key of a partial index", unique + " WHERE k > 0", "INSERT INTO loose VALUES (1)"));
        all.add(promoted("key of an index over an expression", "CREATE UNIQUE INDEX i ON loose ((id + 1))")
                .withoutFix());
        all.add(Mistake.of(
                        "key of a descending index",
                        TABLE_NOT_POSSIBLE,
                        "ALTER TABLE loose ADD CONSTRAINT c UNIQUE USING INDEX i DEFERRABLE")
                .given(LOOSE, "CREATE UNIQUE INDEX i ON loose (id DESC, k)"));
        all.add(Mistake.of("key of an index with NULL", NULLS, PRIMARY)
                .given(LOOSE, unique, "INSERT INTO loose VALUES (NULL)")
                .withoutFix());
        all.add(Mistake.of("index of a key misspelt", CONSTRAINT_MISSING, PRIMARY.replace("INDEX i", "INDEX looseid"))
                .given(LOOSE, unique.replace(" i ", " loose_id ")));
        all.add(Mistake.of("index of another table", TABLE_NOT_POSSIBLE, PRIMARY)
                .given(LOOSE, "CREATE UNIQUE INDEX i ON child (id)")
                .withoutFix());
        return all;
    }

    private static List<Mistake> ofParts() {
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("index of a part", IN_USE, "DROP INDEX log_1_k_idx")
                .given(LOG, PART, "CREATE INDEX by_k ON log (k)")
                .withoutFix());
        all.add(Mistake.of("key of a part", IN_USE, "DROP INDEX log_1_pkey")
                .given(LOG, PART)
                .withoutFix());
        all.add(Mistake.of(
                        "detached part that is referenced", ROWS_REFERENCED, "ALTER TABLE log DETACH PARTITION log_1")
                .given(LOG, PART, "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES log")
                .given("INSERT INTO log VALUES (1), (2)", "INSERT INTO child (id, p, q) VALUES (1, 2, 1), (2, NULL, 1)")
                .withoutFix());
        all.add(Mistake.of("detached part misspelt", TABLE_MISSING, "ALTER TABLE log DETACH PARTITION log1")
                .given(LOG, PART));
        return all;
    }
}

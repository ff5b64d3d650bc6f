package dev.fk.core.explain;

import static dev.fk.core.dialect.Cause.*;

import java.util.ArrayList;
import java.util.List;

/** Mistakes about the parts and heirs of tables on PostgreSQL. */
final class PartitionMistakes {
    private static final String LOG = "CREATE TABLE log (at INT, x INT NOT NULL) PARTITION BY RANGE (at)";
    private static final String PART = "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (5)";
    private static final String ATTACH = "ALTER TABLE log ATTACH PARTITION more FOR VALUES FROM (5) TO (9)";

    private PartitionMistakes() {}

    private static Mistake attached(String name, String more, String... rows) {
        return Mistake.of(name, PART_UNFIT, ATTACH)
                .given(LOG, "CREATE TABLE more (" + more + ")")
                .given(rows);
    }

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.add(attached("part without a column", "at INT"));
        all.add(attached("part with a column more", "at INT, x INT NOT NULL, y INT"));
        all.add(attached("part of another type", "at INT, x BIGINT NOT NULL", "INSERT INTO more VALUES (5, 5)"));
        all.add(attached("part that is nullable", "at INT, x INT"));
        all.add(attached("part with NULL", "at INT, x INT", "INSERT INTO more VALUES (5, NULL)")
                .withoutFix());
        all.add(attached("part without a check", "at INT, x INT NOT NULL")
                .given("ALTER TABLE log ADD CONSTRAINT positive CHECK (x > 0)"));
        all.add(Mistake.of("part of another already", PART_UNFIT, "ALTER TABLE log ATTACH PARTITION log_1 DEFAULT")
                .given(LOG, PART));
        all.add(Mistake.of("part of a table without parts", PART_UNFIT, ATTACH)
                .given("CREATE TABLE log (at INT)", "CREATE TABLE more (at INT)")
                .withoutFix());
        all.add(Mistake.of(
                        "bounds of another part",
                        PART_UNFIT,
                        "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (4) TO (9)")
                .given(LOG, PART)
                .withoutFix());
        all.add(Mistake.of(
                        "bounds with nothing between them",
                        PART_UNFIT,
                        "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (4) TO (4)")
                .given(LOG)
                .withoutFix());
        all.add(Mistake.of(
                        "bounds of another kind", PART_UNFIT, "CREATE TABLE log_2 PARTITION OF log FOR VALUES IN (4)")
                .given(LOG)
                .withoutFix());
        all.add(Mistake.of("whole misspelt", TABLE_MISSING, PART.replace("OF log", "OF lgo"))
                .given(LOG));
        all.addAll(ofRows());
        all.addAll(ofHeirs());
        return all;
    }

    private static List<Mistake> ofRows() {
        List<Mistake> all = new ArrayList<>();
        String more = "CREATE TABLE more (at INT, x INT NOT NULL)";
        all.add(Mistake.of("rows outside of the part", CHECK_VIOLATED, ATTACH)
                .given(LOG, more, "INSERT INTO more VALUES (5, 1), (9, 1)")
                .withoutFix());
        all.add(Mistake.of("rows in the part for all others", CHECK_VIOLATED, PART)
                .given(
                        LOG,
                        "ALTER TABLE log ADD y INT GENERATED ALWAYS AS (x) STORED",
                        "CREATE TABLE others PARTITION OF log DEFAULT",
                        "INSERT INTO log (at, x) VALUES (4, 1), (7, 1)"));
        all.add(Mistake.of("rows of the part not unique", DUPLICATES, ATTACH)
                .given(LOG, "ALTER TABLE log ADD UNIQUE (at)", more, "INSERT INTO more VALUES (5, 1), (5, 2)")
                .withoutFix());
        all.add(Mistake.of("orphans in the part", ORPHANS, ATTACH)
                .given(LOG, "ALTER TABLE log ADD FOREIGN KEY (x) REFERENCES parent", more)
                .given("INSERT INTO more VALUES (5, 1)"));
        all.add(Mistake.of("row of another part", CHECK_VIOLATED, "INSERT INTO log_1 VALUES (7, 1)")
                .given(LOG, PART, "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (5) TO (MAXVALUE)"));
        return all;
    }

    private static List<Mistake> ofHeirs() {
        List<Mistake> all = new ArrayList<>();
        all.add(Mistake.of("column of the parts dropped", INHERITED, "ALTER TABLE log DROP COLUMN at")
                .given(LOG)
                .withoutFix());
        String[] heirs = {
            "CREATE TABLE city (id INT PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0))",
            "CREATE TABLE capital () INHERITS (city)"
        };
        all.add(Mistake.of("inherited column renamed", INHERITED, "ALTER TABLE capital RENAME n TO m")
                .given(heirs));
        all.add(Mistake.of("inherited column dropped", INHERITED, "ALTER TABLE capital DROP n")
                .given(heirs)
                .withoutFix());
        all.add(Mistake.of("inherited check dropped", INHERITED, "ALTER TABLE capital DROP CONSTRAINT positive")
                .given(heirs)
                .withoutFix());
        all.add(Mistake.of(
                        "foreign key of the whole dropped", INHERITED, "ALTER TABLE log_1 DROP CONSTRAINT log_x_fkey")
                .given(LOG, PART, "ALTER TABLE log ADD FOREIGN KEY (x) REFERENCES parent")
                .withoutFix());
        all.add(Mistake.of("part of a referenced table dropped", TABLE_REFERENCED, "DROP TABLE log_1")
                .given(LOG, PART, "ALTER TABLE log ADD PRIMARY KEY (at)")
                .given("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES log")
                .withoutFix());
        all.add(Mistake.of("column without the heirs", INHERITED, "ALTER TABLE ONLY city ADD COLUMN m INT")
                .given(heirs));
        all.add(Mistake.of("heir without a column", PART_UNFIT, "ALTER TABLE fresh INHERIT parent")
                .given("CREATE TABLE fresh (id INT NOT NULL, n INT)"));
        all.add(Mistake.of("primary key nullable", INHERITED, "ALTER TABLE parent ALTER COLUMN id DROP NOT NULL"));
        return all;
    }
}

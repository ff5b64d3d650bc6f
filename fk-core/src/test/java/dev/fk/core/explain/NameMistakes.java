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
        all.add(Mistake.of(
                        "constraint renamed to another", NAME_TAKEN, "ALTER TABLE child RENAME CONSTRAINT ck TO kc")
                .given(CHECK, CHECK.replace("ck", "kc"), "CREATE TABLE kc_2 (id INT)"));
        all.add(Mistake.of(
                "key renamed to that of another table",
                NAME_TAKEN,
                "ALTER TABLE child RENAME CONSTRAINT child_pkey TO parent_pkey"));
        all.add(Mistake.of(
                "renamed constraint misspelt",
                CONSTRAINT_MISSING,
                "ALTER TABLE child RENAME CONSTRAINT child_pky TO child_id"));
        all.add(Mistake.of("index renamed to another", NAME_TAKEN, "ALTER INDEX by_p RENAME TO parent_code_key")
                .given(INDEXES));
        all.add(Mistake.of("renamed index misspelt", CONSTRAINT_MISSING, "ALTER INDEX by_pp RENAME TO by_parent")
                .given(INDEXES));
        return all;
    }

    static List<Mistake> onMySql() {
        List<Mistake> all = new ArrayList<>(common().toList());
        all.add(Mistake.of("tables renamed to each other", NAME_TAKEN, "RENAME TABLE child TO parent, parent TO child")
                .withoutFix());
        all.add(Mistake.of(
                        "two tables renamed alike", NAME_TAKEN, "RENAME TABLE child TO fresh, parent TO child, fresh TO child")
                .withoutFix());
        all.add(Mistake.of(
                "one of the renamed tables misspelt", TABLE_MISSING, "RENAME TABLE child TO fresh, praent TO child"));
        all.add(Mistake.of("index renamed to another", NAME_TAKEN, "ALTER TABLE parent RENAME INDEX by_n TO code")
                .given("CREATE INDEX by_n ON parent (n)"));
        return all;
    }
}

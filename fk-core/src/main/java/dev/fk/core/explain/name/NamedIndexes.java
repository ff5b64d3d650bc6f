package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;

/** MySQL and MariaDB (1176): an index that a statement names without making or dropping it, and that its table does not have. */
record NamedIndexes(Situation situation) {
    private static final int NO_INDEX = 1176;

    List<Explanation> find() {
        return situation.error().code() == NO_INDEX
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> missing(t).stream())
                        .toList()
                : List.of();
    }

    private List<Explanation> missing(Table table) {
        List<String> names = table.constraints()
                .filter(c -> c instanceof Index || c instanceof UniqueKey || c instanceof PrimaryKey)
                .flatMap(c -> c.name().stream())
                .sorted()
                .toList();
        int start = situation.statement().tables().get(0).end();
        return situation.tokens().stream()
                .filter(t -> t.start() >= start && t.isName() && situation.says(t.text()) && !names.contains(t.text()))
                .limit(1)
                .map(w -> situation.replaced(
                        Cause.CONSTRAINT_MISSING,
                        table.name() + " has no index " + w.text(),
                        w,
                        Meant.near(w, names),
                        table.name() + " has " + (names.isEmpty() ? "none with a name" : described(table, names))))
                .toList();
    }

    private static String described(Table table, List<String> names) {
        return String.join(
                ", ",
                table.constraints()
                        .filter(c -> c.name().filter(names::contains).isPresent())
                        .map((Constraint c) -> c.name().orElse("") + ": " + Described.of(c))
                        .toList());
    }
}

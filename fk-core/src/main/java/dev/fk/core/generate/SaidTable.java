package dev.fk.core.generate;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table and how its model says it.
 *
 * @param said as people would declare it
 * @param foreignKeys of what is said, those that models can say: none that sets what is never NULL, and one for the same columns
 * @param others those that are there beside them
 */
record SaidTable(Table there, Table said, List<ForeignKey> foreignKeys, List<ForeignKey> others) {
    static SaidTable of(Table there, AsDeclared asDeclared) {
        Table said = asDeclared.table(there);
        List<ForeignKey> sayable = sayable(there);
        return new SaidTable(
                there,
                said,
                sayable(said),
                there.foreignKeys().stream().filter(k -> !sayable.contains(k)).toList());
    }

    private static List<ForeignKey> sayable(Table table) {
        Set<List<String>> seen = new HashSet<>();
        return table.foreignKeys().stream()
                .filter(k -> !setsWhatIsNeverNull(table, k) && seen.add(k.columns()))
                .toList();
    }

    private static boolean setsWhatIsNeverNull(Table table, ForeignKey key) {
        return Stream.of(key.onDelete(), key.onUpdate()).anyMatch(ReferentialAction.SET_NULL::equals)
                && key.columns().stream().flatMap(c -> table.column(c).stream()).anyMatch(c -> !c.nullable());
    }

    QualifiedName name() {
        return there.name();
    }
}

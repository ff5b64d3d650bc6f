package dev.fk.core.rule;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Columns of one name in several tables, some of which have another type than most. */
final class ColumnFamilies {
    private ColumnFamilies() {}

    static Inspection.Result inspect(Target target) {
        Map<String, List<Member<Column>>> byName = new TreeMap<>();
        Member.columns(target).forEach(c -> byName.computeIfAbsent(c.value().name(), n -> new ArrayList<>())
                .add(c));
        List<Violation> violations = new ArrayList<>();
        int subjects = 0;
        for (List<Member<Column>> family : byName.values()) {
            subjects += family.size();
            deviations(family, violations);
        }
        return new Inspection.Result(subjects, violations);
    }

    private static void deviations(List<Member<Column>> family, List<Violation> violations) {
        Map<String, List<Member<Column>>> byType = family.stream()
                .collect(Collectors.groupingBy(c -> kind(c.value().type()), TreeMap::new, Collectors.toList()));
        if (byType.size() < 2) {
            return;
        }
        List<Member<Column>> usual = byType.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        Member<Column> example = usual.get(0);
        family.stream()
                .filter(c -> !usual.contains(c))
                .forEach(c -> violations.add(Violation.of(
                                Subject.column(c.table(), c.value().name()),
                                text(c.table(), c.value()) + ", but " + text(example.table(), example.value())
                                        + (usual.size() > 1 ? ", as in " + (usual.size() - 1) + " more" : ""))
                        .remedy("Give them one type, or different names.")));
    }

    private static String text(Table table, Column column) {
        return table.name() + "." + column.name() + " is " + column.type().describe();
    }

    /** How long a string may be is no difference that a join would feel. */
    private static String kind(DataType type) {
        boolean string =
                type instanceof DataType.Varchar || type instanceof DataType.Char || type instanceof DataType.Text;
        return string ? "string" : type.describe();
    }
}

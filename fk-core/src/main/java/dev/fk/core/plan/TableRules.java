package dev.fk.core.plan;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be wrong within one table. */
final class TableRules {
    private final Table table;
    private final IdentifierRules names;
    private final Capabilities can;
    private final List<Problem> problems = new ArrayList<>();

    private TableRules(Table table, IdentifierRules names, Capabilities can) {
        this.table = table;
        this.names = names;
        this.can = can;
    }

    static List<Problem> check(Table table, IdentifierRules names, Capabilities can) {
        TableRules rules = new TableRules(table, names, can);
        rules.columnsTwice();
        rules.namesTwice();
        table.primaryKey().map(PrimaryKey::columns).ifPresent(c -> rules.columnsMissing("the primary key", c));
        table.uniqueKeys().stream().map(UniqueKey::columns).forEach(c -> rules.columnsMissing("a unique key", c));
        for (Index index : table.indexes()) {
            List<String> columns = index.parts().stream()
                    .filter(p -> !p.isExpression())
                    .map(IndexPart::text)
                    .toList();
            rules.columnsMissing(index.name().map(n -> "index " + n).orElse("an index"), columns);
        }
        return rules.problems;
    }

    private void columnsTwice() {
        Map<String, String> seen = new HashMap<>();
        for (Column column : table.columns()) {
            String name = column.name();
            String before = seen.putIfAbsent(names.columns().key(name), name);
            if (before != null) {
                problems.add(new Problem(
                        "FK101",
                        table.name(),
                        List.of(name),
                        "Column " + table.name() + "." + name + " is defined twice"
                                + (before.equals(name)
                                        ? ""
                                        : ": the server takes " + before + " and " + name + " for one name"),
                        "Give one of them another column name."));
            }
        }
    }

    private void namesTwice() {
        Map<String, List<Constraint>> holders = new TreeMap<>();
        table.constraints().forEach(c -> c.name()
                .ifPresent(n -> holders.computeIfAbsent(names.constraints().key(n), k -> new ArrayList<>(1))
                        .add(c)));
        holders.values().removeIf(all -> all.size() == 1);
        holders.values().stream()
                .filter(this::isSaidTwice)
                .map(all ->
                        all.stream().flatMap(c -> c.name().stream()).distinct().collect(Collectors.joining(" and ")))
                .forEach(n -> problems.add(new Problem(
                        "FK102",
                        table.name(),
                        List.of(),
                        "Two constraints or indexes of " + table.name() + " are named " + n,
                        "Name one of them differently, or leave the name to the server.")));
    }

    private boolean isSaidTwice(List<Constraint> namesakes) {
        return namesakes.stream()
                .anyMatch(c -> namesakes.stream().anyMatch(o -> o != c && o.sharesNamesWith(c) && !areApart(c, o)));
    }

    private boolean areApart(Constraint one, Constraint other) {
        boolean ofOneKind = one.getClass().equals(other.getClass());
        boolean check = one instanceof Check || other instanceof Check;
        boolean foreignKey = one instanceof ForeignKey || other instanceof ForeignKey;
        return !ofOneKind && (check ? can.checkNamesApart() : foreignKey && can.foreignKeyNamesApart());
    }

    private void columnsMissing(String what, List<String> columns) {
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                problems.add(new Problem(
                        "FK103",
                        table.name(),
                        columns,
                        "Column " + column + " of " + what + " of " + table.name() + " does not exist"
                                + Nearest.didYouMean(column, table.columnNames()),
                        "The columns are " + String.join(", ", table.columnNames()) + "."));
            }
        }
    }
}

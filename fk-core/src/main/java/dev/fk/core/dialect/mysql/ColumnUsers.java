package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a table is written with one of its columns, for which the server does not let that go (MySQL 9.7.4: 3108, 3959,
 * 3766, 3837, 3855; MariaDB 11.8.9: 1054), and MySQL does not let it be renamed either. Only the server's own words, in which names
 * are quoted, tell for certain.
 */
record ColumnUsers(Table table, String column) {
    List<Objection> toDropping() {
        List<String> users = new ArrayList<>(columns());
        table.checks().stream()
                .filter(c -> mentions(c.expression()) && othersIn(c))
                .forEach(c -> users.add(word(c)));
        users.addAll(indexes());
        users.addAll(options());
        return objection("would go, but ", users, "Remove it first, or write it without " + column + ".");
    }

    List<Objection> toRenaming() {
        List<String> users = new ArrayList<>(columns());
        table.checks().stream().filter(c -> mentions(c.expression())).forEach(c -> users.add(word(c)));
        users.addAll(indexes());
        users.addAll(options());
        return objection(
                "would get another name, which MySQL refuses while ",
                users,
                "Remove it first, and add it again with the new name afterwards.");
    }

    private List<Objection> objection(String what, List<String> users, String remedy) {
        if (users.isEmpty()) {
            return List.of();
        }
        boolean one = users.size() == 1;
        return List.of(new Objection(
                "FK229",
                List.of(column),
                table.name() + "." + column + " " + what + String.join(", ", users) + (one ? " is" : " are")
                        + " written with it",
                one ? remedy : remedy.replaceAll("\\bit\\b", "them")));
    }

    private List<String> columns() {
        List<String> users = new ArrayList<>();
        for (Column other : table.columns()) {
            if (!other.name().equals(column)
                    && expression(other).filter(this::mentions).isPresent()) {
                boolean computed = other.generation() instanceof Generation.Computed;
                users.add((computed ? "column " : "the default of column ") + other.name());
            }
        }
        return users;
    }

    private static Optional<Expression> expression(Column column) {
        if (column.generation() instanceof Generation.Computed computed) {
            return Optional.of(computed.expression());
        }
        return column.generation() instanceof Generation.Default value
                ? Optional.of(value.expression())
                : Optional.empty();
    }

    private List<String> indexes() {
        return table.indexes().stream()
                .filter(i -> i.parts().stream().anyMatch(p -> p.isExpression() && mentions(p.text(), column)))
                .map(ColumnUsers::word)
                .toList();
    }

    private List<String> options() {
        List<String> users = new ArrayList<>();
        TableOptions.period(table.options())
                .filter(p -> p.isOn(column))
                .ifPresent(p -> users.add("period " + p.name()));
        table.options()
                .get(TableOptions.PARTITION_BY)
                .filter(clause -> Partitions.areBy(clause, column) || (Partitions.areByKey(clause) && hasNoKey()))
                .ifPresent(clause -> users.add("the partitioning"));
        return users;
    }

    private boolean hasNoKey() {
        return table.primaryKey().isEmpty() && table.uniqueKeys().isEmpty();
    }

    /** A check of one column goes with it. */
    private boolean othersIn(Check check) {
        return table.columns().stream()
                .anyMatch(c ->
                        !c.name().equals(column) && mentions(check.expression().sql(), c.name()));
    }

    private boolean mentions(Expression expression) {
        return mentions(expression.sql(), column);
    }

    private static boolean mentions(String sql, String name) {
        String quoted = Identifiers.quote(name);
        for (int i = 0; i < sql.length(); ) {
            int end = SqlText.end(sql, i);
            if (sql.substring(i, end).equalsIgnoreCase(quoted)) {
                return true;
            }
            i = end;
        }
        return false;
    }

    private static String word(Check check) {
        return "check " + check.name().orElseGet(() -> "(" + check.expression() + ")");
    }

    private static String word(Index index) {
        return "index "
                + index.name().orElseGet(() -> index.parts().stream()
                        .map(IndexPart::text)
                        .toList()
                        .toString());
    }
}

package dev.fk.core.explain.partition;

import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows a part of a table is to have, of the kinds that can be asked in plain SQL: ranges and lists over columns.
 *
 * @param whole the partitioned table
 * @param text {@code FOR VALUES FROM (1) TO (5)}
 */
record PartitionBound(Situation situation, Table whole, String text) {
    private static final String BOUND = "partition bound";

    /** That of a part that is there. */
    static Optional<PartitionBound> of(Situation situation, Table whole, Table part) {
        return part.options().get(BOUND).map(text -> new PartitionBound(situation, whole, text));
    }

    /** The columns by which the parts are told apart; none if these are expressions. */
    List<String> columns() {
        Cursor at = cursor(whole.partitionedBy().orElse(""));
        at.next();
        List<Cursor> parts = at.parts();
        List<String> names = parts.stream()
                .flatMap(p -> p.name().filter(n -> p.atEnd()).stream())
                .map(n -> situation.column(whole, n))
                .filter(whole.columnNames()::contains)
                .toList();
        return names.size() == parts.size() ? names : List.of();
    }

    private Cursor cursor(String sql) {
        return new Cursor(situation.tokens(sql));
    }

    boolean isDefault() {
        return cursor(text).peek().is("DEFAULT");
    }

    /** True of the rows that belong there. */
    Optional<String> condition() {
        return condition(c -> situation.diagnosis().quote(c));
    }

    /** @param values what stands for each column */
    Optional<String> condition(UnaryOperator<String> values) {
        List<String> columns = columns().stream().map(values).toList();
        Cursor at = cursor(text);
        boolean said = at.accept("FOR", "VALUES");
        if (!said || columns.isEmpty()) {
            return Optional.empty();
        }
        return at.accept("IN")
                ? in(columns.get(0), at.parts())
                : at.accept("FROM") ? between(columns, at) : Optional.empty();
    }

    private Optional<String> in(String column, List<Cursor> listed) {
        List<String> values = listed.stream()
                .map(this::value)
                .filter(v -> !v.equalsIgnoreCase("NULL"))
                .toList();
        String in = values.isEmpty() ? "" : column + " IN (" + String.join(", ", values) + ")";
        String none = values.size() < listed.size() ? column + " IS NULL" : "";
        return Optional.of(Stream.of(in, none).filter(s -> !s.isEmpty()).collect(Collectors.joining(" OR ", "(", ")")));
    }

    private Optional<String> between(List<String> columns, Cursor at) {
        List<String> from = at.parts().stream().map(this::value).toList();
        List<String> to = at.accept("TO") ? at.parts().stream().map(this::value).toList() : List.of();
        List<String> conditions =
                new ArrayList<>(columns.stream().map(c -> c + " IS NOT NULL").toList());
        Optional<String> least = compared(columns, ">=", from, "MINVALUE");
        Optional<String> most = compared(columns, "<", to, "MAXVALUE");
        least.filter(s -> !s.isEmpty()).ifPresent(conditions::add);
        most.filter(s -> !s.isEmpty()).ifPresent(conditions::add);
        return least.isPresent() && most.isPresent()
                ? Optional.of("(" + String.join(" AND ", conditions) + ")")
                : Optional.empty();
    }

    /** Nothing if there is no limit; empty for what has limits in some of its columns only. */
    private static Optional<String> compared(List<String> columns, String sign, List<String> limit, String unlimited) {
        boolean open = !limit.isEmpty() && limit.get(0).equalsIgnoreCase(unlimited);
        boolean plain = limit.size() == columns.size()
                && limit.stream().noneMatch(l -> l.equalsIgnoreCase("MINVALUE") || l.equalsIgnoreCase("MAXVALUE"));
        return open
                ? Optional.of("")
                : Optional.of("(" + String.join(", ", columns) + ") " + sign + " (" + String.join(", ", limit) + ")")
                        .filter(s -> plain);
    }

    private String value(Cursor part) {
        int start = part.peek().start();
        int end = start;
        while (!part.atEnd()) {
            end = part.next().end();
        }
        return text.substring(start, end).strip();
    }

    boolean isRange() {
        return kind().equals("RANGE");
    }

    /** Whether the whole is partitioned in the way that the bound says; a part for all others goes with each but HASH. */
    boolean fitsWhole() {
        String by = cursor(whole.partitionedBy().orElse("")).peek().keyword();
        return isDefault() ? !by.equals("HASH") : by.equals(kind());
    }

    private String kind() {
        Cursor at = cursor(text);
        at.accept("FOR", "VALUES");
        return switch (at.peek().keyword()) {
            case "FROM" -> "RANGE";
            case "IN" -> "LIST";
            case "WITH" -> "HASH";
            default -> "";
        };
    }
}

package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Uniqueness;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.IndexPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the statements of a check on the rows of one table. */
final class DataQuestion {
    private static final DataType ANY = new DataType.Text(DataType.LobSize.LONG);
    private static final int COLUMNS_SHOWN = 6;

    private final RowRules rules;
    private final TableRows rows;
    private final Extent extent;
    private final boolean stored;
    private final Set<String> needed = new LinkedHashSet<>();

    /**
     * @param needed the columns that the question is about
     */
    DataQuestion(RowRules rules, TableRows rows, Extent extent, Collection<String> needed) {
        this(rules, rows, extent, false, needed);
    }

    private DataQuestion(RowRules rules, TableRows rows, Extent extent, boolean stored, Collection<String> needed) {
        this.rules = rules;
        this.rows = rows;
        this.extent = extent;
        this.stored = stored;
        this.needed.addAll(key());
        this.needed.addAll(needed);
    }

    /** Asked of the table itself, because its condition is about where a row lies; all that is shown stands in it, too. */
    static DataQuestion ofStored(RowRules rules, TableRows rows, Collection<String> needed) {
        return new DataQuestion(rules, rows, Extent.ALONE, true, needed);
    }

    /**
     * Rows that meet a condition.
     *
     * @param columns what to show of them beside their primary key
     * @param condition none for all rows
     * @param unless what has to hold for the server to look at all; no concern of people
     */
    DataCheck rows(
            String code,
            List<String> columns,
            Optional<String> condition,
            Optional<String> unless,
            String fact,
            String remedy) {
        String where = condition.map(c -> " WHERE " + c).orElse("");
        String asked = where + unless.map(u -> " AND " + u).orElse("");
        List<String> shown = shown(columns);
        String order = key().isEmpty() ? "" : " ORDER BY " + quoted(key());
        String listed = shown.isEmpty() ? "'a row' AS c0" : listed(shown);
        return new DataCheck(
                code,
                rows.now().name(),
                columns,
                "row of " + rows.now().name(),
                "rows of " + rows.now().name(),
                fact,
                new Sql("SELECT 1 AS found FROM " + from() + asked + " LIMIT " + (DataCheck.COUNTED + 1)),
                new Sql("SELECT " + listed + " FROM " + from() + asked + order + " LIMIT " + DataCheck.LISTED),
                shown.isEmpty() ? List.of("") : shown,
                new Sql("SELECT " + (shown.isEmpty() ? "*" : quoted(shown)) + " FROM " + plain() + where),
                remedy);
    }

    /** Values that stand in more than one row. */
    DataCheck duplicates(String code, List<IndexPart> parts, Uniqueness unique, Optional<String> only, String remedy) {
        List<String> conditions = new ArrayList<>();
        only.ifPresent(w -> conditions.add("(" + w + ")"));
        if (unique.nullsDistinct()) {
            unique.values().forEach(v -> conditions.add(v + " IS NOT NULL"));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String values = String.join(", ", unique.values());
        String groups = where + " GROUP BY " + values + " HAVING COUNT(*) > 1";
        List<String> key = key();
        List<String> labels = new ArrayList<>(key);
        parts.stream().map(IndexPart::text).filter(t -> !labels.contains(t)).forEach(labels::add);
        List<String> texts = new ArrayList<>();
        labels.forEach(l -> texts.add(text(l)));
        String name = rows.now().name()
                + (parts.size() == 1 ? "." : "(")
                + parts.stream().map(IndexPart::text).collect(Collectors.joining(", "))
                + (parts.size() == 1 ? "" : ")");
        List<String> order = new ArrayList<>();
        for (int i = key.size(); i < labels.size(); i++) {
            order.add("c" + i);
        }
        for (int i = 0; i < key.size(); i++) {
            order.add("c" + i);
        }
        return new DataCheck(
                code,
                rows.now().name(),
                parts.stream()
                        .filter(p -> !p.isExpression())
                        .map(IndexPart::text)
                        .toList(),
                "value of " + name,
                "values of " + name,
                "in more than one row",
                new Sql("SELECT 1 AS found FROM " + from() + groups + " LIMIT " + (DataCheck.COUNTED + 1)),
                new Sql("SELECT " + aliases(labels.size()) + " FROM (SELECT " + aliased(texts)
                        + ", COUNT(*) OVER (PARTITION BY " + values + ") AS times FROM " + from() + where
                        + ") AS counted WHERE times > 1 ORDER BY " + String.join(", ", order) + " LIMIT "
                        + DataCheck.LISTED),
                labels,
                new Sql("SELECT " + values + ", COUNT(*) FROM " + plain() + groups),
                remedy);
    }

    String from() {
        return rows.from(rules, extent, needed);
    }

    private String plain() {
        return rows.from(rules, extent == Extent.ALONE ? Extent.WITH_HEIRS : extent, needed);
    }

    /** Without a key, as much of the row as is known. */
    private List<String> shown(List<String> columns) {
        Set<String> names = new LinkedHashSet<>(key());
        boolean recognizable = !names.isEmpty();
        columns.stream().filter(this::isAtHand).forEach(names::add);
        if (!recognizable) {
            rows.now().columnNames().stream()
                    .filter(this::isAtHand)
                    .limit(COLUMNS_SHOWN)
                    .forEach(names::add);
        }
        needed.addAll(names);
        return List.copyOf(names);
    }

    private List<String> key() {
        List<String> key = rows.key(rules);
        return key.stream().allMatch(this::isAtHand) ? key : List.of();
    }

    private boolean isAtHand(String column) {
        return rows.knowsNulls(column) && (!stored || rows.areAsStored(List.of(column), rules));
    }

    private String listed(List<String> columns) {
        return aliased(columns.stream().map(this::text).toList());
    }

    private String text(String columnOrExpression) {
        Optional<Column> column = rows.now().column(columnOrExpression);
        return column.map(c -> rules.text(rules.quote(c.name()), c.type()))
                .orElseGet(() -> rules.text("(" + columnOrExpression + ")", ANY));
    }

    private static String aliased(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(values.get(i))
                    .append(" AS c")
                    .append(i);
        }
        return text.toString();
    }

    private static String aliases(int count) {
        StringBuilder text = new StringBuilder("c0");
        for (int i = 1; i < count; i++) {
            text.append(", c").append(i);
        }
        return text.toString();
    }

    private String quoted(List<String> columns) {
        return columns.stream().map(rules::quote).collect(Collectors.joining(", "));
    }
}

package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows a new foreign key would not let be: orphans, and with MATCH FULL those that are NULL in part. */
final class ForeignKeyQuestion {
    private final RowRules rules;
    private final LiveRows live;
    private final TableRows rows;
    private final ForeignKey key;
    private final Optional<String> asLongAs;

    /** @param asLongAs a condition under which the server looks at rows at all; empty if it does not matter */
    ForeignKeyQuestion(RowRules rules, LiveRows live, TableRows rows, ForeignKey key, Optional<String> asLongAs) {
        this.rules = rules;
        this.live = live;
        this.rows = rows;
        this.key = key;
        this.asLongAs = asLongAs;
    }

    List<DataCheck> checks() {
        List<DataCheck> checks = new ArrayList<>();
        if (key.match() == MatchType.PARTIAL) {
            return checks;
        }
        live.of(key.referencedTable()).flatMap(this::orphans).ifPresent(checks::add);
        boolean mixed = key.match() == MatchType.FULL && key.columns().size() > 1;
        if (mixed && key.columns().stream().allMatch(rows::knowsNulls)) {
            checks.add(partlyNull());
        }
        return checks;
    }

    private Optional<DataCheck> orphans(TableRows parent) {
        Optional<String> condition = condition(parent);
        return condition.map(orphaned -> new DataQuestion(rules, rows, Extent.ALONE, key.columns())
                .rows(
                        "FK301",
                        key.columns(),
                        Optional.of(orphaned),
                        asLongAs,
                        "with " + columns(key.columns()) + " that is in no row of " + key.referencedTable() + "("
                                + String.join(", ", key.referencedColumns()) + ")",
                        remedy(orphaned, parent)));
    }

    private static String columns(List<String> names) {
        return names.size() == 1
                ? ("aeioAEIO".indexOf(names.get(0).charAt(0)) < 0 ? "a " : "an ") + names.get(0)
                : "a (" + String.join(", ", names) + ")";
    }

    private Optional<String> condition(TableRows parent) {
        String notNull =
                key.columns().stream().map(c -> own(c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        if (parent.isEmpty()) {
            return key.columns().stream().allMatch(rows::knowsNulls) ? Optional.of(notNull) : Optional.empty();
        }
        if (!rows.knows(key.columns()) || !parent.knows(key.referencedColumns())) {
            return Optional.empty();
        }
        List<String> pairs = new ArrayList<>();
        int last = key.columns().size() - 1;
        Optional<String> temporal = rules.covered(
                key,
                own(key.columns().get(last)),
                alias() + "." + rules.quote(key.referencedColumns().get(last)));
        for (int i = 0; i < (temporal.isPresent() ? last : last + 1); i++) {
            Optional<Column> column = rows.now().column(key.columns().get(i));
            Optional<Column> referenced =
                    parent.now().column(key.referencedColumns().get(i));
            Optional<String> pair = column.flatMap(c ->
                    referenced.flatMap(r -> rules.refers(own(c.name()), c, alias() + "." + rules.quote(r.name()), r)));
            if (pair.isEmpty()) {
                return Optional.empty();
            }
            pairs.add(pair.get());
        }
        return Optional.of(
                notNull + " AND NOT EXISTS (SELECT 1 FROM " + aliased(parent) + " WHERE " + String.join(" AND ", pairs)
                        + temporal.map(t -> " HAVING " + t).orElse("") + ")");
    }

    /** The rows referred to, under a name that is not that of the table which refers. */
    private String aliased(TableRows parent) {
        Extent extent = live.hasHeirs(parent.now().name()) ? Extent.ALONE : Extent.WITH_HEIRS;
        String from = parent.from(rules, extent, key.referencedColumns());
        String own = " AS " + parent.qualifier(rules);
        return (from.endsWith(own) ? from.substring(0, from.length() - own.length()) : from) + " AS " + alias();
    }

    private String alias() {
        return rules.quote(rows.now().name().name().equalsIgnoreCase("referenced") ? "referenced_row" : "referenced");
    }

    private String own(String column) {
        return rows.qualifier(rules) + "." + rules.quote(column);
    }

    /** What the actions would have done, had the key been there in time. */
    private String remedy(String orphaned, TableRows parent) {
        if (key.columns().stream().anyMatch(c -> rows.isNew(c, rules))) {
            return "The rows that are there get what a new column begins with. Add it as nullable, fill it, and make it a"
                    + " foreign key, and NOT NULL, afterwards.";
        }
        String insert = "Insert the rows that are missing in " + key.referencedTable();
        boolean writable = rows.areAsStored(key.columns(), rules)
                && !parent.now().name().equals(rows.now().name());
        boolean nullable = key.columns().stream()
                .flatMap(c -> rows.now().column(c).stream())
                .anyMatch(Column::nullable);
        String table = rows.from(rules, Extent.WITH_HEIRS, key.columns());
        if (!writable) {
            return insert + ", or " + (nullable ? "set these references to NULL" : "delete these rows") + ".";
        }
        if (key.onDelete() == ReferentialAction.CASCADE || !nullable) {
            return insert + ", or delete the orphans as ON DELETE CASCADE would have done: DELETE FROM " + table
                    + " WHERE " + orphaned;
        }
        String nulls = key.columns().stream()
                .filter(c -> rows.now().column(c).filter(Column::nullable).isPresent())
                .map(c -> rules.quote(c) + " = NULL")
                .collect(Collectors.joining(", "));
        return insert + ", or let go of them as ON DELETE SET NULL would have done: UPDATE " + table + " SET " + nulls
                + " WHERE " + orphaned;
    }

    private DataCheck partlyNull() {
        String any = key.columns().stream().map(c -> own(c) + " IS NULL").collect(Collectors.joining(" OR "));
        String some = key.columns().stream().map(c -> own(c) + " IS NOT NULL").collect(Collectors.joining(" OR "));
        return new DataQuestion(rules, rows, Extent.ALONE, key.columns())
                .rows(
                        "FK302",
                        key.columns(),
                        Optional.of("(" + any + ") AND (" + some + ")"),
                        asLongAs,
                        "with NULL in a part of (" + String.join(", ", key.columns()) + "), which MATCH FULL refuses",
                        "Fill the other columns too, or set all of them to NULL.");
    }
}

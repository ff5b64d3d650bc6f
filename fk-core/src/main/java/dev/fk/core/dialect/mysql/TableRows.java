package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the catalog says about one table, row by row, before it is brought into canonical form. */
record TableRows(
        Row table,
        List<Row> columns,
        List<Row> indexes,
        List<Row> foreignKeys,
        List<Row> pairs,
        List<Row> checks,
        List<Row> partitions,
        Optional<Shown> shown) {
    static final String PRIMARY = "PRIMARY";
    private static final Pattern OPTION = Pattern.compile("`?(\\w+)`?=('(?:[^']|'')*+'|\\S+)");

    /** Empty for what is no table. */
    static Optional<TableRows> of(Answers answers) {
        return answers.to(Question.TABLES).stream()
                .findFirst()
                .map(table -> new TableRows(
                        table,
                        answers.numbered(Question.COLUMNS),
                        answers.numbered(Question.INDEXES),
                        answers.by(Label.K, Question.FOREIGN_KEYS),
                        answers.numbered(Question.FOREIGN_KEY_COLUMNS),
                        answers.by(Label.K, Question.CHECKS),
                        answers.numbered(Question.PARTITIONS),
                        answers.shown()));
    }

    Table table(Settings settings, ColumnTypes types) {
        Map<String, Index> byName = readIndexes(settings);
        Optional<PrimaryKey> primaryKey =
                Optional.ofNullable(byName.remove(PRIMARY)).map(IndexRows::primaryKey);
        return new Table(
                table.table(),
                columns.stream().map(r -> column(r, settings, types)).toList(),
                primaryKey,
                List.of(),
                readForeignKeys(),
                List.copyOf(byName.values()),
                checks.stream()
                        .filter(c -> !isJsonCheck(c, settings) && !isPeriod(c))
                        .map(c -> check(c, settings, types))
                        .toList(),
                List.of(),
                table.get(Label.COMMENT).filter(c -> !c.isEmpty()),
                options(settings));
    }

    private Column column(Row row, Settings settings, ColumnTypes types) {
        Column column = withAllBytes(ColumnRow.column(row, settings, types));
        boolean json = column.type() instanceof DataType.Text text
                && text.size() == DataType.LobSize.LONG
                && checks.stream().anyMatch(c -> isJsonCheck(c, settings) && c.is(Label.K, column.name()));
        return json ? column.withType(new DataType.Json(false)).withCollation(Optional.empty()) : column;
    }

    private Column withAllBytes(Column column) {
        return Defaults.isByteString(column.type())
                ? shown.flatMap(s -> s.defaultOf(column.name()))
                        .map(d -> column.withGeneration(Defaults.canonical(column.type(), d)))
                        .orElse(column)
                : column;
    }

    /** What MariaDB makes of a column declared JSON: {@code longtext} and a check at the column that it be valid. */
    private static boolean isJsonCheck(Row check, Settings settings) {
        return settings.isMariaDb()
                && check.is(Label.LEVEL, "Column")
                && settings.fromCatalog(check.text(Label.CLAUSE))
                        .equals("json_valid(" + Identifiers.quote(check.text(Label.K)) + ")");
    }

    /** A period is shown as a check of its name, too. */
    private boolean isPeriod(Row check) {
        return period().filter(p -> check.is(Label.K, p.name()) && check.is(Label.LEVEL, "Table"))
                .isPresent();
    }

    private Optional<Period> period() {
        return shown.flatMap(Shown::period);
    }

    /**
     * A check at a column of MariaDB bears the column's name and cannot be dropped (1091): it goes when the column is
     * defined anew without it, so that definition is kept.
     */
    private Check check(Row row, Settings settings, ColumnTypes types) {
        return new Check(
                row.get(Label.K),
                new Expression(settings.fromCatalog(row.text(Label.CLAUSE))),
                row.is(Label.ENFORCED, "NO") ? Enforcement.NOT_ENFORCED : Enforcement.ENFORCED,
                row.is(Label.LEVEL, "Column") ? ofColumn(row.text(Label.K), settings, types) : Options.none());
    }

    private Options ofColumn(String name, Settings settings, ColumnTypes types) {
        return columns.stream()
                .filter(c -> c.is(Label.C, name))
                .map(c -> ColumnRow.column(c, settings, types))
                .map(new ColumnSql(settings)::of)
                .map(definition -> Options.of(ConstraintSql.COLUMN, definition))
                .findFirst()
                .orElse(Options.none());
    }

    private Map<String, Index> readIndexes(Settings settings) {
        Map<String, List<Row>> rows = new TreeMap<>();
        indexes.forEach(r ->
                rows.computeIfAbsent(r.text(Label.I), i -> new ArrayList<>()).add(r));
        Map<String, Index> byName = new LinkedHashMap<>();
        rows.forEach((name, parts) -> byName.put(
                name,
                IndexRows.index(
                        name, parts, settings, shown.map(d -> d.ofIndex(name)).orElse(Options.none()))));
        return byName;
    }

    private List<ForeignKey> readForeignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        for (Row row : foreignKeys) {
            List<Row> own = pairs.stream()
                    .filter(p -> p.text(Label.K).equals(row.text(Label.K)))
                    .toList();
            if (own.isEmpty()) {
                // Dropped between two questions, or its columns are hidden from this user: there is nothing to say.
                continue;
            }
            keys.add(ForeignKey.of(
                            own.stream().map(p -> p.text(Label.C)).toList(),
                            own.get(0).name(Label.RS, Label.RT),
                            own.stream().map(p -> p.text(Label.RC)).toList())
                    .withName(row.get(Label.K))
                    .withActions(action(row.text(Label.DELETE_RULE)), action(row.text(Label.UPDATE_RULE))));
        }
        return keys;
    }

    static ReferentialAction action(String rule) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equalsIgnoreCase(rule)) {
                return action;
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    private Options options(Settings settings) {
        Options options = Options.of(TableOptions.ENGINE, table.text(Label.ENGINE));
        if (table.get(Label.COLLATION).isPresent()) {
            options = options.with(TableOptions.COLLATE, table.text(Label.COLLATION));
        }
        Matcher matcher = OPTION.matcher(table.text(Label.OPTIONS));
        while (matcher.find()) {
            options = options.with(matcher.group(1), matcher.group(2));
        }
        if (table.is(Label.KIND, "SYSTEM VERSIONED")) {
            options = options.with(TableOptions.SYSTEM_VERSIONING, CanonicalColumn.YES);
        }
        if (period().isPresent()) {
            options = options.with(TableOptions.PERIOD, period().get().toString());
        }
        return partitions.isEmpty()
                ? options
                : options.with(
                        TableOptions.PARTITION_BY,
                        shown.flatMap(Shown::partitions)
                                .orElseGet(() -> settings.plain(PartitionRows.clause(partitions))));
    }
}

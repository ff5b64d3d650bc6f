package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table of MariaDB has about time and its model does not say: that its past is kept, in which columns, and since
 * which columns are not; its period, and the keys without overlaps. All of it stays.
 */
record Unsaid(Table live) {
    /** The table that is wanted, with that. */
    Table in(Table wanted) {
        Options options = options(wanted.options());
        if (options.equals(wanted.options()) && !options.has(TableOptions.SYSTEM_VERSIONING)) {
            return wanted;
        }
        Optional<Period> period = TableOptions.period(options);
        List<Column> columns = columns(wanted, period);
        return wanted.withOptions(options)
                .withColumns(columns)
                .withPrimaryKey(wanted.primaryKey().map(k -> primaryKey(k, columns)))
                .withUniqueKeys(uniqueKeys(wanted.uniqueKeys(), columns));
    }

    /** A column of a period that the model lacks is another matter. */
    private static boolean stays(List<String> key, List<Column> columns) {
        return key.stream()
                .allMatch(k -> columns.stream().anyMatch(c -> c.name().equals(k)));
    }

    private Options options(Options wanted) {
        Options all = wanted;
        for (String key : List.of(TableOptions.SYSTEM_VERSIONING, TableOptions.PERIOD)) {
            Optional<String> there = live.options().get(key);
            if (there.isPresent() && !all.has(key)) {
                all = all.with(key, there.get());
            }
        }
        return all;
    }

    private List<Column> columns(Table wanted, Optional<Period> period) {
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            boolean never = period.filter(p -> p.isOn(column.name())).isPresent();
            columns.add(live.column(column.name())
                    .map(there -> column(never ? column.notNull() : column, there))
                    .orElse(column));
        }
        int place = 0;
        for (Column there : live.columns()) {
            Optional<Column> own = columns.stream()
                    .filter(c -> c.name().equalsIgnoreCase(there.name()))
                    .findFirst();
            if (own.isEmpty() && isOfRows(there)) {
                columns.add(place++, there);
            } else if (own.isPresent()) {
                place = columns.indexOf(own.get()) + 1;
            }
        }
        return columns;
    }

    /** A model may know of a row's start to read it. */
    private static Column column(Column wanted, Column there) {
        boolean moment = wanted.type() instanceof DataType.DateTime || wanted.type() instanceof DataType.Timestamp;
        if (isOfRows(there) && (moment || wanted.type().equals(there.type()))) {
            return there;
        }
        return there.options().has(CanonicalColumn.UNVERSIONED)
                ? wanted.withOptions(wanted.options().with(CanonicalColumn.UNVERSIONED, CanonicalColumn.YES))
                : wanted;
    }

    private static boolean isOfRows(Column column) {
        return column.generation() instanceof Generation.Computed computed && SystemTime.is(computed);
    }

    private PrimaryKey primaryKey(PrimaryKey wanted, List<Column> columns) {
        return live.primaryKey()
                .filter(there ->
                        stays(there.columns(), columns) && isSaidBy(there.columns(), there.options(), wanted.columns()))
                .orElse(wanted);
    }

    private List<UniqueKey> uniqueKeys(List<UniqueKey> wanted, List<Column> columns) {
        List<UniqueKey> keys = new ArrayList<>(wanted);
        for (UniqueKey there : live.uniqueKeys()) {
            boolean overlapping = !there.options().has(IndexSql.WITHOUT_OVERLAPS);
            Optional<UniqueKey> own = wanted.stream()
                    .filter(k -> k.columns().equals(there.columns())
                            || (overlapping && isSaidBy(there.columns(), there.options(), k.columns())))
                    .findFirst();
            if (own.isPresent()) {
                keys.set(keys.indexOf(own.get()), there.withName(own.get().name()));
            } else if (!overlapping && stays(there.columns(), columns)) {
                keys.add(there);
            }
        }
        return keys;
    }

    /** The server adds the end of a row, if that has a name, to what is unique, and the columns of a period. */
    private boolean isSaidBy(List<String> there, Options options, List<String> wanted) {
        List<String> declared = options.has(IndexSql.WITHOUT_OVERLAPS)
                ? Period.declared(there)
                : there.stream()
                        .filter(c -> live.column(c).filter(Unsaid::isOfRows).isEmpty())
                        .toList();
        return wanted.equals(declared) || wanted.equals(there);
    }
}

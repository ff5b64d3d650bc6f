package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whole tables and their options. */
final class TableSql {
    private static final Set<String> WITH_WORDS_OF_THEIR_OWN = Set.of(
            TableOptions.ENGINE,
            TableOptions.COLLATE,
            TableOptions.PARTITION_BY,
            TableOptions.SYSTEM_VERSIONING,
            TableOptions.PERIOD);

    private static final String PERIOD = "PERIOD FOR ";

    private final Settings settings;
    private final ColumnSql columns;
    private final ConstraintSql constraints;
    private final Quoting quoting;

    TableSql(Settings settings) {
        this.settings = settings;
        this.columns = new ColumnSql(settings);
        this.constraints = new ConstraintSql(settings);
        this.quoting = new Quoting(settings.backslashEscapes());
    }

    /** One statement for all of it: every further ALTER TABLE would cost as much again (3.8 times, LIMITS). */
    Sql create(Table table) {
        return new Sql("CREATE TABLE " + Identifiers.quote(table.name()) + " (" + String.join(", ", elements(table))
                + ")" + options(table));
    }

    /** The same columns and rules where nobody else sees them; what temporary tables cannot have is left out. */
    Sql createTemporary(Table table) {
        return new Sql("CREATE TEMPORARY TABLE " + Identifiers.quote(table.name()) + " ("
                + String.join(", ", elements(table)) + ")"
                + table.options()
                        .get(TableOptions.COLLATE)
                        .map(TableSql::collate)
                        .orElse(""));
    }

    private List<String> elements(Table table) {
        List<String> elements = new ArrayList<>();
        table.columns().forEach(c -> elements.add(columns.of(c) + ownCheck(table, c)));
        table.primaryKey().ifPresent(k -> elements.add(constraints.primaryKey(k)));
        table.uniqueKeys().forEach(k -> elements.add(constraints.uniqueKey(k)));
        new ImplicitIndexes(settings).explicit(table).forEach(i -> elements.add(constraints.index(i)));
        table.foreignKeys().forEach(k -> elements.add(constraints.of(table.name(), k)));
        table.checks().stream()
                .filter(c -> !c.options().has(ConstraintSql.COLUMN))
                .forEach(c -> elements.add(constraints.of(table.name(), c)));
        table.exclusions().forEach(e -> elements.add(constraints.exclusion(e)));
        SystemTime.period(table).ifPresent(elements::add);
        table.options().get(TableOptions.PERIOD).ifPresent(p -> elements.add(PERIOD + p));
        return elements;
    }

    private static String ownCheck(Table table, Column column) {
        StringBuilder sql = new StringBuilder();
        for (Check check : table.checks()) {
            if (check.options().has(ConstraintSql.COLUMN)
                    && check.name().filter(column.name()::equals).isPresent()) {
                sql.append(ConstraintSql.ofColumn(check));
            }
        }
        return sql.toString();
    }

    private String options(Table table) {
        StringBuilder sql = new StringBuilder(" ENGINE=" + TableOptions.engine(table.options()));
        table.options().get(TableOptions.COLLATE).ifPresent(c -> sql.append(collate(c)));
        table.comment().ifPresent(c -> sql.append(" COMMENT=").append(quoting.literal(c)));
        for (var option : table.options().values().entrySet()) {
            if (isPlain(option.getKey())) {
                sql.append(' ')
                        .append(option.getKey().toUpperCase(Locale.ROOT))
                        .append('=')
                        .append(option.getValue());
            }
        }
        if (table.options().has(TableOptions.SYSTEM_VERSIONING)) {
            sql.append(" WITH SYSTEM VERSIONING");
        }
        table.options().get(TableOptions.PARTITION_BY).ifPresent(p -> sql.append(" PARTITION BY ")
                .append(p));
        return sql.toString();
    }

    private static String collate(String collation) {
        return " DEFAULT CHARSET=" + Collations.charset(collation) + " COLLATE=" + collation;
    }

    private static boolean isPlain(String key) {
        return !WITH_WORDS_OF_THEIR_OWN.contains(key);
    }

    /** The clauses of ALTER TABLE that lead from one to the other; an option that goes returns to its default. */
    List<String> alter(QualifiedName table, Options from, Options to) {
        List<String> clauses = new ArrayList<>();
        Set<String> keys = new TreeSet<>(from.values().keySet());
        keys.addAll(to.values().keySet());
        keys.removeIf(k -> from.get(k).equals(to.get(k)));
        if (keys.remove(TableOptions.PERIOD)) {
            TableOptions.period(from).ifPresent(p -> clauses.add("DROP " + PERIOD + Identifiers.quote(p.name())));
            to.get(TableOptions.PERIOD).ifPresent(p -> clauses.add("ADD " + PERIOD + p));
        }
        for (String key : keys) {
            clauses.add(alter(table, key, to.get(key)));
        }
        // A change of partitions has to stand last, and after no comma.
        clauses.sort((a, b) -> Boolean.compare(isPartitioning(a), isPartitioning(b)));
        return clauses;
    }

    static boolean isPartitioning(String clause) {
        return clause.startsWith("PARTITION BY") || clause.equals("REMOVE PARTITIONING");
    }

    private String alter(QualifiedName table, String key, Optional<String> value) {
        return switch (key) {
            case TableOptions.ENGINE -> "ENGINE=" + value.orElse(TableOptions.DEFAULT_ENGINE);
            case TableOptions.COLLATE ->
                collate(value.orElse(settings.defaultCollation(table))).strip();
            case TableOptions.PARTITION_BY ->
                value.map(v -> "PARTITION BY " + v).orElse("REMOVE PARTITIONING");
            case TableOptions.SYSTEM_VERSIONING -> (value.isPresent() ? "ADD" : "DROP") + " SYSTEM VERSIONING";
            case "key_block_size" -> "KEY_BLOCK_SIZE=" + value.orElse("0");
            default -> key.toUpperCase(Locale.ROOT) + "=" + value.orElse("DEFAULT");
        };
    }
}

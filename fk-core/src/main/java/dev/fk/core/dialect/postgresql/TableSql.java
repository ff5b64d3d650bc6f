package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CREATE TABLE and what has to follow it. */
final class TableSql {
    private final Table table;
    private final String name;
    private final List<Constraint> inside = new ArrayList<>();
    private final List<Constraint> outside = new ArrayList<>();

    private TableSql(Table table) {
        this.table = table;
        this.name = Identifiers.quote(table.name());
        table.primaryKey().ifPresent(this::place);
        table.uniqueKeys().forEach(this::place);
        table.checks().forEach(this::place);
        table.exclusions().forEach(this::place);
        table.foreignKeys().forEach(this::place);
    }

    private void place(Constraint constraint) {
        (belongsInside(constraint) ? inside : outside).add(constraint);
    }

    static List<String> create(Table table) {
        TableSql sql = new TableSql(table);
        List<String> statements = new ArrayList<>();
        statements.add(sql.createTable());
        sql.inheritedColumns().ifPresent(statements::add);
        sql.outside.forEach(c -> statements.add("ALTER TABLE " + sql.name + " ADD " + ConstraintSql.of(c)));
        for (Index index : table.indexes()) {
            statements.add(IndexSql.create(table.name(), index));
        }
        table.comment().ifPresent(c -> statements.add(comment(table.name(), table.comment())));
        table.columns().forEach(c -> statements.addAll(ColumnSql.afterwards(table.name(), c)));
        return statements;
    }

    static String comment(QualifiedName table, Optional<String> comment) {
        return "COMMENT ON TABLE " + Identifiers.quote(table) + " IS "
                + comment.map(SqlText::literal).orElse("NULL");
    }

    /**
     * CREATE TABLE takes NOT VALID for granted (a new table has no rows), and makes one key of two that
     * {@link MergedKey} cannot tell apart.
     */
    private boolean belongsInside(Constraint constraint) {
        if (constraint instanceof UniqueKey key) {
            return inside.stream().noneMatch(other -> MergedKey.of(key).equals(MergedKey.of(other)));
        }
        boolean notValid = (constraint instanceof ForeignKey key && key.enforcement() == Enforcement.NOT_VALID)
                || (constraint instanceof Check check && check.enforcement() == Enforcement.NOT_VALID);
        return !notValid;
    }

    private String createTable() {
        Options options = table.options();
        Optional<String> partitionOf = options.get(Keys.PARTITION_OF);
        String elements = Stream.concat(
                        table.columns().stream()
                                .filter(c -> !c.options().has(Keys.INHERITED))
                                .map(ColumnSql::definition),
                        inside.stream().map(ConstraintSql::of))
                .collect(Collectors.joining(", ", "(", ")"));
        return "CREATE " + (options.has(Keys.UNLOGGED) ? "UNLOGGED " : "") + "TABLE " + name
                + partitionOf.map(p -> " PARTITION OF " + p).orElse("")
                + (partitionOf.isPresent() && elements.equals("()") ? "" : " " + elements)
                + (partitionOf.isPresent()
                        ? " " + options.get(Keys.PARTITION_BOUND).orElse("DEFAULT")
                        : "")
                + options.get(Keys.INHERITS).map(p -> " INHERITS (" + p + ")").orElse("")
                + options.get(Keys.PARTITION_BY).map(p -> " PARTITION BY " + p).orElse("")
                + options.get(Keys.ACCESS_METHOD)
                        .map(m -> " USING " + Identifiers.quote(m))
                        .orElse("")
                + ConstraintSql.with(options)
                + options.get(Keys.TABLESPACE)
                        .map(t -> " TABLESPACE " + Identifiers.quote(t))
                        .orElse("");
    }

    /** Inherited columns have the parent's default and nullability until told otherwise. */
    private Optional<String> inheritedColumns() {
        List<String> clauses = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.options().has(Keys.INHERITED)) {
                String alter = "ALTER COLUMN " + Identifiers.quote(column.name());
                inheritedDefault(column).ifPresent(d -> clauses.add(alter + d));
                if (!column.nullable() && !column.options().has(Keys.NOT_NULL)) {
                    clauses.add(alter + " SET NOT NULL");
                }
            }
        }
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of("ALTER TABLE " + name + " " + String.join(", ", clauses));
    }

    private static Optional<String> inheritedDefault(Column column) {
        if (column.generation() instanceof Generation.Default value) {
            // The parent's sequence: the default comes with the column, and the sequence's name may be another here.
            boolean sequence = value.expression().sql().startsWith("nextval(");
            return sequence
                    ? Optional.empty()
                    : Optional.of(" SET DEFAULT "
                            + SqlText.asOperand(value.expression().sql()));
        }
        return column.generation() instanceof Generation.None ? Optional.of(" DROP DEFAULT") : Optional.empty();
    }
}

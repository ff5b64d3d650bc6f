package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Addition;
import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.Exclusivity;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.Uniqueness;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL makes of rows; measured on 15 and 18. */
final class PostgreSqlRowRules implements RowRules {
    private static final Pattern CONSTANT =
            Pattern.compile("(?:-?\\d+(?:\\.\\d+)?|'(?:[^'\\\\]|'')*+'|true|false)(?:::[\\w ]+)?");

    /** Characters of up to four bytes that always fit into a third of a page. */
    private static final int ALWAYS_SHORT = 600;

    private final boolean softErrors;

    /** Only since PostgreSQL 16 it can be asked whether a text can be cast ({@code pg_input_is_valid}). */
    PostgreSqlRowRules(ServerVersion version) {
        this.softErrors = version.isAtLeast(16, 0);
    }

    @Override
    public String quote(String name) {
        return Identifiers.quote(name);
    }

    @Override
    public String literal(String text) {
        return SqlText.literal(text);
    }

    @Override
    public String quote(QualifiedName table) {
        return Identifiers.quote(table);
    }

    /** A partitioned table has no rows of its own: its constraints are about those of its partitions. */
    @Override
    public String alone(Table table) {
        return (table.options().has(Keys.PARTITION_BY) ? "" : "ONLY ") + quote(table.name());
    }

    @Override
    public boolean inherits(Table table, QualifiedName from) {
        return table.options().has(Keys.INHERITS)
                && Parents.of(table.options().get(Keys.INHERITS)).contains(from);
    }

    @Override
    public String text(String value, DataType type) {
        return "CAST(" + value + " AS text)";
    }

    /**
     * As the triggers of a foreign key compare: by the operator of the referenced column's index, so that character(n)
     * ignores trailing blanks of a varchar too, and with its collation.
     */
    @Override
    public Optional<String> refers(String value, Column column, String referenced, Column referencedColumn) {
        boolean padded = referencedColumn.type() instanceof DataType.Char && !(column.type() instanceof DataType.Char);
        String compared = padded ? "CAST(" + value + " AS bpchar)" : value;
        String collation = column.collation().equals(referencedColumn.collation())
                ? ""
                : " COLLATE "
                        + referencedColumn.collation().map(ColumnSql::collation).orElse("\"default\"");
        return Optional.of(referenced + " = " + compared + collation);
    }

    @Override
    public Optional<String> covered(ForeignKey key, String period, String referenced) {
        return key.options().has(Keys.PERIOD)
                ? Optional.of(period + " <@ range_agg(" + referenced + ")")
                : Optional.empty();
    }

    @Override
    public Optional<Uniqueness> uniqueness(Table table, List<IndexPart> parts, Options options) {
        boolean unusual = options.has(Keys.WITHOUT_OVERLAPS)
                || parts.stream().anyMatch(p -> p.options().has(Keys.OPCLASS));
        return unusual
                ? Optional.empty()
                : Optional.of(new Uniqueness(
                        parts.stream().map(PostgreSqlRowRules::compared).toList(),
                        !options.has(Keys.NULLS_NOT_DISTINCT)));
    }

    @Override
    public Optional<Exclusivity> exclusivity(Table table, Constraint constraint) {
        return new ExclusionRules(table, alone(table)).of(constraint);
    }

    private static String compared(IndexPart part) {
        String value = part.isExpression() ? "(" + part.text() + ")" : Identifiers.quote(part.text());
        return value
                + part.options()
                        .get(Keys.COLLATION)
                        .map(c -> " COLLATE " + ColumnSql.collation(c))
                        .orElse("");
    }

    @Override
    public Conversion conversion(String value, Column from, Column to, Schema schema) {
        Conversion conversion = new ValueConversion(value, schema, softErrors).into(from.type(), to.type());
        boolean recollated = !from.collation().equals(to.collation());
        if (!recollated || conversion.value().isEmpty()) {
            return conversion;
        }
        String collation = to.collation().map(ColumnSql::collation).orElse("\"default\"");
        return conversion.withValue(conversion.value().map(v -> "(" + v + ") COLLATE " + collation));
    }

    @Override
    public Effect nulls(Column from, Column to) {
        return to.options().has(Keys.NOT_NULL) ? Effect.KEEPS : Effect.FAILS;
    }

    @Override
    public Addition addition(Column column, Schema schema) {
        boolean known = !(column.type() instanceof DataType.Named named)
                || schema.enums().containsKey(named.name());
        if (column.generation() instanceof Generation.None) {
            if (!known) {
                return Addition.unknown(Effect.FAILS);
            }
            boolean refused = !column.nullable() && !column.options().has(Keys.NOT_NULL);
            return refused ? Addition.refused() : typed("NULL", column);
        }
        if (column.generation() instanceof Generation.Default value) {
            String sql = value.expression().sql();
            return CONSTANT.matcher(sql).matches()
                    ? typed(sql, column)
                    : Addition.unknown(known && isNever(sql, "NULL") ? Effect.KEEPS : Effect.FAILS);
        }
        return Addition.unknown(column.generation() instanceof Generation.Computed ? Effect.FAILS : Effect.KEEPS);
    }

    private static boolean isNever(String sql, String word) {
        return !sql.toUpperCase(Locale.ROOT).contains(word);
    }

    /** A named type may be made by the same plan, so that it cannot be named before. */
    private static Addition typed(String sql, Column column) {
        DataType type = column.type() instanceof DataType.Array array ? array.element() : column.type();
        return type instanceof DataType.Named
                ? Addition.unknown(Effect.KEEPS)
                : Addition.of("CAST(" + sql + " AS " + TypeSql.of(column.type()) + ")");
    }

    /** Rows are looked at when a table becomes a partition, and have to be there when it becomes a child. */
    @Override
    public Effect options(Options from, Options to) {
        return List.of(Keys.PARTITION_OF, Keys.PARTITION_BOUND).stream()
                        .allMatch(k -> to.get(k).isEmpty() || from.get(k).equals(to.get(k)))
                ? Effect.KEEPS
                : Effect.FAILS;
    }

    /** A B-tree refuses values of more than a third of a page (2704 bytes after compression), whatever their type is. */
    @Override
    public Effect indexing(Table table, Index index) {
        boolean anyLength = index.method().isEmpty()
                && index.parts().stream()
                        .flatMap(p -> table.column(p.text()).stream())
                        .map(Column::type)
                        .anyMatch(PostgreSqlRowRules::mayBeLong);
        return anyLength || index.parts().stream().anyMatch(IndexPart::isExpression) ? Effect.FAILS : Effect.KEEPS;
    }

    private static boolean mayBeLong(DataType type) {
        return type instanceof DataType.Text
                || type instanceof DataType.Json
                || type instanceof DataType.Array
                || type instanceof DataType.Blob
                || (type instanceof DataType.Varchar v && v.length().orElse(Integer.MAX_VALUE) > ALWAYS_SHORT);
    }

    @Override
    public Optional<String> isOneOf(String value, DataType type, List<String> labels) {
        String list = EnumSql.labels(labels);
        return Optional.of(
                type instanceof DataType.Array
                        ? "CAST(" + value + " AS text[]) && ARRAY[" + list + "]"
                        : "CAST(" + value + " AS text) IN (" + list + ")");
    }

    /** The labels of a type that is an enum here. */
    static Optional<List<String>> labels(DataType type, Schema schema) {
        return type instanceof DataType.Named named
                ? Optional.ofNullable(schema.enums().get(named.name()))
                        .map(EnumDefinition::labels)
                        .map(ArrayList::new)
                : Optional.empty();
    }

    /** Sequences take no notice of a key that an INSERT brings along. */
    @Override
    public Optional<String> generators(Collection<QualifiedName> tables) {
        String oids = tables.stream()
                .map(t -> SqlText.literal(quote(t)) + "::regclass")
                .collect(Collectors.joining(", "));
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(Resource.text("generators.sql").replace("${tables}", oids));
    }

    @Override
    public Optional<String> foundations() {
        return Optional.of(Resource.text("foundations.sql"));
    }

    /** pgjdbc has made the time zone that of its JVM. */
    @Override
    public String session() {
        return "SELECT unnest(ARRAY['SET client_encoding = ''UTF8''',"
                + " 'SET TimeZone = ' || quote_literal(current_setting('TimeZone'))])";
    }
}

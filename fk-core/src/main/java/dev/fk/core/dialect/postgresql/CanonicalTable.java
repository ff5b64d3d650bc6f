package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One declared table as PostgreSQL would report it. */
final class CanonicalTable {
    private static final String DEFAULT = "default";

    private final Table declared;
    private final UnaryOperator<QualifiedName> names;
    private final UnaryOperator<QualifiedName> types;
    private final PostgreSqlCanonicalizer.Enums enums;
    private final QualifiedName name;

    CanonicalTable(
            Table declared,
            UnaryOperator<QualifiedName> names,
            UnaryOperator<QualifiedName> types,
            PostgreSqlCanonicalizer.Enums enums) {
        this.types = types;
        this.declared = declared;
        this.names = names;
        this.enums = enums;
        this.name = names.apply(declared.name());
    }

    Table table() {
        Optional<PrimaryKey> primaryKey = declared.primaryKey()
                .map(k -> new PrimaryKey(
                        shorten(k.name()), shorten(k.columns()), k.deferrability(), only(k.options(), Keys.OF_KEY)));
        return new Table(
                name,
                columns(),
                primaryKey,
                uniqueKeys(primaryKey),
                declared.foreignKeys().stream().map(this::foreignKey).toList(),
                declared.indexes().stream().map(this::index).toList(),
                declared.checks().stream().map(CanonicalTable::check).toList(),
                declared.exclusions().stream()
                        .map(x ->
                                new Exclusion(shorten(x.name()), x.definition().strip()))
                        .toList(),
                comment(declared.comment()),
                only(declared.options(), Keys.OF_TABLE));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        List<String> key = declared.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        for (Column column : declared.columns()) {
            Column canonical = column(column);
            columns.add(key.contains(column.name()) ? canonical.notNull() : canonical);
        }
        return columns;
    }

    private Column column(Column column) {
        DataType type = column.type().accept(new CanonicalType(types, labels -> enums.of(name, column.name(), labels)));
        Generation generation = column.generation().accept(new CanonicalGeneration(type, enums));
        return new Column(
                Identifiers.shorten(column.name()),
                type,
                column.nullable() && !generation.isCounter(),
                generation,
                collation(column),
                comment(column.comment()),
                options(column));
    }

    /** A partition has all columns from its table, whoever declares them. */
    private Options options(Column column) {
        Options own = only(column.options(), Keys.OF_COLUMN);
        return declared.options().has(Keys.PARTITION_OF) ? own.with(Keys.INHERITED, "") : own;
    }

    /** CREATE TABLE makes one of keys that say the same, so an unnamed key beside an equal one is none of its own. */
    private List<UniqueKey> uniqueKeys(Optional<PrimaryKey> primaryKey) {
        List<UniqueKey> keys = new ArrayList<>();
        for (UniqueKey key : declared.uniqueKeys()) {
            UniqueKey canonical = new UniqueKey(
                    shorten(key.name()), shorten(key.columns()), key.deferrability(), only(key.options(), Keys.OF_KEY));
            boolean redundant = key.name().isEmpty()
                    && (primaryKey.filter(p -> says(p, canonical)).isPresent()
                            || keys.stream()
                                    .anyMatch(k -> k.withName(Optional.empty()).equals(canonical)));
            if (!redundant) {
                keys.add(canonical);
            }
        }
        return keys;
    }

    private static boolean says(PrimaryKey key, UniqueKey unique) {
        return key.columns().equals(unique.columns())
                && key.deferrability() == unique.deferrability()
                && key.options().equals(unique.options());
    }

    private ForeignKey foreignKey(ForeignKey key) {
        List<String> touched = key.onDeleteColumns();
        return key.withName(shorten(key.name()))
                .withColumns(shorten(key.columns()))
                .withReferenced(names.apply(key.referencedTable()), shorten(key.referencedColumns()))
                .withOnDeleteColumns(touched.containsAll(key.columns()) ? List.of() : shorten(touched))
                .withOptions(only(key.options(), Keys.OF_FOREIGN_KEY));
    }

    private Index index(Index index) {
        Optional<String> method =
                index.method().map(m -> m.toLowerCase(Locale.ROOT)).filter(m -> !m.isBlank() && !m.equals("btree"));
        return new Index(
                shorten(index.name()),
                index.parts().stream().map(this::part).toList(),
                index.unique(),
                method,
                index.where().map(CanonicalTable::expression),
                only(index.options(), Keys.OF_INDEX));
    }

    private IndexPart part(IndexPart part) {
        String text = part.isExpression() ? SqlText.expression(part.text()) : Identifiers.shorten(part.text());
        return new IndexPart(
                text,
                part.isExpression(),
                part.descending(),
                OptionalInt.empty(),
                only(
                        hasUsualCollation(part) ? part.options().without(Keys.COLLATION) : part.options(),
                        Keys.OF_INDEX_PART));
    }

    /** Of an index the catalog says nothing that its column has anyway. */
    private boolean hasUsualCollation(IndexPart part) {
        Optional<String> usual = declared.column(part.text())
                .filter(c -> !part.isExpression())
                .map(c -> collation(c).orElse(DEFAULT));
        return usual.isPresent() && usual.equals(part.options().get(Keys.COLLATION));
    }

    private static Optional<String> collation(Column column) {
        return column.collation().filter(c -> !c.isBlank() && !c.equals(DEFAULT));
    }

    private static Check check(Check check) {
        return new Check(
                shorten(check.name()),
                expression(check.expression()),
                check.enforcement(),
                only(check.options(), Keys.OF_CHECK));
    }

    static Expression expression(Expression expression) {
        return new Expression(SqlText.expression(expression.sql()));
    }

    private static Optional<String> comment(Optional<String> comment) {
        return comment.filter(c -> !c.isEmpty());
    }

    /** What other servers understand means nothing here. */
    private static Options only(Options options, Set<String> keys) {
        Options known = options;
        for (String key : options.values().keySet()) {
            known = keys.contains(key) ? known : known.without(key);
        }
        return known;
    }

    private static Optional<String> shorten(Optional<String> name) {
        return name.map(Identifiers::shorten);
    }

    private static List<String> shorten(List<String> names) {
        return names.stream().map(Identifiers::shorten).toList();
    }
}

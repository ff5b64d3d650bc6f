package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Canonicalizer;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.NameScopes;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the family makes of a declared schema. */
final class MySqlCanonicalizer implements Canonicalizer {
    private final Settings settings;

    MySqlCanonicalizer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema canonical(Schema declared) {
        ImplicitIndexes implicit = new ImplicitIndexes(settings);
        CanonicalSchema asReported =
                asReported(declared.tables().values().stream(), new CanonicalType(settings, declared.enums()));
        return new CanonicalSchema(
                asReported.schema().mapTables(implicit::completed), asReported.dialect(), asReported.names());
    }

    /** The same for what a catalog says: no index is added that is not there. */
    CanonicalSchema asReported(Stream<Table> reported) {
        return asReported(reported, new CanonicalType(settings, Map.of()));
    }

    private CanonicalSchema asReported(Stream<Table> reported, CanonicalType types) {
        Schema canonical = Schema.of(reported.map(t -> table(t, types)).toList(), List.of());
        return new CanonicalSchema(
                settings.ignoresCase() ? asSpelt(canonical) : canonical,
                settings.info().dialect(),
                new NameScopes(true, !settings.isMariaDb(), false));
    }

    /** Where names are compared without case, a foreign key may name its table in another one than the table itself. */
    private static Schema asSpelt(Schema schema) {
        TreeMap<String, QualifiedName> spelt = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        schema.tables().keySet().forEach(n -> spelt.put(n.toString(), n));
        return schema.mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                .map(k -> k.withReferenced(
                        spelt.getOrDefault(k.referencedTable().toString(), k.referencedTable()), k.referencedColumns()))
                .toList()));
    }

    private Table table(Table declared, CanonicalType types) {
        Options options = TableOptions.canonical(declared.name(), declared.options(), settings);
        String collation = TableOptions.collation(declared.name(), options, settings);
        String engine = TableOptions.engine(options);
        List<String> keyColumns = declared.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Optional<Period> period = TableOptions.period(options);
        List<Column> columns = declared.columns().stream()
                .map(c -> c.nullable()
                                && (keyColumns.contains(c.name())
                                        || period.filter(p -> p.isOn(c.name())).isPresent())
                        ? c.notNull()
                        : c)
                .map(c -> CanonicalColumn.of(c, collation, types, settings))
                .toList();
        return new Table(
                name(declared.name()),
                columns,
                declared.primaryKey().map(k -> primaryKey(k, engine)),
                uniqueKeys(declared, engine),
                declared.foreignKeys().stream().map(this::foreignKey).toList(),
                indexes(declared, engine),
                declared.checks().stream().map(this::check).toList(),
                declared.exclusions(),
                declared.comment().filter(c -> !c.isEmpty()),
                options);
    }

    /** An unqualified name and the database's own are the same table. */
    private QualifiedName name(QualifiedName declared) {
        Optional<String> schema = declared.schema()
                .map(this::folded)
                .filter(s -> !s.equals(settings.info().defaultSchema()));
        return new QualifiedName(schema, folded(declared.name()));
    }

    private String folded(String name) {
        return settings.storesLowerCase() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Every primary key is called PRIMARY. */
    private static PrimaryKey primaryKey(PrimaryKey declared, String engine) {
        return new PrimaryKey(
                Optional.empty(),
                declared.columns(),
                Deferrability.NOT_DEFERRABLE,
                keyOptions(declared.options(), declared.options().get(IndexSql.USING), engine));
    }

    /** Unique keys and unique indexes are one thing here. */
    private List<UniqueKey> uniqueKeys(Table declared, String engine) {
        List<UniqueKey> keys = new ArrayList<>();
        for (UniqueKey key : declared.uniqueKeys()) {
            keys.add(new UniqueKey(
                    shortened(key.name()),
                    key.columns(),
                    Deferrability.NOT_DEFERRABLE,
                    keyOptions(key.options(), key.options().get(IndexSql.USING), engine)));
        }
        for (Index index : declared.indexes()) {
            if (isUniqueKey(index)) {
                keys.add(new UniqueKey(
                        shortened(index.name()),
                        index.leadingColumns(),
                        Deferrability.NOT_DEFERRABLE,
                        keyOptions(index.options(), index.method(), engine)));
            }
        }
        return keys;
    }

    /** Whether every part is a whole column in ascending order. */
    static boolean isUniqueKey(Index index) {
        return index.unique() && index.parts().stream().allMatch(p -> p.isWholeColumn() && !p.descending());
    }

    private List<Index> indexes(Table declared, String engine) {
        return declared.indexes().stream()
                .filter(i -> !isUniqueKey(i))
                .map(i -> new Index(
                        shortened(i.name()),
                        i.parts().stream().map(MySqlCanonicalizer::part).toList(),
                        i.unique(),
                        method(i.method(), engine),
                        i.where(),
                        indexOptions(i.options())))
                .toList();
    }

    /**
     * BTREE is the default, but HASH that of MEMORY; InnoDB takes HASH for BTREE without a word, and MariaDB 11.8 even reports
     * it as HASH.
     */
    static Optional<String> method(Optional<String> declared, String engine) {
        boolean memory = engine.equals(TableOptions.MEMORY);
        boolean innoDb = engine.equals(TableOptions.DEFAULT_ENGINE);
        return declared.map(m -> m.toLowerCase(Locale.ROOT))
                .filter(m -> memory || !m.equals("btree"))
                .filter(m -> !(memory || innoDb) || !m.equals("hash"));
    }

    private static IndexPart part(IndexPart part) {
        return new IndexPart(
                part.isExpression() ? SqlText.normalize(part.text()) : part.text(),
                part.isExpression(),
                part.descending(),
                part.prefixLength(),
                Options.none());
    }

    private static Options keyOptions(Options declared, Optional<String> declaredMethod, String engine) {
        Options options = indexOptions(declared);
        return method(declaredMethod, engine)
                .map(m -> options.with(IndexSql.USING, m))
                .orElse(options);
    }

    private static Options indexOptions(Options declared) {
        Options options = Options.none();
        if (declared.isEmpty()) {
            return options;
        }
        for (String key : List.of(
                IndexSql.INVISIBLE, IndexSql.COMMENT, IndexSql.PARSER, IndexSql.PARTS, IndexSql.WITHOUT_OVERLAPS)) {
            Optional<String> value = declared.get(key).filter(v -> !v.isEmpty());
            options = value.isPresent() ? options.with(key, value.get()) : options;
        }
        for (String key : IndexSql.OF_VECTORS) {
            Optional<String> value = declared.get(key).filter(v -> !v.isEmpty());
            options = value.isPresent() ? options.with(key, value.get().toLowerCase(Locale.ROOT)) : options;
        }
        return options;
    }

    private Check check(Check declared) {
        Enforcement enforcement = declared.enforcement() == Enforcement.NOT_ENFORCED && !settings.isMariaDb()
                ? Enforcement.NOT_ENFORCED
                : Enforcement.ENFORCED;
        Expression expression =
                new Expression(SqlText.normalize(declared.expression().sql()));
        return new Check(shortened(declared.name()), expression, enforcement, column(declared.options()));
    }

    private static Options column(Options declared) {
        return declared.get(ConstraintSql.COLUMN)
                .map(c -> Options.of(ConstraintSql.COLUMN, c))
                .orElse(Options.none());
    }

    /** Deferrability, match type and column lists stay as declared, so that the checks before any DDL see them. */
    private ForeignKey foreignKey(ForeignKey declared) {
        return declared.withName(shortened(declared.name()))
                .withReferenced(name(declared.referencedTable()), declared.referencedColumns())
                .withActions(action(declared.onDelete()), action(declared.onUpdate()));
    }

    /**
     * InnoDB checks both at once (MySQL manual, 15.1.20.5). The catalogs tell them apart, but not what was declared:
     * MySQL 8.0.33 reports an unspecified action as NO ACTION, MariaDB 10.11.18 as RESTRICT.
     */
    static ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    private static Optional<String> shortened(Optional<String> name) {
        return name.map(Identifiers::shorten);
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes out of catalog rows. */
final class CatalogIndexes {
    /** Bits of pg_index.indoption. */
    private static final long DESCENDING = 1;

    private static final long NULLS_FIRST = 2;
    private static final long DATABASE_COLLATION = 100;

    private record Key(long owner, int position) {}

    private final CatalogNames names;
    private final Map<Long, CatalogRows.IndexRow> rows = new HashMap<>();
    private final Map<Key, String> expressions = new HashMap<>();
    private final Map<Key, String> opclassOptions = new HashMap<>();
    private final Map<Key, Long> columnCollations = new HashMap<>();
    private final Set<Long> owned = new HashSet<>();

    CatalogIndexes(CatalogRows rows, CatalogNames names) {
        this.names = names;
        rows.indexes().forEach(i -> this.rows.put(i.oid(), i));
        rows.indexExpressions().forEach(e -> expressions.put(new Key(e.index(), e.position()), e.sql()));
        for (CatalogRows.UseRow use : rows.uses()) {
            CatalogRows.OpclassOptionsRow options = use.opclassOptions();
            if (options != null) {
                opclassOptions.put(
                        new Key(options.index(), options.position()),
                        names.opclass(options.opclass()) + " (" + StorageParameters.sql(options.options()) + ")");
            }
        }
        rows.columns().forEach(c -> columnCollations.put(new Key(c.table(), c.number()), c.collation()));
        rows.constraints().stream().filter(k -> !k.kind().equals("f")).forEach(k -> owned.add(k.index()));
    }

    /** What is unusual about the index behind a primary or unique key. */
    Options keyOptions(long index) {
        CatalogRows.IndexRow row = rows.get(index);
        return row == null ? Options.none() : options(row);
    }

    boolean belongsToConstraint(CatalogRows.IndexRow row) {
        return owned.contains(row.oid());
    }

    Index index(CatalogRows.IndexRow row) {
        Optional<Expression> where =
                Optional.ofNullable(row.predicate()).map(SqlText::expression).map(Expression::new);
        Options options = row.valid() ? options(row) : options(row).with(Keys.INVALID, "");
        return new Index(
                Optional.of(row.name()), parts(row), row.unique(), Optional.ofNullable(row.method()), where, options);
    }

    private Options options(CatalogRows.IndexRow row) {
        List<Long> columns = CatalogNames.numbers(row.columns());
        List<String> included = columns.subList(row.keyColumns(), columns.size()).stream()
                .map(number -> names.column(row.table(), number.intValue()))
                .toList();
        Options options = included.isEmpty() ? Options.none() : Options.of(Keys.INCLUDE, Identifiers.quote(included));
        options = row.nullsNotDistinct() ? options.with(Keys.NULLS_NOT_DISTINCT, "") : options;
        return storage(options, row.options(), row.tablespace());
    }

    /** Storage parameters and tablespace, of a table or an index. */
    static Options storage(Options options, @Nullable String parameters, @Nullable String tablespace) {
        Options more = parameters == null ? options : options.with(Keys.WITH, StorageParameters.sql(parameters));
        return tablespace == null ? more : more.with(Keys.TABLESPACE, tablespace);
    }

    private List<IndexPart> parts(CatalogRows.IndexRow row) {
        List<Long> columns = CatalogNames.numbers(row.columns());
        List<Long> orders = CatalogNames.numbers(row.order());
        List<Long> collations = CatalogNames.numbers(row.collations());
        List<Long> opclasses = CatalogNames.numbers(row.opclasses());
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < row.keyColumns(); i++) {
            int number = columns.get(i).intValue();
            String sql = expressions.get(new Key(row.oid(), i + 1));
            long order = orders.get(i);
            boolean descending = (order & DESCENDING) != 0;
            long usual = columnCollations.getOrDefault(new Key(row.table(), number), DATABASE_COLLATION);
            Options options = opclass(row.oid(), i + 1, opclasses.get(i));
            options = nulls(options, descending, (order & NULLS_FIRST) != 0);
            options = collation(options, collations.get(i), usual);
            parts.add(new IndexPart(
                    sql == null ? names.column(row.table(), number) : SqlText.expression(sql),
                    sql != null,
                    descending,
                    OptionalInt.empty(),
                    options));
        }
        return parts;
    }

    private Options opclass(long index, int position, long opclass) {
        String withParameters = opclassOptions.get(new Key(index, position));
        if (withParameters == null && names.isUsualOpclass(opclass)) {
            return Options.none();
        }
        return Options.of(Keys.OPCLASS, withParameters == null ? names.opclass(opclass) : withParameters);
    }

    /** Nulls come last when ascending and first when descending, unless said otherwise. */
    private static Options nulls(Options options, boolean descending, boolean nullsFirst) {
        return descending == nullsFirst ? options : options.with(Keys.NULLS, nullsFirst ? "first" : "last");
    }

    private Options collation(Options options, long collation, long usual) {
        String name = collation == 0 || collation == usual ? null : names.collation(collation);
        return name == null ? options : options.with(Keys.COLLATION, name);
    }
}

package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Set;

/**
 * What columns and indexes have and models have no words for: that a moment is set when its row changes, the reference system of
 * a place, invisibility, comments and parsers of indexes, how the table is stored. All of it stays.
 */
record Wordless(Table there) {
    private static final List<String> OF_INDEXES = List.of(IndexSql.COMMENT, IndexSql.INVISIBLE, IndexSql.PARSER);

    private static final List<String> OF_KEYS =
            List.of(IndexSql.COMMENT, IndexSql.INVISIBLE, IndexSql.USING, IndexSql.PARTS);

    /** What decides where rows go, how they are compared, and since when they are kept, models do say. */
    private static final Set<String> OF_MODELS = Set.of(
            TableOptions.ENGINE,
            TableOptions.COLLATE,
            TableOptions.PARTITION_BY,
            TableOptions.SYSTEM_VERSIONING,
            TableOptions.PERIOD);

    /** The table that is wanted, with that. */
    Table in(Table wanted) {
        List<String> keys = there.options().values().keySet().stream()
                .filter(key -> !OF_MODELS.contains(key))
                .toList();
        return columnsAndIndexes(
                keys.isEmpty() ? wanted : wanted.withOptions(wanted.options().completedBy(there.options(), keys)));
    }

    private Table columnsAndIndexes(Table wanted) {
        boolean any = there.columns().stream().anyMatch(c -> !c.options().isEmpty())
                || there.indexes().stream().anyMatch(i -> !i.options().isEmpty())
                || there.uniqueKeys().stream().anyMatch(k -> !k.options().isEmpty())
                || there.primaryKey().stream().anyMatch(k -> !k.options().isEmpty())
                || there.checks().stream().anyMatch(c -> !c.options().isEmpty());
        return any
                ? wanted.withPrimaryKey(wanted.primaryKey().map(this::primaryKey))
                        .withChecks(wanted.checks().stream().map(this::check).toList())
                        .withColumns(wanted.columns().stream().map(this::column).toList())
                        .withIndexes(wanted.indexes().stream().map(this::index).toList())
                        .withUniqueKeys(wanted.uniqueKeys().stream()
                                .map(this::uniqueKey)
                                .toList())
                : wanted;
    }

    private Column column(Column wanted) {
        return there.column(wanted.name())
                .filter(c -> !c.options().isEmpty())
                .map(c -> with(wanted, options(wanted, c), c))
                .orElse(wanted);
    }

    /** MariaDB gives a column that is NOT NULL and set by updates a default of zeros, which nobody declares. */
    private static Column with(Column wanted, Options options, Column there) {
        boolean zero = wanted.generation() == Generation.none()
                && !wanted.nullable()
                && options.has(CanonicalColumn.ON_UPDATE)
                && there.generation().equals(Defaults.zeroMoment(wanted.type()));
        return (zero ? wanted.withGeneration(there.generation()) : wanted).withOptions(options);
    }

    private static Options options(Column wanted, Column there) {
        Options options = wanted.options();
        boolean moment = wanted.type() instanceof DataType.DateTime || wanted.type() instanceof DataType.Timestamp;
        boolean computed = wanted.generation() instanceof Generation.Computed;
        if (there.options().has(CanonicalColumn.ON_UPDATE)
                && !options.has(CanonicalColumn.ON_UPDATE)
                && moment
                && !computed) {
            options = options.with(CanonicalColumn.ON_UPDATE, Defaults.nowOf(wanted.type()));
        }
        if (wanted.type().equals(there.type())) {
            options = options.completedBy(there.options(), List.of(CanonicalColumn.SRID));
        }
        return options.completedBy(there.options(), List.of(CanonicalColumn.INVISIBLE));
    }

    private PrimaryKey primaryKey(PrimaryKey wanted) {
        return there.primaryKey()
                .filter(k -> k.columns().equals(wanted.columns()))
                .map(k -> wanted.withOptions(wanted.options().completedBy(k.options(), OF_KEYS)))
                .orElse(wanted);
    }

    /** MariaDB names one that is written with a column like this; what it checks is all that a model says. */
    private Check check(Check wanted) {
        return there.checks().stream()
                .filter(c -> wanted.means(c) && c.expression().equals(wanted.expression()))
                .findFirst()
                .map(c -> wanted.withOptions(c.options()))
                .orElse(wanted);
    }

    private Index index(Index wanted) {
        return there.indexLike(wanted)
                .map(i -> wanted.withOptions(wanted.options().completedBy(i.options(), OF_INDEXES)))
                .orElse(wanted);
    }

    private UniqueKey uniqueKey(UniqueKey wanted) {
        return there.uniqueKeys().stream()
                .filter(k -> wanted.name().isPresent()
                        ? k.name().equals(wanted.name())
                        : k.columns().equals(wanted.columns()))
                .findFirst()
                .map(k -> wanted.withOptions(wanted.options().completedBy(k.options(), OF_KEYS)))
                .orElse(wanted);
    }
}

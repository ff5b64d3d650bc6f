package dev.fk.core.generate;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.NameRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tables as people would declare them, so that they can be made elsewhere: without what a server has put in by itself.
 *
 * @param bare takes from labels of enum types the type, which may be called otherwise elsewhere
 */
record AsDeclared(
        Dialect dialect,
        NameRules names,
        ImpliedIndexes implied,
        Map<QualifiedName, EnumDefinition> enums,
        UnaryOperator<Expression> bare) {
    private static final String ON_UPDATE = "on update";

    AsDeclared(Dialect dialect, NameRules names, ImpliedIndexes implied, Map<QualifiedName, EnumDefinition> enums) {
        this(dialect, names, implied, enums, dialect.withoutTypes(enums.keySet()));
    }

    Table table(Table there) {
        Optional<String> counter = counter(there);
        return there.withColumns(there.columns().stream()
                        .map(c -> column(c, counter.filter(c.name()::equals).isPresent()))
                        .toList())
                .withPrimaryKey(there.primaryKey().map(k -> (PrimaryKey) named(there, k)))
                .withUniqueKeys(there.uniqueKeys().stream()
                        .map(k -> (UniqueKey) named(there, k))
                        .toList())
                .withForeignKeys(there.foreignKeys().stream()
                        .map(k -> (ForeignKey) named(there, k))
                        .toList())
                .withChecks(there.checks().stream()
                        .map(c -> (Check) named(there, c))
                        .map(c -> new Check(c.name(), bare.apply(c.expression()), c.enforcement(), c.options()))
                        .toList())
                .withIndexes(there.indexes().stream().map(i -> index(there, i)).toList());
    }

    /** One that counts by itself, if there is one: a default from a sequence can be said of the others. */
    private Optional<String> counter(Table there) {
        Stream<Column> byItself =
                there.columns().stream().filter(c -> c.generation().isCounter());
        Stream<Column> bySequence = there.columns().stream().filter(c -> counts(there, c.generation()));
        return Stream.concat(byItself, bySequence).map(Column::name).findFirst();
    }

    /** With the name that somebody has chosen, or that tells it from another one which is the same. */
    private Constraint named(Table table, Constraint constraint) {
        Constraint unnamed = constraint.withName(Optional.empty());
        boolean alone = table.constraints()
                        .filter(c -> isSame(c.withName(Optional.empty()), unnamed))
                        .count()
                == 1;
        return alone && names.origin(table, constraint) != NameRules.Origin.DECLARED ? unnamed : constraint;
    }

    /** One that the server has made for a foreign key has no name that anybody has chosen. */
    private Index index(Table table, Index index) {
        boolean ofKey = table.foreignKeys().stream().anyMatch(k -> k.name().equals(index.name()))
                || names.origin(table, index) != NameRules.Origin.DECLARED;
        Index unnamed = index.withName(Optional.empty());
        List<Index> others =
                table.indexes().stream().filter(i -> !i.equals(index)).toList();
        return ofKey && implied.has(table.withIndexes(others), unnamed)
                ? unnamed
                : index.withWhere(index.where().map(bare));
    }

    private Generation bare(Generation.Computed computed) {
        return new Generation.Computed(bare.apply(computed.expression()), computed.storage());
    }

    /** Servers make one of two keys without a name that have the same columns. */
    private static boolean isSame(Constraint one, Constraint other) {
        List<String> columns = KeyColumns.of(one);
        return one.equals(other) || (!columns.isEmpty() && columns.equals(KeyColumns.of(other)));
    }

    /** A table has one column that counts; the sequence of one that counts from nobody's is not there elsewhere. */
    private Column column(Column there, boolean counter) {
        Generation generation = there.generation();
        if (counter && generation instanceof Generation.Default) {
            return there.withGeneration(Generation.autoIncrement());
        }
        if (!counter && generation.isCounter()) {
            return there.withGeneration(Generation.none());
        }
        Column column = there.withGeneration(
                isEnum(there)
                        ? generation.uncast()
                        : generation instanceof Generation.Computed of ? bare(of) : generation);
        return column.options()
                .get(ON_UPDATE)
                .map(when -> setByUpdates(column, when))
                .orElse(column);
    }

    /** What a table has from another one counts as it does there. */
    private boolean counts(Table table, Generation generation) {
        return generation.isCounter()
                || (dialect.countsUp(generation) && dialect.parents(table).isEmpty());
    }

    private boolean isEnum(Column column) {
        return column.type() instanceof DataType.Named named && enums.containsKey(named.name());
    }

    private static Column setByUpdates(Column column, String when) {
        String value = column.generation() instanceof Generation.Default given
                ? given.expression().sql()
                : "NULL";
        boolean sayable = column.nullable() || column.generation() instanceof Generation.Default;
        return sayable
                ? column.withGeneration(Generation.defaultTo(value + " ON UPDATE " + when))
                        .withOptions(column.options().without(ON_UPDATE))
                : column;
    }
}

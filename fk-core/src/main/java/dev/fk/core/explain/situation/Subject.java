package dev.fk.core.explain.situation;

import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The table of a statement, with the columns and keys that the statement itself gives it. */
@API(status = Status.INTERNAL)
public final class Subject {
    private static final String CHARSET = "charset";

    private final Situation situation;

    public Subject(Situation situation) {
        this.situation = situation;
    }

    /** Empty if a statement that creates nothing is about a table that is not there. */
    public Optional<Table> table() {
        Optional<TableWord> word = situation.statement().table();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        boolean creates = situation.statement().kind() == Statement.Kind.CREATE_TABLE;
        Optional<Table> start =
                creates ? Optional.of(Table.of(situation.name(word.get()), List.of())) : situation.table(word.get());
        return start.map(this::completed);
    }

    private Table completed(Table start) {
        Table table = start;
        for (Clause.ColumnDefinition definition :
                situation.statement().clauses(Clause.ColumnDefinition.class).toList()) {
            table = with(table, definition);
        }
        for (Clause.Key key : situation.statement().clauses(Clause.Key.class).toList()) {
            boolean none = key.columns().isEmpty()
                    || Set.copyOf(situation.columns(table, key.columns())).size()
                            < key.columns().size();
            table = none
                    ? table
                    : key.unique()
                            ? withKey(table, situation.columns(table, key.columns()), key.primary())
                            : withIndex(table, situation.columns(table, key.columns()));
        }
        for (Clause.TableOption option :
                situation.statement().clauses(Clause.TableOption.class).toList()) {
            table = table.withOptions(
                    table.options().with(option.option(), situation.statement().text(option.value())));
        }
        Table whole = withChecks(table);
        return situation.canonical(whole).schema().tables().values().stream()
                .findFirst()
                .orElse(whole);
    }

    /** What a foreign key of the same statement may not change. */
    private Table withChecks(Table table) {
        List<Check> checks = new ArrayList<>(table.checks());
        situation
                .statement()
                .clauses(Clause.CheckDefinition.class)
                .map(c -> new Check(
                        Optional.empty(),
                        new Expression(
                                situation.statement().text(c.expression()).strip()),
                        Enforcement.ENFORCED,
                        Options.none()))
                .forEach(checks::add);
        return table.withChecks(checks);
    }

    private Table with(Table table, Clause.ColumnDefinition definition) {
        Optional<Column> known =
                definition.old().map(old -> situation.column(table, old)).flatMap(table::column);
        Column column = column(definition, known);
        List<Column> columns = new ArrayList<>(table.columns());
        int index = known.map(columns::indexOf).orElse(-1);
        if (index >= 0) {
            columns.set(index, column);
        } else if (table.column(column.name()).isEmpty()) {
            columns.add(column);
        }
        Table changed = table.withColumns(columns);
        if (definition.key()) {
            return withKey(changed, List.of(column.name()), true);
        }
        return definition.unique() ? withKey(changed, List.of(column.name()), false) : changed;
    }

    private Column column(Clause.ColumnDefinition definition, Optional<Column> known) {
        DataType type = definition
                .type()
                .map(situation::type)
                .or(() -> known.map(Column::type))
                .orElse(new DataType.Other(""));
        if (known.isPresent() && !definition.whole()) {
            boolean nullable = known.get().nullable() && definition.notNull().isEmpty();
            return known.get()
                    .withName(
                            definition
                                            .old()
                                            .filter(o -> o.equals(definition.name()))
                                            .isPresent()
                                    ? known.get().name()
                                    : definition.name().text())
                    .withType(type)
                    .withNullable(nullable);
        }
        Column column = Column.of(definition.name().text(), type)
                .withNullable(definition.notNull().isEmpty())
                .withCollation(definition.collation());
        Column set = definition.charset().isPresent()
                ? column.withOptions(Options.of(CHARSET, definition.charset().get()))
                : column;
        return definition.computed().isPresent()
                ? set.withGeneration(definition.computed().get())
                : set.withGeneration(generation(definition));
    }

    private static Generation generation(Clause.ColumnDefinition definition) {
        return definition.counts()
                ? Generation.AutoIncrement.INSTANCE
                : definition.literal().<Generation>map(Generation::defaultTo).orElse(Generation.none());
    }

    private static Table withIndex(Table table, List<String> columns) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(Index.of("index", columns.toArray(String[]::new)).withName(Optional.empty()));
        return table.withIndexes(indexes);
    }

    private static Table withKey(Table table, List<String> columns, boolean primary) {
        if (primary) {
            return table.withPrimaryKey(Optional.of(PrimaryKey.of(columns.toArray(String[]::new))));
        }
        List<UniqueKey> keys = new ArrayList<>(table.uniqueKeys());
        keys.add(new UniqueKey(Optional.empty(), columns, Deferrability.NOT_DEFERRABLE, Options.none()));
        return table.withUniqueKeys(keys);
    }
}

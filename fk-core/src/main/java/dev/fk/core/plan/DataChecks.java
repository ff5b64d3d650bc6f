package dev.fk.core.plan;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Uniqueness;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which questions to the rows tell whether a change would fail on them, given the rows as they are by then. */
final class DataChecks implements Change.Visitor<List<DataCheck>> {
    private final RowRules rules;
    private final LiveRows live;

    DataChecks(RowRules rules, LiveRows live) {
        this.rules = rules;
        this.live = live;
    }

    /** The table, unless it surely has no rows, or nothing is known about it. */
    private Optional<TableRows> rows(QualifiedName table) {
        return live.of(table).filter(r -> !r.isEmpty());
    }

    @Override
    public List<DataCheck> createTable(Change.CreateTable c) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropTable(Change.DropTable c) {
        return List.of();
    }

    @Override
    public List<DataCheck> renameTable(Change.RenameTable c) {
        return List.of();
    }

    @Override
    public List<DataCheck> alterOptions(Change.AlterOptions c) {
        return List.of();
    }

    @Override
    public List<DataCheck> alterComment(Change.AlterComment c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addColumn(Change.AddColumn c) {
        Optional<TableRows> rows = rows(c.table());
        if (rows.isEmpty() || !rules.addition(c.column(), live.types()).refusesRows()) {
            return List.of();
        }
        String name = c.column().name();
        return List.of(new DataQuestion(rules, rows.get(), false, List.of())
                .rows(
                        "FK308",
                        List.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        "without a value for the new column " + name + ", which is NOT NULL and has no default",
                        "Declare a default, or add the column as nullable, fill it, and make it NOT NULL afterwards."));
    }

    @Override
    public List<DataCheck> dropColumn(Change.DropColumn c) {
        return List.of();
    }

    @Override
    public List<DataCheck> alterColumn(Change.AlterColumn c) {
        Optional<TableRows> rows = rows(c.table());
        boolean computed = c.from().generation() instanceof Generation.Computed
                || c.to().generation() instanceof Generation.Computed;
        if (rows.isEmpty() || computed) {
            return List.of();
        }
        Optional<TableRows.Value> value = rows.get().value(c.from().name());
        List<DataCheck> checks = new ArrayList<>();
        if (value.isPresent()) {
            nulls(c, rows.get(), checks);
        }
        if (value.filter(TableRows.Value::exact).isPresent()) {
            values(c, rows.get(), checks);
        }
        return checks;
    }

    private void nulls(Change.AlterColumn c, TableRows rows, List<DataCheck> checks) {
        if (c.from().nullable() && !c.to().nullable() && rules.nulls(c.to()) == Effect.FAILS) {
            checks.add(nulls(rows, c.to()));
        }
    }

    private DataCheck nulls(TableRows rows, Column column) {
        String name = rules.quote(column.name());
        String condition = name + " IS NULL";
        boolean writable = rows.areAsStored(List.of(column.name()), rules);
        String update = writable && column.generation() instanceof Generation.Default value
                ? ": UPDATE " + rows.from(rules, false, List.of(column.name())) + " SET " + name + " = "
                        + value.expression() + " WHERE " + condition
                : ", or leave the column nullable.";
        return new DataQuestion(rules, rows, false, List.of(column.name()))
                .rows(
                        "FK303",
                        List.of(column.name()),
                        Optional.of(condition),
                        Optional.empty(),
                        "with NULL in " + column.name() + ", which is to be NOT NULL",
                        "Give them a value" + update);
    }

    private void values(Change.AlterColumn c, TableRows rows, List<DataCheck> checks) {
        String name = c.from().name();
        String quoted = rules.quote(name);
        Conversion conversion = rules.conversion(quoted, c.from(), c.to(), live.types());
        conversion
                .misfit()
                .ifPresent(misfit -> checks.add(new DataQuestion(rules, rows, false, List.of(name))
                        .rows(
                                "FK306",
                                List.of(name),
                                Optional.of(misfit),
                                Optional.empty(),
                                "with a value of " + name + " that does not fit "
                                        + c.to().type().describe(),
                                "Change these values, or choose a type that holds them.")));
        rules.renumbered(quoted, c.from(), c.to())
                .ifPresent(zero -> checks.add(new DataQuestion(rules, rows, false, List.of(name))
                        .rows(
                                "FK309",
                                List.of(name),
                                Optional.of(zero),
                                Optional.empty(),
                                "with 0 in " + name
                                        + ", which would get the next number as soon as the column counts up",
                                "Give them a number of their own, or set the SQL mode NO_AUTO_VALUE_ON_ZERO.")));
        if (!c.from().collation().equals(c.to().collation())) {
            recollated(c, rows, checks);
        }
    }

    /** Keys that stay, over a column that is compared in another way from now on. */
    private void recollated(Change.AlterColumn c, TableRows rows, List<DataCheck> checks) {
        LiveRows after = live.copy();
        c.accept(after);
        Optional<TableRows> then = after.of(c.table());
        Table table = rows.now();
        Stream.of(
                        table.primaryKey().stream()
                                .map(k -> new Key(columns(k.columns()), k.options(), Optional.empty())),
                        table.uniqueKeys().stream()
                                .map(k -> new Key(columns(k.columns()), k.options(), Optional.empty())),
                        table.indexes().stream()
                                .filter(Index::unique)
                                .map(i -> new Key(
                                        i.parts(), i.options(), i.where().map(w -> w.sql()))))
                .flatMap(s -> s)
                .filter(k -> k.parts().stream()
                        .anyMatch(p -> p.text().equals(c.from().name())))
                .forEach(k -> then.ifPresent(t -> duplicates(t, k).ifPresent(checks::add)));
    }

    @Override
    public List<DataCheck> renameColumn(Change.RenameColumn c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addPrimaryKey(Change.AddPrimaryKey c) {
        List<DataCheck> checks = new ArrayList<>();
        rows(c.table()).ifPresent(rows -> {
            c.primaryKey().columns().stream()
                    .flatMap(name -> rows.now().column(name).stream())
                    .filter(column -> column.nullable() && rows.knowsNulls(column.name()))
                    .filter(column -> rules.nulls(column) == Effect.FAILS)
                    .forEach(column -> checks.add(nulls(rows, column)));
            Key key = new Key(columns(c.primaryKey().columns()), c.primaryKey().options(), Optional.empty());
            duplicates(rows, key).ifPresent(checks::add);
        });
        return checks;
    }

    @Override
    public List<DataCheck> dropPrimaryKey(Change.DropPrimaryKey c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addUniqueKey(Change.AddUniqueKey c) {
        Key key = new Key(columns(c.uniqueKey().columns()), c.uniqueKey().options(), Optional.empty());
        return rows(c.table()).flatMap(r -> duplicates(r, key)).stream().toList();
    }

    @Override
    public List<DataCheck> dropUniqueKey(Change.DropUniqueKey c) {
        return List.of();
    }

    /** What is unique: the parts of a key or index, and for which rows. */
    private record Key(List<IndexPart> parts, Options options, Optional<String> where) {}

    private static List<IndexPart> columns(List<String> names) {
        return names.stream().map(IndexPart::column).toList();
    }

    private Optional<DataCheck> duplicates(TableRows rows, Key key) {
        boolean known = key.parts().stream()
                        .allMatch(p -> p.isExpression() ? rows.knowsAllIn(p.text()) : rows.knows(List.of(p.text())))
                && key.where().stream().allMatch(rows::knowsAllIn);
        Optional<Uniqueness> unique = rules.uniqueness(rows.now(), key.parts(), key.options());
        List<String> columns = Stream.concat(
                        key.parts().stream()
                                .flatMap(p ->
                                        p.isExpression() ? rows.mentionedIn(p.text()).stream() : Stream.of(p.text())),
                        key.where().stream().flatMap(w -> rows.mentionedIn(w).stream()))
                .toList();
        return unique.filter(u -> known).map(u -> new DataQuestion(rules, rows, true, columns)
                .duplicates(
                        "FK304",
                        key.parts(),
                        u,
                        key.where(),
                        "Change or delete all rows but one of each, or leave the values as not unique."));
    }

    @Override
    public List<DataCheck> addForeignKey(Change.AddForeignKey c) {
        boolean checked = c.foreignKey().enforcement() == Enforcement.ENFORCED
                && c.foreignKey().options().isEmpty();
        return checked
                ? rows(c.table())
                        .map(r -> new ForeignKeyQuestion(rules, live, r, c.foreignKey()).checks())
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public List<DataCheck> dropForeignKey(Change.DropForeignKey c) {
        return List.of();
    }

    @Override
    public List<DataCheck> alterForeignKey(Change.AlterForeignKey c) {
        return addForeignKey(new Change.AddForeignKey(c.table(), c.to()));
    }

    @Override
    public List<DataCheck> addIndex(Change.AddIndex c) {
        Key key = new Key(
                c.index().parts(), c.index().options(), c.index().where().map(w -> w.sql()));
        return c.index().unique()
                ? rows(c.table()).flatMap(r -> duplicates(r, key)).stream().toList()
                : List.of();
    }

    @Override
    public List<DataCheck> dropIndex(Change.DropIndex c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addCheck(Change.AddCheck c) {
        String sql = c.check().expression().sql();
        return rows(c.table())
                .filter(r -> c.check().enforcement() == Enforcement.ENFORCED && r.knowsAllIn(sql))
                .map(r -> new DataQuestion(rules, r, !c.check().options().isEmpty(), r.mentionedIn(sql))
                        .rows(
                                "FK305",
                                r.mentionedIn(sql),
                                Optional.of("NOT (" + sql + ")"),
                                Optional.empty(),
                                "with values that CHECK (" + sql + ") refuses",
                                "Correct these rows, or change the check."))
                .stream()
                .toList();
    }

    @Override
    public List<DataCheck> dropCheck(Change.DropCheck c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addExclusion(Change.AddExclusion c) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropExclusion(Change.DropExclusion c) {
        return List.of();
    }

    @Override
    public List<DataCheck> renameConstraint(Change.RenameConstraint c) {
        return rules.checksRenamed(c.from())
                ? c.to().accept(new AddOf(c.table())).accept(this)
                : List.of();
    }

    @Override
    public List<DataCheck> createEnum(Change.CreateEnum c) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropEnum(Change.DropEnum c) {
        return List.of();
    }

    @Override
    public List<DataCheck> alterEnum(Change.AlterEnum c) {
        List<String> gone = c.from().labels().stream()
                .filter(l -> !c.to().labels().contains(l))
                .toList();
        List<DataCheck> checks = new ArrayList<>();
        if (gone.isEmpty()) {
            return checks;
        }
        DataType type = new DataType.Named(c.subject());
        for (TableRows rows : live.all()) {
            for (Column column : rows.now().columns()) {
                boolean concerned = column.type().equals(type) || column.type().equals(new DataType.Array(type));
                if (concerned && rows.knows(List.of(column.name()))) {
                    label(rows, column, gone).ifPresent(checks::add);
                }
            }
        }
        return checks;
    }

    private Optional<DataCheck> label(TableRows rows, Column column, List<String> gone) {
        String labels = String.join(", ", gone.stream().map(l -> "'" + l + "'").toList());
        return rules.isOneOf(rules.quote(column.name()), column.type(), gone)
                .map(condition -> new DataQuestion(rules, rows, false, List.of(column.name()))
                        .rows(
                                "FK307",
                                List.of(column.name()),
                                Optional.of(condition),
                                Optional.empty(),
                                "with a label in " + column.name() + " that the enum loses: " + labels,
                                "Give them another label, or keep the one they have."));
    }
}

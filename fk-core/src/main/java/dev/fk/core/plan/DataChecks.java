package dev.fk.core.plan;

import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return List.of(new DataQuestion(rules, rows.get(), Extent.WITH_PAST, List.of())
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
        return new ColumnQuestion(rules, live, rows.get(), c).checks();
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
                    .filter(column -> rules.nulls(column, column) == Effect.FAILS)
                    .forEach(column -> checks.add(ColumnQuestion.nulls(rules, rows, column)));
            new UniqueQuestion(rules, rows).of(c.primaryKey()).ifPresent(checks::add);
        });
        return checks;
    }

    @Override
    public List<DataCheck> dropPrimaryKey(Change.DropPrimaryKey c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addUniqueKey(Change.AddUniqueKey c) {
        return rows(c.table()).flatMap(r -> new UniqueQuestion(rules, r).of(c.uniqueKey())).stream()
                .toList();
    }

    @Override
    public List<DataCheck> dropUniqueKey(Change.DropUniqueKey c) {
        return List.of();
    }

    @Override
    public List<DataCheck> addForeignKey(Change.AddForeignKey c) {
        boolean checked = c.foreignKey().enforcement() == Enforcement.ENFORCED
                && c.foreignKey().options().isEmpty();
        return checked
                ? rows(c.table())
                        .map(r -> new ForeignKeyQuestion(rules, live, r, c.foreignKey(), rules.foreignKeysAreChecked())
                                .checks())
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
        return rows(c.table())
                .filter(r -> c.index().unique())
                .flatMap(r -> new UniqueQuestion(rules, r).of(c.index()))
                .stream()
                .toList();
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
                .map(r -> new DataQuestion(
                                rules,
                                r,
                                c.check().options().isEmpty() ? Extent.WITH_HEIRS : Extent.ALONE,
                                r.mentionedIn(sql))
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
    public List<DataCheck> alterCheck(Change.AlterCheck c) {
        return addCheck(new Change.AddCheck(c.table(), c.to()));
    }

    @Override
    public List<DataCheck> addExclusion(Change.AddExclusion c) {
        return rows(c.table()).flatMap(r -> new UniqueQuestion(rules, r).of(c.exclusion())).stream()
                .toList();
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

    @Override
    public List<DataCheck> renameEnumLabel(Change.RenameEnumLabel c) {
        return List.of();
    }

    private Optional<DataCheck> label(TableRows rows, Column column, List<String> gone) {
        String labels = String.join(", ", gone.stream().map(l -> "'" + l + "'").toList());
        return rules.isOneOf(rules.quote(column.name()), column.type(), gone)
                .map(condition -> new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(column.name()))
                        .rows(
                                "FK307",
                                List.of(column.name()),
                                Optional.of(condition),
                                Optional.empty(),
                                "with a label in " + column.name() + " that the enum loses: " + labels,
                                "Give them another label, or keep the one they have."));
    }
}

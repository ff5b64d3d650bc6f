package dev.fk.core.plan;

import dev.fk.core.dialect.Addition;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change risks for the rows that are there; tables created by the same plan have none. */
final class RiskAssessor implements Change.Visitor<Assessment> {
    private final RowRules rules;
    private final LiveRows live;
    private final List<Change.AddColumn> added;

    /** @param added the columns that the same plan adds; one that is dropped may come again */
    RiskAssessor(RowRules rules, LiveRows live, List<Change.AddColumn> added) {
        this.rules = rules;
        this.live = live;
        this.added = added;
    }

    @Override
    public Assessment createTable(Change.CreateTable c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment dropTable(Change.DropTable c) {
        return Assessment.destructive("table " + c.table() + " would be dropped with its rows");
    }

    @Override
    public Assessment renameTable(Change.RenameTable c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterOptions(Change.AlterOptions c) {
        return switch (rules.options(c.from(), c.to())) {
            case KEEPS -> Assessment.SAFE;
            case FAILS ->
                Assessment.dataDependent("fails if rows of " + c.table() + " do not fit another "
                        + String.join(" or ", c.from().keysUnlike(c.to())));
            case LOSES -> Assessment.destructive("rows of " + c.table() + " may be lost: " + c.from() + " → " + c.to());
        };
    }

    @Override
    public Assessment alterComment(Change.AlterComment c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addColumn(Change.AddColumn c) {
        Addition addition = rules.addition(c.column(), live.types());
        if (live.isEmpty(c.table())) {
            return Assessment.SAFE;
        }
        Optional<Assessment> filled = addition.filler()
                .map(f -> Assessment.told("rows of " + c.table() + " get " + f + " in "
                        + c.column().name() + ", which has no default"));
        if (addition.effect() == Effect.KEEPS) {
            return filled.orElse(Assessment.SAFE);
        }
        return Assessment.dataDependent(
                addition.refusesRows()
                        ? "fails if " + c.table() + " has rows: the new column is NOT NULL without a default"
                        : "fails if the server has no value of " + c.table() + "."
                                + c.column().name() + " for a row");
    }

    @Override
    public Assessment dropColumn(Change.DropColumn c) {
        String column = c.table() + "." + c.column().name();
        Optional<Generation> back = added.stream()
                .filter(a -> a.table().equals(c.table())
                        && a.column().name().equals(c.column().name()))
                .map(a -> a.column().generation())
                .filter(Generation.Computed.class::isInstance)
                .findFirst();
        if (back.equals(Optional.of(c.column().generation()))) {
            return Assessment.SAFE;
        }
        return Assessment.destructive(
                back.isPresent()
                        ? "the values of " + column + " would be computed anew"
                        : "column " + column + " would be dropped");
    }

    @Override
    public Assessment alterColumn(Change.AlterColumn c) {
        if (live.isEmpty(c.table())) {
            return Assessment.SAFE;
        }
        String column = c.table() + "." + c.from().name();
        if (recomputed(c.from(), c.to())) {
            return Assessment.destructive("the values of " + column + " would be computed anew");
        }
        if (isVirtual(c.from()) && !isVirtual(c.to())) {
            return Assessment.destructive("the values of " + column + " would be gone: none of them is stored");
        }
        List<Assessment> all = new ArrayList<>();
        Effect effect = rules.conversion(rules.quote(c.from().name()), c.from(), c.to(), live.types())
                .effect();
        converted(c, column, effect).ifPresent(all::add);
        if (c.from().nullable() && !c.to().nullable()) {
            nulls(c, column).ifPresent(all::add);
        }
        if (rules.renumbered(rules.quote(c.from().name()), c.from(), c.to()).isPresent()) {
            all.add(Assessment.dataDependent("a row with 0 in " + column + " would get another number"));
        }
        boolean compared = effect != Effect.KEEPS || !c.from().collation().equals(c.to().collation());
        if (compared && isInKey(c)) {
            all.add(Assessment.dataDependent("fails if values of " + column + " become duplicates"));
        }
        return Assessment.all(all);
    }

    private Optional<Assessment> converted(Change.AlterColumn c, String column, Effect effect) {
        String type = c.to().type().describe();
        boolean collation = c.from().type().equals(c.to().type());
        String to = collation ? c.to().collation().map(n -> "collation " + n).orElse("the default collation") : type;
        return switch (effect) {
            case KEEPS -> Optional.empty();
            case FAILS -> Optional.of(Assessment.dataDependent("fails if values of " + column + " do not fit " + to));
            case LOSES ->
                Optional.of(Assessment.destructive("values of " + column + " that are not exactly " + to
                        + " would be rounded, cut off or replaced"));
        };
    }

    private Optional<Assessment> nulls(Change.AlterColumn c, String column) {
        return switch (rules.nulls(c.from(), c.to())) {
            case KEEPS -> Optional.empty();
            case FAILS -> Optional.of(Assessment.dataDependent("fails if " + column + " has NULLs"));
            case LOSES ->
                Optional.of(Assessment.destructive("NULLs of " + column
                        + " would become zero, empty or the current time: the server replaces them"));
        };
    }

    private boolean isInKey(Change.AlterColumn c) {
        String name = c.from().name();
        return live.of(c.table()).map(TableRows::now).stream()
                .anyMatch(t ->
                        t.primaryKey().filter(k -> k.columns().contains(name)).isPresent()
                                || t.uniqueKeys().stream()
                                        .anyMatch(k -> k.columns().contains(name))
                                || t.indexes().stream()
                                        .filter(Index::unique)
                                        .flatMap(i -> i.parts().stream())
                                        .anyMatch(p -> p.text().contains(name)));
    }

    private static boolean isVirtual(Column column) {
        return column.generation() instanceof Generation.Computed computed
                && computed.storage() == Generation.Computed.Storage.VIRTUAL;
    }

    private static boolean recomputed(Column from, Column to) {
        return to.generation() instanceof Generation.Computed
                && !from.generation().equals(to.generation());
    }

    @Override
    public Assessment renameColumn(Change.RenameColumn c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addPrimaryKey(Change.AddPrimaryKey c) {
        return ifRowsFit(c.table(), String.join(", ", c.primaryKey().columns()) + " has duplicates or NULLs");
    }

    @Override
    public Assessment dropPrimaryKey(Change.DropPrimaryKey c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addUniqueKey(Change.AddUniqueKey c) {
        return ifRowsFit(c.table(), String.join(", ", c.uniqueKey().columns()) + " has duplicates");
    }

    @Override
    public Assessment dropUniqueKey(Change.DropUniqueKey c) {
        return Assessment.SAFE;
    }

    /**
     * One that was there before is checked anew as well, and may fail: rows get past it where a dump was read in with
     * foreign_key_checks=0, or with triggers off. Nobody plans one that is switched off, but a migration may have left it so.
     */
    @Override
    public Assessment addForeignKey(Change.AddForeignKey c) {
        boolean checked = c.foreignKey().enforcement() == Enforcement.ENFORCED
                && !c.foreignKey().isSwitchedOff();
        return live.isEmpty(c.table()) || !checked
                ? Assessment.SAFE
                : Assessment.dataDependent("fails if " + c.table() + "."
                        + String.join(", ", c.foreignKey().columns()) + " has orphans");
    }

    @Override
    public Assessment dropForeignKey(Change.DropForeignKey c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterForeignKey(Change.AlterForeignKey c) {
        return addForeignKey(new Change.AddForeignKey(c.table(), c.to()));
    }

    @Override
    public Assessment addIndex(Change.AddIndex c) {
        if (c.index().unique()) {
            String parts = c.index().parts().stream().map(IndexPart::text).collect(Collectors.joining(", "));
            return ifRowsFit(c.table(), parts + " has duplicates");
        }
        boolean keeps = live.of(c.table())
                .map(r -> rules.indexing(r.now(), c.index()) == Effect.KEEPS)
                .orElse(true);
        return keeps
                ? Assessment.SAFE
                : ifRowsFit(c.table(), "values are too long for an index, or cannot be computed");
    }

    @Override
    public Assessment dropIndex(Change.DropIndex c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addCheck(Change.AddCheck c) {
        return c.check().enforcement() == Enforcement.ENFORCED
                ? ifRowsFit(c.table(), "rows violate " + c.check().expression())
                : Assessment.SAFE;
    }

    @Override
    public Assessment dropCheck(Change.DropCheck c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterCheck(Change.AlterCheck c) {
        return addCheck(new Change.AddCheck(c.table(), c.to()));
    }

    @Override
    public Assessment addExclusion(Change.AddExclusion c) {
        return ifRowsFit(c.table(), "rows exclude each other");
    }

    @Override
    public Assessment dropExclusion(Change.DropExclusion c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment renameConstraint(Change.RenameConstraint c) {
        return rules.checksRenamed(c.from())
                ? c.to().accept(new AddOf(c.table())).accept(this)
                : Assessment.SAFE;
    }

    @Override
    public Assessment createEnum(Change.CreateEnum c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment dropEnum(Change.DropEnum c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterEnum(Change.AlterEnum c) {
        return c.to().labels().containsAll(c.from().labels())
                ? Assessment.SAFE
                : Assessment.dataDependent("fails if rows use a label of " + c.subject() + " that goes");
    }

    @Override
    public Assessment renameEnumLabel(Change.RenameEnumLabel c) {
        return Assessment.SAFE;
    }

    private Assessment ifRowsFit(QualifiedName table, String violation) {
        return live.isEmpty(table) ? Assessment.SAFE : Assessment.dataDependent("fails if " + table + ": " + violation);
    }
}

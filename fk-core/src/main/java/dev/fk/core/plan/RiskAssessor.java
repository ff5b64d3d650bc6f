package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change risks for the rows that are there; tables created by the same plan have none. */
final class RiskAssessor implements Change.Visitor<Assessment> {
    private final Schema from;
    private final Set<QualifiedName> created;
    private final List<Change.AddColumn> added;

    RiskAssessor(Schema from, Set<QualifiedName> created, List<Change.AddColumn> added) {
        this.from = from;
        this.created = created;
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
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterComment(Change.AlterComment c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addColumn(Change.AddColumn c) {
        boolean needsValue = !c.column().nullable() && c.column().generation() == Generation.none();
        return needsValue
                ? Assessment.dataDependent(
                        "fails if " + c.table() + " has rows: the new column is NOT NULL without a default")
                : Assessment.SAFE;
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
        String column = c.table() + "." + c.from().name();
        if (recomputed(c.from(), c.to())) {
            return Assessment.destructive("the values of " + column + " would be computed anew");
        }
        List<Assessment> all = new ArrayList<>();
        if (!c.from().type().equals(c.to().type())) {
            all.add(TypeChange.assess(column, c.from().type(), c.to().type()));
        }
        if (c.from().nullable() && !c.to().nullable()) {
            all.add(Assessment.dataDependent("fails if " + column + " has NULLs"));
        }
        if (!c.from().collation().equals(c.to().collation()) && c.from().type().equals(c.to().type())) {
            all.add(Assessment.dataDependent("fails if values of " + column
                    + " do not exist in the other character set, or are the same in the other collation and have to be"
                    + " unique"));
        }
        return Assessment.all(all);
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

    @Override
    public Assessment addForeignKey(Change.AddForeignKey c) {
        if (created.contains(c.table()) || c.foreignKey().enforcement() != Enforcement.ENFORCED || wasThere(c)) {
            return Assessment.SAFE;
        }
        return Assessment.dataDependent(
                "fails if " + c.table() + "." + String.join(", ", c.foreignKey().columns()) + " has orphans");
    }

    /** Taken out for another change and put back, or with other actions: its rows have been checked before. */
    private boolean wasThere(Change.AddForeignKey c) {
        return from.table(c.table()).stream()
                .flatMap(t -> t.foreignKeys().stream())
                .filter(k -> k.enforcement() == Enforcement.ENFORCED
                        && k.match() == c.foreignKey().match())
                .map(ForeignKey::key)
                .anyMatch(c.foreignKey().key()::equals);
    }

    @Override
    public Assessment dropForeignKey(Change.DropForeignKey c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment alterForeignKey(Change.AlterForeignKey c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment addIndex(Change.AddIndex c) {
        return c.index().unique()
                ? ifRowsFit(c.table(), String.join(", ", c.index().leadingColumns()) + " has duplicates")
                : Assessment.SAFE;
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
    public Assessment addExclusion(Change.AddExclusion c) {
        return ifRowsFit(c.table(), "rows exclude each other");
    }

    @Override
    public Assessment dropExclusion(Change.DropExclusion c) {
        return Assessment.SAFE;
    }

    @Override
    public Assessment renameConstraint(Change.RenameConstraint c) {
        return Assessment.SAFE;
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

    private Assessment ifRowsFit(QualifiedName table, String violation) {
        return created.contains(table)
                ? Assessment.SAFE
                : Assessment.dataDependent("fails if " + table + ": " + violation);
    }
}

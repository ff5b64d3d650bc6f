package dev.fk.core.diff;

/** The change that takes a change back. */
enum Inverse implements Change.Visitor<Change> {
    INSTANCE;

    @Override
    public Change createTable(Change.CreateTable c) {
        return new Change.DropTable(c.definition());
    }

    @Override
    public Change dropTable(Change.DropTable c) {
        return new Change.CreateTable(c.definition());
    }

    @Override
    public Change renameTable(Change.RenameTable c) {
        return new Change.RenameTable(c.to(), c.table());
    }

    @Override
    public Change alterOptions(Change.AlterOptions c) {
        return new Change.AlterOptions(c.table(), c.to(), c.from());
    }

    @Override
    public Change alterComment(Change.AlterComment c) {
        return new Change.AlterComment(c.table(), c.to(), c.from());
    }

    @Override
    public Change addColumn(Change.AddColumn c) {
        return new Change.DropColumn(c.table(), c.column(), c.position());
    }

    @Override
    public Change dropColumn(Change.DropColumn c) {
        return new Change.AddColumn(c.table(), c.column(), c.position());
    }

    @Override
    public Change alterColumn(Change.AlterColumn c) {
        return new Change.AlterColumn(c.table(), c.to(), c.from(), c.move().map(Change.AlterColumn.Move::inverse));
    }

    @Override
    public Change renameColumn(Change.RenameColumn c) {
        return new Change.RenameColumn(c.table(), c.to(), c.from());
    }

    @Override
    public Change addPrimaryKey(Change.AddPrimaryKey c) {
        return new Change.DropPrimaryKey(c.table(), c.primaryKey());
    }

    @Override
    public Change dropPrimaryKey(Change.DropPrimaryKey c) {
        return new Change.AddPrimaryKey(c.table(), c.primaryKey());
    }

    @Override
    public Change addUniqueKey(Change.AddUniqueKey c) {
        return new Change.DropUniqueKey(c.table(), c.uniqueKey());
    }

    @Override
    public Change dropUniqueKey(Change.DropUniqueKey c) {
        return new Change.AddUniqueKey(c.table(), c.uniqueKey());
    }

    @Override
    public Change addForeignKey(Change.AddForeignKey c) {
        return new Change.DropForeignKey(c.table(), c.foreignKey());
    }

    @Override
    public Change dropForeignKey(Change.DropForeignKey c) {
        return new Change.AddForeignKey(c.table(), c.foreignKey());
    }

    @Override
    public Change alterForeignKey(Change.AlterForeignKey c) {
        return new Change.AlterForeignKey(c.table(), c.to(), c.from());
    }

    @Override
    public Change addIndex(Change.AddIndex c) {
        return new Change.DropIndex(c.table(), c.index());
    }

    @Override
    public Change dropIndex(Change.DropIndex c) {
        return new Change.AddIndex(c.table(), c.index());
    }

    @Override
    public Change addCheck(Change.AddCheck c) {
        return new Change.DropCheck(c.table(), c.check());
    }

    @Override
    public Change dropCheck(Change.DropCheck c) {
        return new Change.AddCheck(c.table(), c.check());
    }

    @Override
    public Change alterCheck(Change.AlterCheck c) {
        return new Change.AlterCheck(c.table(), c.to(), c.from());
    }

    @Override
    public Change addExclusion(Change.AddExclusion c) {
        return new Change.DropExclusion(c.table(), c.exclusion());
    }

    @Override
    public Change dropExclusion(Change.DropExclusion c) {
        return new Change.AddExclusion(c.table(), c.exclusion());
    }

    @Override
    public Change renameConstraint(Change.RenameConstraint c) {
        return new Change.RenameConstraint(c.table(), c.to(), c.from());
    }

    @Override
    public Change createEnum(Change.CreateEnum c) {
        return new Change.DropEnum(c.definition());
    }

    @Override
    public Change dropEnum(Change.DropEnum c) {
        return new Change.CreateEnum(c.definition());
    }

    @Override
    public Change alterEnum(Change.AlterEnum c) {
        return new Change.AlterEnum(c.to(), c.from());
    }

    @Override
    public Change renameEnumLabel(Change.RenameEnumLabel c) {
        return new Change.RenameEnumLabel(c.type(), c.to(), c.from());
    }
}

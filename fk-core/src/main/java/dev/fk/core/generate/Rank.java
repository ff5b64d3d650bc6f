package dev.fk.core.generate;

import dev.fk.core.diff.Change;

/** The order in which people would tell changes: what goes, what changes, what comes. */
enum Rank implements Change.Visitor<Integer> {
    INSTANCE;

    private static final int DROP_FOREIGN_KEY = 0;
    private static final int DROP_CONSTRAINT = 1;
    private static final int RENAME = 2;
    private static final int DROP_COLUMN = 3;
    private static final int DROP_TABLE = 4;
    private static final int ENUM = 5;
    private static final int CREATE_TABLE = 6;
    private static final int TABLE = 7;
    private static final int ADD_COLUMN = 8;
    private static final int ALTER_COLUMN = 9;
    private static final int ADD_KEY = 10;
    private static final int ADD_FOREIGN_KEY = 11;
    private static final int DROP_ENUM = 12;

    static int of(Change change) {
        return change.accept(INSTANCE);
    }

    @Override
    public Integer createTable(Change.CreateTable c) {
        return CREATE_TABLE;
    }

    @Override
    public Integer dropTable(Change.DropTable c) {
        return DROP_TABLE;
    }

    @Override
    public Integer renameTable(Change.RenameTable c) {
        return RENAME;
    }

    @Override
    public Integer alterOptions(Change.AlterOptions c) {
        return TABLE;
    }

    @Override
    public Integer alterComment(Change.AlterComment c) {
        return TABLE;
    }

    @Override
    public Integer addColumn(Change.AddColumn c) {
        return ADD_COLUMN;
    }

    @Override
    public Integer dropColumn(Change.DropColumn c) {
        return DROP_COLUMN;
    }

    @Override
    public Integer alterColumn(Change.AlterColumn c) {
        return ALTER_COLUMN;
    }

    @Override
    public Integer renameColumn(Change.RenameColumn c) {
        return RENAME;
    }

    @Override
    public Integer addPrimaryKey(Change.AddPrimaryKey c) {
        return ADD_KEY;
    }

    @Override
    public Integer dropPrimaryKey(Change.DropPrimaryKey c) {
        return DROP_CONSTRAINT;
    }

    @Override
    public Integer addUniqueKey(Change.AddUniqueKey c) {
        return ADD_KEY;
    }

    @Override
    public Integer dropUniqueKey(Change.DropUniqueKey c) {
        return DROP_CONSTRAINT;
    }

    @Override
    public Integer addForeignKey(Change.AddForeignKey c) {
        return ADD_FOREIGN_KEY;
    }

    @Override
    public Integer dropForeignKey(Change.DropForeignKey c) {
        return DROP_FOREIGN_KEY;
    }

    @Override
    public Integer alterForeignKey(Change.AlterForeignKey c) {
        return ADD_FOREIGN_KEY;
    }

    @Override
    public Integer addIndex(Change.AddIndex c) {
        return ADD_KEY;
    }

    @Override
    public Integer dropIndex(Change.DropIndex c) {
        return DROP_CONSTRAINT;
    }

    @Override
    public Integer addCheck(Change.AddCheck c) {
        return ADD_KEY;
    }

    @Override
    public Integer dropCheck(Change.DropCheck c) {
        return DROP_CONSTRAINT;
    }

    @Override
    public Integer alterCheck(Change.AlterCheck c) {
        return ADD_KEY;
    }

    @Override
    public Integer addExclusion(Change.AddExclusion c) {
        return ADD_KEY;
    }

    @Override
    public Integer dropExclusion(Change.DropExclusion c) {
        return DROP_CONSTRAINT;
    }

    @Override
    public Integer renameConstraint(Change.RenameConstraint c) {
        return RENAME;
    }

    @Override
    public Integer createEnum(Change.CreateEnum c) {
        return ENUM;
    }

    @Override
    public Integer dropEnum(Change.DropEnum c) {
        return DROP_ENUM;
    }

    @Override
    public Integer alterEnum(Change.AlterEnum c) {
        return ENUM;
    }

    @Override
    public Integer renameEnumLabel(Change.RenameEnumLabel c) {
        return ENUM;
    }
}

package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;

/**
 * When a change runs, in this order: what refers goes first and comes back last. Drops precede additions, so that a name
 * is free again before somebody takes it.
 */
enum Phase {
    RENAME,
    DROP_FOREIGN_KEYS,
    DROP_TABLES,
    DROP_CONSTRAINTS,
    RENAME_CONSTRAINTS,
    /** Before the columns they are computed from. */
    LEAVE_COMPUTATIONS,
    DROP_COLUMNS,
    /** Before the labels they name. */
    DROP_DEFAULTS,
    ENUMS,
    CREATE_TABLES,
    ALTER_TABLES,
    ADD_COLUMNS,
    ALTER_COLUMNS,
    /** After the columns they are computed from. */
    ENTER_COMPUTATIONS,
    ADD_KEYS,
    /** In a statement of their own: one that also adds a column cannot put it after one that it moves. */
    MOVE_COLUMNS,
    ADD_FOREIGN_KEYS,
    DROP_ENUMS;

    static Phase of(Change change) {
        return change.accept(OfChange.INSTANCE);
    }

    private enum OfChange implements Change.Visitor<Phase> {
        INSTANCE;

        @Override
        public Phase createTable(Change.CreateTable c) {
            return CREATE_TABLES;
        }

        @Override
        public Phase dropTable(Change.DropTable c) {
            return DROP_TABLES;
        }

        @Override
        public Phase renameTable(Change.RenameTable c) {
            return RENAME;
        }

        @Override
        public Phase alterOptions(Change.AlterOptions c) {
            return ALTER_TABLES;
        }

        @Override
        public Phase alterComment(Change.AlterComment c) {
            return ALTER_TABLES;
        }

        @Override
        public Phase addColumn(Change.AddColumn c) {
            return isComputed(c.column()) ? ENTER_COMPUTATIONS : ADD_COLUMNS;
        }

        @Override
        public Phase dropColumn(Change.DropColumn c) {
            return isComputed(c.column()) ? LEAVE_COMPUTATIONS : DROP_COLUMNS;
        }

        @Override
        public Phase alterColumn(Change.AlterColumn c) {
            if (c.move().isPresent() && c.from().equals(c.to())) {
                return MOVE_COLUMNS;
            }
            return isComputed(c.to()) ? ENTER_COMPUTATIONS : isComputed(c.from()) ? LEAVE_COMPUTATIONS : ALTER_COLUMNS;
        }

        private static boolean isComputed(Column column) {
            return column.generation() instanceof Generation.Computed;
        }

        @Override
        public Phase renameColumn(Change.RenameColumn c) {
            return RENAME;
        }

        @Override
        public Phase addPrimaryKey(Change.AddPrimaryKey c) {
            return ADD_KEYS;
        }

        @Override
        public Phase dropPrimaryKey(Change.DropPrimaryKey c) {
            return DROP_CONSTRAINTS;
        }

        @Override
        public Phase addUniqueKey(Change.AddUniqueKey c) {
            return ADD_KEYS;
        }

        @Override
        public Phase dropUniqueKey(Change.DropUniqueKey c) {
            return DROP_CONSTRAINTS;
        }

        @Override
        public Phase addForeignKey(Change.AddForeignKey c) {
            return ADD_FOREIGN_KEYS;
        }

        @Override
        public Phase dropForeignKey(Change.DropForeignKey c) {
            return DROP_FOREIGN_KEYS;
        }

        @Override
        public Phase alterForeignKey(Change.AlterForeignKey c) {
            return ADD_FOREIGN_KEYS;
        }

        @Override
        public Phase addIndex(Change.AddIndex c) {
            return ADD_KEYS;
        }

        @Override
        public Phase dropIndex(Change.DropIndex c) {
            return DROP_CONSTRAINTS;
        }

        @Override
        public Phase addCheck(Change.AddCheck c) {
            return ADD_KEYS;
        }

        @Override
        public Phase dropCheck(Change.DropCheck c) {
            return DROP_CONSTRAINTS;
        }

        @Override
        public Phase alterCheck(Change.AlterCheck c) {
            return ADD_KEYS;
        }

        @Override
        public Phase addExclusion(Change.AddExclusion c) {
            return ADD_KEYS;
        }

        @Override
        public Phase dropExclusion(Change.DropExclusion c) {
            return DROP_CONSTRAINTS;
        }

        @Override
        public Phase renameConstraint(Change.RenameConstraint c) {
            return RENAME_CONSTRAINTS;
        }

        @Override
        public Phase createEnum(Change.CreateEnum c) {
            return ENUMS;
        }

        @Override
        public Phase dropEnum(Change.DropEnum c) {
            return DROP_ENUMS;
        }

        @Override
        public Phase alterEnum(Change.AlterEnum c) {
            return ENUMS;
        }

        @Override
        public Phase renameEnumLabel(Change.RenameEnumLabel c) {
            return ENUMS;
        }
    }
}

package dev.fk.junit.verify;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;

/** Leaves out what there is too much: it may be. */
final class Additions {
    private Additions() {}

    /** What has to make room for something else is mentioned by that. */
    static ChangeSet of(ChangeSet changes) {
        return changes.filter(c -> !(c instanceof Change.DropTable
                || c instanceof Change.DropColumn
                || c instanceof Change.DropIndex
                || c instanceof Change.DropUniqueKey
                || c instanceof Change.DropForeignKey
                || c instanceof Change.DropCheck
                || c instanceof Change.DropExclusion
                || c instanceof Change.DropEnum));
    }
}

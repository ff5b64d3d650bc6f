package dev.fk.core.sync;

import dev.fk.core.diff.Change;

/** Which changes only add what is missing, as Sequelize's plain sync does: tables, enum types, indexes by name. */
final class Creation {
    private Creation() {}

    static boolean allows(Change change, Wish wish) {
        if (change instanceof Change.AddIndex add) {
            return wish.live().schema().table(add.table()).stream()
                    .flatMap(t -> t.constraints())
                    .noneMatch(c ->
                            c.name().isPresent() && c.name().equals(add.index().name()));
        }
        if (change instanceof Change.AlterEnum alter) {
            return alter.to().labels().containsAll(alter.from().labels());
        }
        return change instanceof Change.CreateTable || change instanceof Change.CreateEnum;
    }
}

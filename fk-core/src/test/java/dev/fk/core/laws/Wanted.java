package dev.fk.core.laws;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of change that have to occur, because the engine has them. Renamed tables and columns no difference shows. */
public final class Wanted {
    private static final List<String> EVERYWHERE = List.of(
            "CreateTable",
            "DropTable",
            "AlterComment",
            "AlterOptions",
            "AddColumn",
            "DropColumn",
            "AlterColumn",
            "AlterColumn.type",
            "AlterColumn.null",
            "AlterColumn.comment",
            "AlterColumn.collation",
            "AlterColumn.none→default",
            "AlterColumn.default→none",
            "AlterColumn.default→default",
            "AlterColumn.none→counter",
            "AlterColumn.counter→none",
            "AlterColumn.computed→computed",
            "AlterColumn.computed→none",
            "AlterColumn.none→computed",
            "AddPrimaryKey",
            "DropPrimaryKey",
            "AddUniqueKey",
            "DropUniqueKey",
            "AddForeignKey",
            "DropForeignKey",
            "AlterForeignKey",
            "AlterForeignKey.onDelete",
            "AlterForeignKey.onUpdate",
            "AddIndex",
            "DropIndex",
            "AddIndex.unique",
            "AddIndex.descending",
            "AddCheck",
            "DropCheck",
            "RenameConstraint",
            "RenameConstraint.UniqueKey",
            "RenameConstraint.Index",
            "RenameConstraint.ForeignKey",
            "RenameConstraint.Check");

    private Wanted() {}

    public static List<String> onPostgres(int version) {
        List<String> newest = version >= 18 ? List.of("AlterForeignKey.enforcement") : List.of();
        return together(
                List.of(
                        "AddExclusion",
                        "DropExclusion",
                        "CreateEnum",
                        "DropEnum",
                        "AlterEnum",
                        "AlterEnum.added",
                        "AlterEnum.removed",
                        "AlterEnum.reordered",
                        "AlterColumn.none→identity",
                        "AlterColumn.identity→none",
                        "AlterColumn.identity→counter",
                        "AlterColumn.counter→identity",
                        "AlterColumn.identity→identity",
                        "AlterColumn.storage",
                        "AlterColumn.compression",
                        "AlterForeignKey.deferrability",
                        "AlterForeignKey.match",
                        "AlterForeignKey.onDeleteColumns",
                        "AlterOptions.with",
                        "AddIndex.partial",
                        "AddIndex.expression",
                        "AddIndex.gin",
                        "AddIndex.hash",
                        "AddIndex.brin",
                        "AddIndex.opclass",
                        "AddIndex.collation",
                        "AddIndex.nulls",
                        "AddIndex.with",
                        "RenameConstraint.PrimaryKey",
                        "RenameConstraint.Exclusion"),
                newest);
    }

    public static List<String> onMySql(boolean mariaDb) {
        return together(
                List.of(
                        "AlterColumn.on update",
                        "AlterColumn.invisible",
                        "AlterOptions.collate",
                        "AlterOptions.row_format",
                        "AddIndex.prefix",
                        "AddIndex.fulltext",
                        "AddIndex.invisible",
                        "AddIndex.comment"),
                mariaDb ? List.of() : List.of("AddIndex.expression"));
    }

    private static List<String> together(List<String> own, List<String> more) {
        return Stream.of(EVERYWHERE, own, more).flatMap(List::stream).toList();
    }
}

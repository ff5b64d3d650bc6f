package dev.fk.core.diff;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kind, object, before and after of each change. */
enum SummaryOfChange implements Change.Visitor<ChangeSummary> {
    INSTANCE;

    @Override
    public ChangeSummary createTable(Change.CreateTable c) {
        return new ChangeSummary(
                "create-table", c.table().toString(), Optional.empty(), Optional.of(table(c.definition())));
    }

    @Override
    public ChangeSummary dropTable(Change.DropTable c) {
        return ChangeSummary.dropped("table", c.table().toString(), table(c.definition()));
    }

    @Override
    public ChangeSummary renameTable(Change.RenameTable c) {
        return ChangeSummary.changed(
                "rename-table", c.table().toString(), c.table().toString(), c.to().toString());
    }

    @Override
    public ChangeSummary alterOptions(Change.AlterOptions c) {
        return ChangeSummary.changed(
                "alter-options", c.table().toString(), c.from().toString(), c.to().toString());
    }

    @Override
    public ChangeSummary alterComment(Change.AlterComment c) {
        return new ChangeSummary("alter-comment", c.table().toString(), c.from(), c.to());
    }

    @Override
    public ChangeSummary addColumn(Change.AddColumn c) {
        return ChangeSummary.added("column", column(c, c.column().name()), ColumnText.of(c.column()));
    }

    @Override
    public ChangeSummary dropColumn(Change.DropColumn c) {
        return ChangeSummary.dropped("column", column(c, c.column().name()), ColumnText.of(c.column()));
    }

    @Override
    public ChangeSummary alterColumn(Change.AlterColumn c) {
        return ChangeSummary.changed(
                "alter-column", column(c, c.from().name()), ColumnText.of(c.from()), ColumnText.of(c.to()));
    }

    @Override
    public ChangeSummary renameColumn(Change.RenameColumn c) {
        return ChangeSummary.changed("rename-column", column(c, c.from()), c.from(), c.to());
    }

    @Override
    public ChangeSummary addPrimaryKey(Change.AddPrimaryKey c) {
        List<String> columns = c.primaryKey().columns();
        return ChangeSummary.added(
                "primary-key", columns(c, columns), "PRIMARY KEY " + list(columns) + named(c.primaryKey()));
    }

    @Override
    public ChangeSummary dropPrimaryKey(Change.DropPrimaryKey c) {
        List<String> columns = c.primaryKey().columns();
        return ChangeSummary.dropped(
                "primary-key", columns(c, columns), "PRIMARY KEY " + list(columns) + named(c.primaryKey()));
    }

    @Override
    public ChangeSummary addUniqueKey(Change.AddUniqueKey c) {
        List<String> columns = c.uniqueKey().columns();
        return ChangeSummary.added("unique-key", columns(c, columns), "UNIQUE " + list(columns) + named(c.uniqueKey()));
    }

    @Override
    public ChangeSummary dropUniqueKey(Change.DropUniqueKey c) {
        List<String> columns = c.uniqueKey().columns();
        return ChangeSummary.dropped(
                "unique-key", columns(c, columns), "UNIQUE " + list(columns) + named(c.uniqueKey()));
    }

    @Override
    public ChangeSummary addForeignKey(Change.AddForeignKey c) {
        return ChangeSummary.added(
                "foreign-key",
                columns(c, c.foreignKey().columns()),
                ForeignKeyText.of(c.foreignKey()) + named(c.foreignKey()));
    }

    @Override
    public ChangeSummary dropForeignKey(Change.DropForeignKey c) {
        return ChangeSummary.dropped(
                "foreign-key",
                columns(c, c.foreignKey().columns()),
                ForeignKeyText.of(c.foreignKey()) + named(c.foreignKey()));
    }

    @Override
    public ChangeSummary alterForeignKey(Change.AlterForeignKey c) {
        return ChangeSummary.changed(
                "alter-foreign-key",
                columns(c, c.from().columns()),
                ForeignKeyText.of(c.from()) + named(c.from()),
                ForeignKeyText.of(c.to()) + named(c.to()));
    }

    @Override
    public ChangeSummary addIndex(Change.AddIndex c) {
        return ChangeSummary.added("index", indexed(c, c.index()), index(c.index()));
    }

    @Override
    public ChangeSummary dropIndex(Change.DropIndex c) {
        return ChangeSummary.dropped("index", indexed(c, c.index()), index(c.index()));
    }

    @Override
    public ChangeSummary addCheck(Change.AddCheck c) {
        return ChangeSummary.added(
                "check", c.table().toString(), "CHECK (" + c.check().expression() + ")" + named(c.check()));
    }

    @Override
    public ChangeSummary dropCheck(Change.DropCheck c) {
        return ChangeSummary.dropped(
                "check", c.table().toString(), "CHECK (" + c.check().expression() + ")" + named(c.check()));
    }

    @Override
    public ChangeSummary alterCheck(Change.AlterCheck c) {
        return ChangeSummary.changed(
                "alter-check",
                c.table().toString(),
                "CHECK (" + c.from().expression() + ") " + ChangeText.enforcement(c.from()) + named(c.from()),
                "CHECK (" + c.to().expression() + ") " + ChangeText.enforcement(c.to()) + named(c.to()));
    }

    @Override
    public ChangeSummary addExclusion(Change.AddExclusion c) {
        return ChangeSummary.added(
                "exclusion", c.table().toString(), c.exclusion().definition() + named(c.exclusion()));
    }

    @Override
    public ChangeSummary dropExclusion(Change.DropExclusion c) {
        return ChangeSummary.dropped(
                "exclusion", c.table().toString(), c.exclusion().definition() + named(c.exclusion()));
    }

    @Override
    public ChangeSummary renameConstraint(Change.RenameConstraint c) {
        return new ChangeSummary(
                "rename-constraint", c.table().toString(), c.from().name(), c.to().name());
    }

    @Override
    public ChangeSummary createEnum(Change.CreateEnum c) {
        return new ChangeSummary(
                "create-enum", c.subject().toString(), Optional.empty(), Optional.of(labels(c.definition())));
    }

    @Override
    public ChangeSummary dropEnum(Change.DropEnum c) {
        return ChangeSummary.dropped("enum", c.subject().toString(), labels(c.definition()));
    }

    @Override
    public ChangeSummary alterEnum(Change.AlterEnum c) {
        return ChangeSummary.changed("alter-enum", c.subject().toString(), labels(c.from()), labels(c.to()));
    }

    @Override
    public ChangeSummary renameEnumLabel(Change.RenameEnumLabel c) {
        return ChangeSummary.changed("rename-enum-label", c.subject().toString(), c.from(), c.to());
    }

    private static String table(Table table) {
        return list(table.columnNames());
    }

    private static String labels(EnumDefinition definition) {
        return definition.labels().stream().map(l -> "'" + l + "'").collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    private static String column(Change.OfTable change, String name) {
        return change.table() + "." + name;
    }

    private static String columns(Change.OfTable change, List<String> names) {
        return change.table() + list(names);
    }

    private static String indexed(Change.OfTable change, Index index) {
        return change.table() + parts(index);
    }

    private static String index(Index index) {
        return (index.unique() ? "UNIQUE INDEX " : "INDEX ")
                + parts(index)
                + index.where().map(w -> " WHERE " + w).orElse("")
                + named(index);
    }

    private static String parts(Index index) {
        return list(index.parts().stream().map(SummaryOfChange::part).toList());
    }

    private static String part(IndexPart part) {
        return part.text()
                + (part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "")
                + (part.descending() ? " DESC" : "");
    }

    private static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    private static String named(Constraint constraint) {
        return constraint.name().map(n -> " [" + n + "]").orElse("");
    }
}

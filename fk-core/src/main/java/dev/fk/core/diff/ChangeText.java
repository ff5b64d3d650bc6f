package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line per change, for people. */
enum ChangeText implements Change.Visitor<String> {
    INSTANCE;

    @Override
    public String createTable(Change.CreateTable c) {
        return "create table " + c.table() + " ("
                + String.join(", ", c.definition().columnNames()) + ")";
    }

    @Override
    public String dropTable(Change.DropTable c) {
        return "drop table " + c.table();
    }

    @Override
    public String renameTable(Change.RenameTable c) {
        return "rename table " + c.table() + " to " + c.to();
    }

    @Override
    public String alterOptions(Change.AlterOptions c) {
        return "alter options of table " + c.table() + ": " + c.from() + " → " + c.to();
    }

    @Override
    public String alterComment(Change.AlterComment c) {
        return "alter comment of table " + c.table() + ": " + c.from().orElse("none") + " → " + c.to().orElse("none");
    }

    @Override
    public String addColumn(Change.AddColumn c) {
        return "add column " + c.table() + "." + c.column().name() + " " + ColumnText.of(c.column());
    }

    @Override
    public String dropColumn(Change.DropColumn c) {
        return "drop column " + c.table() + "." + c.column().name();
    }

    @Override
    public String alterColumn(Change.AlterColumn c) {
        return "alter column " + c.table() + "." + c.from().name() + ": "
                + String.join(", ", ColumnText.differences(c.from(), c.to()))
                + c.move()
                        .map(m -> (c.from().equals(c.to()) ? "" : ", ")
                                + (m.to().first()
                                        ? "moved to the first place"
                                        : m.to().after()
                                                .map(a -> "moved after " + a)
                                                .orElse("moved to the last place")))
                        .orElse("");
    }

    @Override
    public String renameColumn(Change.RenameColumn c) {
        return "rename column " + c.table() + "." + c.from() + " to " + c.to();
    }

    @Override
    public String addPrimaryKey(Change.AddPrimaryKey c) {
        return "add primary key " + c.table() + list(c.primaryKey().columns()) + named(c.primaryKey());
    }

    @Override
    public String dropPrimaryKey(Change.DropPrimaryKey c) {
        return "drop primary key " + c.table() + list(c.primaryKey().columns()) + named(c.primaryKey());
    }

    @Override
    public String addUniqueKey(Change.AddUniqueKey c) {
        return "add unique key " + c.table() + list(c.uniqueKey().columns()) + named(c.uniqueKey());
    }

    @Override
    public String dropUniqueKey(Change.DropUniqueKey c) {
        return "drop unique key " + c.table() + list(c.uniqueKey().columns()) + named(c.uniqueKey());
    }

    @Override
    public String addForeignKey(Change.AddForeignKey c) {
        return "add foreign key " + c.table() + ForeignKeyText.of(c.foreignKey()) + named(c.foreignKey());
    }

    @Override
    public String dropForeignKey(Change.DropForeignKey c) {
        return "drop foreign key " + c.table() + ForeignKeyText.of(c.foreignKey()) + named(c.foreignKey());
    }

    @Override
    public String alterForeignKey(Change.AlterForeignKey c) {
        return "alter foreign key " + c.table() + c.from().key() + ":" + none(ForeignKeyText.clauses(c.from())) + " →"
                + none(ForeignKeyText.clauses(c.to())) + named(c.from());
    }

    @Override
    public String addIndex(Change.AddIndex c) {
        return "add " + index(c.index()) + " on " + c.table() + parts(c.index());
    }

    @Override
    public String dropIndex(Change.DropIndex c) {
        return "drop " + index(c.index()) + " on " + c.table() + parts(c.index());
    }

    @Override
    public String addCheck(Change.AddCheck c) {
        return "add check " + c.table() + " (" + c.check().expression() + ")" + named(c.check());
    }

    @Override
    public String dropCheck(Change.DropCheck c) {
        return "drop check " + c.table() + " (" + c.check().expression() + ")" + named(c.check());
    }

    @Override
    public String alterCheck(Change.AlterCheck c) {
        return "alter check " + c.table() + " (" + c.from().expression() + "): " + enforcement(c.from()) + " → "
                + enforcement(c.to()) + named(c.from());
    }

    static String enforcement(Check check) {
        return check.enforcement().name().replace('_', ' ');
    }

    @Override
    public String addExclusion(Change.AddExclusion c) {
        return "add exclusion " + c.table() + " " + c.exclusion().definition() + named(c.exclusion());
    }

    @Override
    public String dropExclusion(Change.DropExclusion c) {
        return "drop exclusion " + c.table() + " " + c.exclusion().definition() + named(c.exclusion());
    }

    @Override
    public String renameConstraint(Change.RenameConstraint c) {
        return "rename constraint of " + c.table() + ": " + name(c.from()) + " → " + name(c.to());
    }

    @Override
    public String createEnum(Change.CreateEnum c) {
        return "create enum type " + c.subject() + list(c.definition().labels());
    }

    @Override
    public String dropEnum(Change.DropEnum c) {
        return "drop enum type " + c.subject() + list(c.definition().labels());
    }

    @Override
    public String alterEnum(Change.AlterEnum c) {
        return "alter enum type " + c.subject() + ": " + list(c.from().labels()) + " → " + list(c.to().labels());
    }

    @Override
    public String renameEnumLabel(Change.RenameEnumLabel c) {
        return "rename label of enum type " + c.type() + ": " + c.from() + " → " + c.to();
    }

    private static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    private static String named(Constraint constraint) {
        return constraint.name().map(n -> " [" + n + "]").orElse("");
    }

    private static String name(Constraint constraint) {
        return constraint.name().orElse("unnamed");
    }

    private static String none(String clauses) {
        return clauses.isEmpty() ? " no action" : clauses;
    }

    private static String index(Index index) {
        Optional<String> name = index.name();
        return (index.unique() ? "unique index" : "index")
                + name.map(n -> " " + n).orElse("");
    }

    private static String parts(Index index) {
        return index.parts().stream().map(IndexPart::text).collect(Collectors.joining(", ", "(", ")"))
                + index.where().map(w -> " WHERE " + w).orElse("");
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.UnnamedConstraintException;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes as PostgreSQL's statements. */
class PostgreSqlDdl implements Ddl {
    private final String defaultSchema;
    private final boolean setExpression;

    /** @param setExpression whether the server can replace the expression of a generated column (PostgreSQL 17) */
    PostgreSqlDdl(String defaultSchema, boolean setExpression) {
        this.defaultSchema = defaultSchema;
        this.setExpression = setExpression;
    }

    /**
     * What is computed from a column holds on to it: the column cannot go or change its type before that (PostgreSQL 18:
     * 2BP01, 0A000). What would still be computed from a column that goes for good cannot be made anew either: the server
     * refuses that, and says why.
     */
    @Override
    public Set<String> rebuilt(Table from, List<Change> changes) {
        Set<String> rebuilt = new HashSet<>();
        Set<String> held = new HashSet<>();
        Set<String> gone = new HashSet<>();
        Set<String> released = new HashSet<>();
        Set<String> altered = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.DropColumn c) {
                (comesAgain(c, changes) ? held : gone).add(c.column().name());
                released.add(c.column().name());
            } else if (change instanceof Change.AlterColumn c) {
                altered.add(c.from().name());
                if (AlterColumnSql.isAnew(c, setExpression)) {
                    rebuilt.add(c.from().name());
                } else if (!(c.to().generation() instanceof Generation.Computed)) {
                    released.add(c.from().name());
                }
                if (!c.from().type().equals(c.to().type())
                        || !c.from().collation().equals(c.to().collation())) {
                    held.add(c.from().name());
                }
            }
        }
        from.columns().stream()
                .filter(c -> !released.contains(c.name()))
                .filter(c -> isComputedFrom(c, held) || (altered.contains(c.name()) && isComputedFrom(c, gone)))
                .forEach(c -> rebuilt.add(c.name()));
        return rebuilt;
    }

    private static boolean isComputedFrom(Column column, Set<String> others) {
        return others.stream().anyMatch(column::mayBeComputedFrom);
    }

    private static boolean comesAgain(Change.DropColumn gone, List<Change> changes) {
        return changes.stream()
                .anyMatch(c -> c instanceof Change.AddColumn add
                        && add.column().name().equals(gone.column().name()));
    }

    @Override
    public List<Change> needed(List<Change> ordered, Schema from) {
        return Persistence.ordered(ordered, from);
    }

    @Override
    public Ddl online(Schema before) {
        return new OnlineDdl(defaultSchema, setExpression, before);
    }

    @Override
    public List<Sql> createTable(Change.CreateTable c) {
        return sql(TableSql.create(c.definition()));
    }

    /** While foreign keys reference a partitioned table, its partitions are not dropped (2BP01, 15 and 18), but detached. */
    @Override
    public List<Sql> dropTable(Change.DropTable c) {
        List<String> statements = new ArrayList<>();
        c.definition()
                .options()
                .get(Keys.PARTITION_OF)
                .ifPresent(parent ->
                        statements.add("ALTER TABLE " + parent + " DETACH PARTITION " + Identifiers.quote(c.table())));
        statements.add("DROP TABLE " + Identifiers.quote(c.table()));
        return sql(statements);
    }

    @Override
    public List<Sql> renameTable(Change.RenameTable c) {
        QualifiedName from = c.table();
        QualifiedName to = c.to();
        String name = " RENAME TO " + Identifiers.quote(to.name());
        String schema = " SET SCHEMA " + Identifiers.quote(to.schema().orElse(defaultSchema));
        if (from.schema().equals(to.schema())) {
            return sql(alterTable(from) + name);
        }
        if (from.name().equals(to.name())) {
            return sql(alterTable(from) + schema);
        }
        // Either name may be taken in the other schema, so that neither statement can be the first.
        String onTheWay = Identifiers.shorten("fk_moving_" + from.name() + "_" + to.name());
        return sql(List.of(
                alterTable(from) + " RENAME TO " + Identifiers.quote(onTheWay),
                alterTable(from.withName(onTheWay)) + schema,
                alterTable(to.withName(onTheWay)) + name));
    }

    @Override
    public List<Sql> alterOptions(Change.AlterOptions c) {
        return sql(AlterOptionsSql.of(c));
    }

    @Override
    public List<Sql> alterComment(Change.AlterComment c) {
        return sql(TableSql.comment(c.table(), c.to()));
    }

    @Override
    public List<Sql> addColumn(Change.AddColumn c) {
        if (comesFromParent(c.column())) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        statements.add(alter(c.table()) + "ADD COLUMN " + ColumnSql.definition(c.column()));
        statements.addAll(ColumnSql.afterwards(c.table(), c.column()));
        return sql(statements);
    }

    @Override
    public List<Sql> dropColumn(Change.DropColumn c) {
        return comesFromParent(c.column())
                ? List.of()
                : sql(alter(c.table()) + "DROP COLUMN "
                        + Identifiers.quote(c.column().name()));
    }

    @Override
    public List<Sql> alterColumn(Change.AlterColumn c) {
        return sql(AlterColumnSql.of(c, setExpression));
    }

    @Override
    public List<Sql> renameColumn(Change.RenameColumn c) {
        return sql(
                alter(c.table()) + "RENAME COLUMN " + Identifiers.quote(c.from()) + " TO " + Identifiers.quote(c.to()));
    }

    @Override
    public List<Sql> addPrimaryKey(Change.AddPrimaryKey c) {
        return add(c.table(), c.primaryKey());
    }

    @Override
    public List<Sql> dropPrimaryKey(Change.DropPrimaryKey c) {
        return drop(c.table(), c.primaryKey());
    }

    @Override
    public List<Sql> addUniqueKey(Change.AddUniqueKey c) {
        return add(c.table(), c.uniqueKey());
    }

    @Override
    public List<Sql> dropUniqueKey(Change.DropUniqueKey c) {
        return drop(c.table(), c.uniqueKey());
    }

    @Override
    public List<Sql> addForeignKey(Change.AddForeignKey c) {
        return add(c.table(), c.foreignKey());
    }

    @Override
    public List<Sql> dropForeignKey(Change.DropForeignKey c) {
        return drop(c.table(), c.foreignKey());
    }

    @Override
    public List<Sql> alterForeignKey(Change.AlterForeignKey c) {
        return altered(c.validates(), c.table(), c.from(), c.to());
    }

    private static List<Sql> altered(boolean validates, QualifiedName table, Constraint from, Constraint to) {
        return sql(
                validates
                        ? validate(table, from)
                        : alter(table) + "DROP CONSTRAINT " + name(table, from) + ", ADD " + ConstraintSql.of(to));
    }

    static String validate(QualifiedName table, Constraint constraint) {
        return alter(table) + "VALIDATE CONSTRAINT " + name(table, constraint);
    }

    @Override
    public List<Sql> addIndex(Change.AddIndex c) {
        return sql(IndexSql.create(c.table(), c.index()));
    }

    @Override
    public List<Sql> dropIndex(Change.DropIndex c) {
        return sql("DROP INDEX " + index(c.table(), c.index()));
    }

    @Override
    public List<Sql> addCheck(Change.AddCheck c) {
        return add(c.table(), c.check());
    }

    @Override
    public List<Sql> dropCheck(Change.DropCheck c) {
        return drop(c.table(), c.check());
    }

    @Override
    public List<Sql> alterCheck(Change.AlterCheck c) {
        return altered(c.validates(), c.table(), c.from(), c.to());
    }

    @Override
    public List<Sql> addExclusion(Change.AddExclusion c) {
        return add(c.table(), c.exclusion());
    }

    @Override
    public List<Sql> dropExclusion(Change.DropExclusion c) {
        return drop(c.table(), c.exclusion());
    }

    @Override
    public List<Sql> renameConstraint(Change.RenameConstraint c) {
        String to = " TO " + name(c.table(), c.to());
        return c.from() instanceof Index
                ? sql("ALTER INDEX " + index(c.table(), c.from()) + " RENAME" + to)
                : sql(alter(c.table()) + "RENAME CONSTRAINT " + name(c.table(), c.from()) + to);
    }

    @Override
    public List<Sql> createEnum(Change.CreateEnum c) {
        return sql(EnumSql.create(c.definition()));
    }

    @Override
    public List<Sql> dropEnum(Change.DropEnum c) {
        return sql("DROP TYPE " + Identifiers.quote(c.definition().name()));
    }

    @Override
    public List<Sql> alterEnum(Change.AlterEnum c) {
        return sql(EnumSql.alter(c.from(), c.to()));
    }

    @Override
    public List<Sql> renameEnumLabel(Change.RenameEnumLabel c) {
        return sql("ALTER TYPE " + Identifiers.quote(c.type()) + " RENAME VALUE " + SqlText.literal(c.from()) + " TO "
                + SqlText.literal(c.to()));
    }

    /** The parent's statement does it for all its children. */
    private static boolean comesFromParent(Column column) {
        return column.options().has(Keys.INHERITED);
    }

    private static List<Sql> add(QualifiedName table, Constraint constraint) {
        return sql(alter(table) + "ADD " + ConstraintSql.of(constraint));
    }

    private static List<Sql> drop(QualifiedName table, Constraint constraint) {
        return sql(alter(table) + "DROP CONSTRAINT " + name(table, constraint));
    }

    private static String alterTable(QualifiedName table) {
        return "ALTER TABLE " + Identifiers.quote(table);
    }

    static String alter(QualifiedName table) {
        return alterTable(table) + " ";
    }

    /** An index lives in the schema of its table. */
    static String index(QualifiedName table, Constraint index) {
        return table.schema().map(s -> Identifiers.quote(s) + ".").orElse("") + name(table, index);
    }

    static String name(QualifiedName table, Constraint constraint) {
        return constraint
                .name()
                .map(Identifiers::quote)
                .orElseThrow(() -> new UnnamedConstraintException("PostgreSQL drops and renames", table, constraint));
    }

    private static List<Sql> sql(String statement) {
        return List.of(new Sql(statement));
    }

    static List<Sql> sql(List<String> statements) {
        return statements.stream().map(Sql::new).toList();
    }
}

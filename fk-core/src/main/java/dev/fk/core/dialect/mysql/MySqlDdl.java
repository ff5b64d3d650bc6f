package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.UnnamedConstraintException;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes as statements for MySQL and MariaDB. */
final class MySqlDdl implements Ddl {
    private final TableSql tables;
    private final ColumnSql columns;
    private final ConstraintSql constraints;
    private final Quoting quoting;
    private final Entailment entailment;
    private final ZeroDates zeroDates;
    private final boolean isMariaDb;

    MySqlDdl(Settings settings) {
        this.entailment = new Entailment(settings);
        this.zeroDates = new ZeroDates(settings);
        this.isMariaDb = settings.isMariaDb();
        this.tables = new TableSql(settings);
        this.columns = new ColumnSql(settings);
        this.constraints = new ConstraintSql(settings);
        this.quoting = new Quoting(settings.backslashEscapes());
    }

    /**
     * MySQL copies the table for many an ALTER, and refuses states in between: an AUTO_INCREMENT column without a key, a
     * foreign key without an index (1075, 1553; MariaDB likewise).
     */
    @Override
    public boolean combines() {
        return true;
    }

    @Override
    public List<Change> entailed(Change change, Table from) {
        return entailment.of(change, from);
    }

    @Override
    public List<Change> needed(List<Change> ordered, Schema from) {
        return ColumnChecks.within(Entailment.needed(ordered, from), from);
    }

    /**
     * Nothing makes a column computed when it is read of another one, or the reverse (MySQL 9.7.4: 3106, MariaDB 11.8.9:
     * 1907).
     */
    @Override
    public Set<String> rebuilt(Table from, List<Change> changes) {
        Set<String> columns = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.AlterColumn c && isVirtual(c.from()) != isVirtual(c.to())) {
                columns.add(c.from().name());
            }
        }
        return columns;
    }

    private static boolean isVirtual(Column column) {
        return column.generation() instanceof Generation.Computed computed
                && computed.storage() == Generation.Computed.Storage.VIRTUAL;
    }

    /**
     * How a table is partitioned stands behind all else, and after no comma; by itself it would come too late for a column or
     * key that goes, or too early for one that comes (MySQL 9.7.4: 3855, 1503, MariaDB 11.8.9: 1054). InnoDB
     * of MySQL makes one full-text index at a time (9.7.4: 1795).
     */
    @Override
    public List<Sql> together(List<Change> changes) {
        List<Sql> statements = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        String partitioning = "";
        for (Change change : changes) {
            String alter = alter(change.subject());
            for (Sql sql : sql(change, changes)) {
                String clause = sql.text().startsWith(alter) ? sql.text().substring(alter.length()) : "";
                if (clause.isEmpty()
                        || (!isMariaDb && isFullText(clause) && clauses.stream().anyMatch(MySqlDdl::isFullText))) {
                    statements.add(sql);
                } else if (TableSql.isPartitioning(clause)) {
                    partitioning = " " + clause;
                } else {
                    clauses.add(clause);
                }
            }
        }
        if (!clauses.isEmpty() || !partitioning.isEmpty()) {
            String alteration = alter(changes.get(0).subject()) + (String.join(", ", clauses) + partitioning).strip();
            statements.add(0, new Sql(alteration));
        }
        return statements;
    }

    @Override
    public List<Sql> before(List<Sql> statements, Table there) {
        return zeroDates.leniencyFor(statements, there);
    }

    @Override
    public List<Sql> after(List<Sql> before) {
        return before.stream().map(s -> SqlMode.back()).toList();
    }

    private static boolean isFullText(String clause) {
        return clause.startsWith("ADD FULLTEXT ");
    }

    private List<Sql> sql(Change change, List<Change> together) {
        if (Visibility.isSaidByAnother(change, together)) {
            return List.of();
        }
        return Visibility.altered(change, together)
                .map(i -> alter(
                        change.subject(),
                        "ALTER INDEX " + name(change.subject(), i) + constraints.visibility(Visibility.options(i))))
                .orElseGet(() -> change.accept(this));
    }

    @Override
    public List<Sql> createTable(Change.CreateTable c) {
        return List.of(tables.create(c.definition()));
    }

    @Override
    public List<Sql> dropTable(Change.DropTable c) {
        return List.of(new Sql("DROP TABLE " + Identifiers.quote(c.table())));
    }

    @Override
    public List<Sql> renameTable(Change.RenameTable c) {
        return List.of(new Sql("RENAME TABLE " + Identifiers.quote(c.table()) + " TO " + Identifiers.quote(c.to())));
    }

    @Override
    public List<Sql> alterOptions(Change.AlterOptions c) {
        List<Sql> statements = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        for (String clause : tables.alter(c.table(), c.from(), c.to())) {
            if (TableSql.isPartitioning(clause)) {
                statements.addAll(alter(c.table(), clause));
            } else {
                clauses.add(clause);
            }
        }
        if (!clauses.isEmpty()) {
            statements.addAll(0, alter(c.table(), clauses.toArray(String[]::new)));
        }
        return statements;
    }

    @Override
    public List<Sql> alterComment(Change.AlterComment c) {
        return alter(c.table(), "COMMENT=" + quoting.literal(c.to().orElse("")));
    }

    @Override
    public List<Sql> addColumn(Change.AddColumn c) {
        return alter(c.table(), "ADD COLUMN " + columns.of(c.column()) + position(c.position()));
    }

    private static String position(ColumnPosition position) {
        return position.first()
                ? " FIRST"
                : position.after().map(a -> " AFTER " + Identifiers.quote(a)).orElse("");
    }

    @Override
    public List<Sql> dropColumn(Change.DropColumn c) {
        return alter(c.table(), "DROP COLUMN " + Identifiers.quote(c.column().name()));
    }

    @Override
    public List<Sql> alterColumn(Change.AlterColumn c) {
        return alter(
                c.table(),
                "MODIFY COLUMN " + columns.of(c.to())
                        + c.move().map(m -> position(m.to())).orElse(""));
    }

    @Override
    public List<Sql> renameColumn(Change.RenameColumn c) {
        return alter(c.table(), "RENAME COLUMN " + Identifiers.quote(c.from()) + " TO " + Identifiers.quote(c.to()));
    }

    @Override
    public List<Sql> addPrimaryKey(Change.AddPrimaryKey c) {
        return add(c.table(), c.primaryKey());
    }

    @Override
    public List<Sql> dropPrimaryKey(Change.DropPrimaryKey c) {
        return alter(c.table(), "DROP PRIMARY KEY");
    }

    @Override
    public List<Sql> addUniqueKey(Change.AddUniqueKey c) {
        return add(c.table(), c.uniqueKey());
    }

    @Override
    public List<Sql> dropUniqueKey(Change.DropUniqueKey c) {
        return alter(c.table(), dropIndex(c.table(), c.uniqueKey()));
    }

    @Override
    public List<Sql> addForeignKey(Change.AddForeignKey c) {
        return add(c.table(), c.foreignKey());
    }

    @Override
    public List<Sql> dropForeignKey(Change.DropForeignKey c) {
        return alter(c.table(), dropForeignKey(c.table(), c.foreignKey()));
    }

    /**
     * In one statement, so that no row slips in between, unless the name stays: that of a foreign key that goes is not
     * free before the statement is over (MySQL 8.0.33: error 1826, MariaDB 11.8.9: 1005 with errno 121).
     */
    @Override
    public List<Sql> alterForeignKey(Change.AlterForeignKey c) {
        String drop = dropForeignKey(c.table(), c.from());
        String add = "ADD " + constraints.of(c.table(), c.to());
        if (!c.from().name().equals(LongNames.named(c.table(), c.to()).name())) {
            return alter(c.table(), drop, add);
        }
        List<Sql> statements = new ArrayList<>(alter(c.table(), drop));
        statements.addAll(alter(c.table(), add));
        return statements;
    }

    @Override
    public List<Sql> addIndex(Change.AddIndex c) {
        return add(c.table(), c.index());
    }

    @Override
    public List<Sql> dropIndex(Change.DropIndex c) {
        return alter(c.table(), dropIndex(c.table(), c.index()));
    }

    @Override
    public List<Sql> addCheck(Change.AddCheck c) {
        return c.check()
                .options()
                .get(ConstraintSql.COLUMN)
                .map(column -> alter(c.table(), "MODIFY COLUMN " + column + ConstraintSql.ofColumn(c.check())))
                .orElseGet(() -> add(c.table(), c.check()));
    }

    @Override
    public List<Sql> dropCheck(Change.DropCheck c) {
        return alter(c.table(), dropCheck(c.table(), c.check()));
    }

    @Override
    public List<Sql> alterCheck(Change.AlterCheck c) {
        String enforced = c.to().enforcement() == Enforcement.NOT_ENFORCED ? " NOT ENFORCED" : " ENFORCED";
        return alter(c.table(), "ALTER CHECK " + name(c.table(), c.from()) + enforced);
    }

    @Override
    public List<Sql> addExclusion(Change.AddExclusion c) {
        return add(c.table(), c.exclusion());
    }

    @Override
    public List<Sql> dropExclusion(Change.DropExclusion c) {
        return alter(c.table(), dropConstraint(c.table(), c.exclusion()));
    }

    /** Indexes can be renamed; of other constraints only dropping and adding changes the name. */
    @Override
    public List<Sql> renameConstraint(Change.RenameConstraint c) {
        if (c.from() instanceof UniqueKey || c.from() instanceof Index) {
            return alter(c.table(), "RENAME INDEX " + name(c.table(), c.from()) + " TO " + name(c.table(), c.to()));
        }
        String drop = c.from() instanceof ForeignKey key
                ? dropForeignKey(c.table(), key)
                : c.from() instanceof Check check ? dropCheck(c.table(), check) : dropConstraint(c.table(), c.from());
        return alter(c.table(), drop, "ADD " + constraints.of(c.table(), c.to()));
    }

    /** The labels of an enum stand in the columns that use it. */
    @Override
    public List<Sql> createEnum(Change.CreateEnum c) {
        return List.of();
    }

    @Override
    public List<Sql> dropEnum(Change.DropEnum c) {
        return List.of();
    }

    @Override
    public List<Sql> alterEnum(Change.AlterEnum c) {
        return List.of();
    }

    @Override
    public List<Sql> renameEnumLabel(Change.RenameEnumLabel c) {
        return List.of();
    }

    private List<Sql> add(QualifiedName table, Constraint constraint) {
        return alter(table, "ADD " + constraints.of(table, constraint));
    }

    private static String dropIndex(QualifiedName table, Constraint index) {
        return "DROP INDEX " + name(table, index);
    }

    private static String dropForeignKey(QualifiedName table, ForeignKey key) {
        return "DROP FOREIGN KEY " + name(table, key);
    }

    /** MySQL has a word for checks, so that a key or foreign key of the same name is not meant (3939); MariaDB has none. */
    private String dropCheck(QualifiedName table, Check check) {
        return check.options()
                .get(ConstraintSql.COLUMN)
                .map(definition -> "MODIFY COLUMN " + definition)
                .orElseGet(() -> isMariaDb ? dropConstraint(table, check) : "DROP CHECK " + name(table, check));
    }

    /** Since MySQL 8.0.19. */
    private static String dropConstraint(QualifiedName table, Constraint constraint) {
        return "DROP CONSTRAINT " + name(table, constraint);
    }

    private static String name(QualifiedName table, Constraint constraint) {
        return Identifiers.quote(constraint
                .name()
                .orElseThrow(
                        () -> new UnnamedConstraintException("MySQL and MariaDB drop and rename", table, constraint)));
    }

    private static List<Sql> alter(QualifiedName table, String... clauses) {
        return List.of(new Sql(alter(table) + String.join(", ", clauses)));
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Identifiers.quote(table) + " ";
    }
}

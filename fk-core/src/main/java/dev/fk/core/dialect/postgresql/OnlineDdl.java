package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes in steps that hold no exclusive lock while rows are looked at: constraints come NOT VALID and are validated
 * afterwards, indexes are built CONCURRENTLY. Partitioned tables know neither (PostgreSQL 15-17) and get the usual ones.
 */
final class OnlineDdl extends PostgreSqlDdl {
    private final Schema before;

    OnlineDdl(String defaultSchema, boolean setExpression, Schema before) {
        super(defaultSchema, setExpression);
        this.before = before;
    }

    private boolean isPlain(QualifiedName table) {
        return before.table(table)
                .filter(t -> !t.options().has(Keys.PARTITION_BY))
                .isEmpty();
    }

    /** Whether rows are looked at while somebody may wait for the table. */
    private boolean keepsWaiting(QualifiedName table, Enforcement enforcement) {
        return !isPlain(table) && enforcement == Enforcement.ENFORCED;
    }

    @Override
    public List<Sql> addForeignKey(Change.AddForeignKey c) {
        ForeignKey key = c.foreignKey();
        return keepsWaiting(c.table(), key.enforcement())
                ? notValid(c.table(), named(c.table(), key, key.columns(), "fkey"))
                : super.addForeignKey(c);
    }

    @Override
    public List<Sql> addCheck(Change.AddCheck c) {
        return keepsWaiting(c.table(), c.check().enforcement())
                ? notValid(c.table(), named(c.table(), c.check(), List.of(), "check"))
                : super.addCheck(c);
    }

    @Override
    public boolean swapsForeignKeys() {
        return true;
    }

    @Override
    public List<Sql> alterForeignKey(Change.AlterForeignKey c) {
        return !c.validates() && keepsWaiting(c.table(), c.to().enforcement())
                ? swapped(c.table(), c.from(), c.to())
                : super.alterForeignKey(c);
    }

    @Override
    public List<Sql> alterCheck(Change.AlterCheck c) {
        return !c.validates() && keepsWaiting(c.table(), c.to().enforcement())
                ? swapped(c.table(), c.from(), c.to())
                : super.alterCheck(c);
    }

    private static List<Sql> notValid(QualifiedName table, Constraint named) {
        return notValid(table, "", named);
    }

    /** In one statement, so that new rows are checked at all times. */
    private static List<Sql> swapped(QualifiedName table, Constraint from, Constraint to) {
        return notValid(table, "DROP CONSTRAINT " + name(table, from) + ", ", to);
    }

    private static List<Sql> notValid(QualifiedName table, String before, Constraint named) {
        return sql(List.of(
                alter(table) + before + "ADD " + ConstraintSql.of(named) + " NOT VALID", validate(table, named)));
    }

    @Override
    public List<Sql> addUniqueKey(Change.AddUniqueKey c) {
        return overIndex(
                        c.table(),
                        c.uniqueKey(),
                        c.uniqueKey().columns(),
                        c.uniqueKey().options(),
                        "UNIQUE")
                .map(s -> withDeferrability(s, c.uniqueKey().deferrability()))
                .orElseGet(() -> super.addUniqueKey(c));
    }

    @Override
    public List<Sql> addPrimaryKey(Change.AddPrimaryKey c) {
        return overIndex(
                        c.table(),
                        c.primaryKey(),
                        c.primaryKey().columns(),
                        c.primaryKey().options(),
                        "PRIMARY KEY")
                .map(s -> withDeferrability(s, c.primaryKey().deferrability()))
                .orElseGet(() -> super.addPrimaryKey(c));
    }

    /** The index of the key first, with the key's name, which the key then takes over. */
    private Optional<List<String>> overIndex(
            QualifiedName table, Constraint key, List<String> columns, Options options, String kind) {
        if (isPlain(table) || options.has(Keys.WITHOUT_OVERLAPS)) {
            return Optional.empty();
        }
        List<String> named = kind.equals("UNIQUE") ? columns : List.of();
        String name = named(table, key, named, kind.equals("UNIQUE") ? "key" : "pkey")
                .name()
                .orElseThrow();
        List<IndexPart> parts = columns.stream().map(IndexPart::column).toList();
        Index index = new Index(Optional.of(name), parts, true, Optional.empty(), Optional.empty(), options);
        String quoted = Identifiers.quote(name);
        return Optional.of(List.of(
                IndexSql.createConcurrently(table, index),
                alter(table) + "ADD CONSTRAINT " + quoted + " " + kind + " USING INDEX " + quoted));
    }

    private static List<Sql> withDeferrability(List<String> statements, Deferrability deferrability) {
        List<String> all = new ArrayList<>(statements);
        all.set(1, all.get(1) + (deferrability == Deferrability.NOT_DEFERRABLE ? "" : " " + deferrability.sql()));
        return sql(all);
    }

    @Override
    public List<Sql> addIndex(Change.AddIndex c) {
        return isPlain(c.table()) ? super.addIndex(c) : sql(List.of(IndexSql.createConcurrently(c.table(), c.index())));
    }

    @Override
    public List<Sql> dropIndex(Change.DropIndex c) {
        return isPlain(c.table())
                ? super.dropIndex(c)
                : sql(List.of("DROP INDEX CONCURRENTLY " + index(c.table(), c.index())));
    }

    /** SET NOT NULL looks at no row where a valid check says that there is none without a value. */
    @Override
    public List<Sql> alterColumn(Change.AlterColumn c) {
        Column to = c.to();
        boolean looksAtRows =
                c.from().nullable() && !to.nullable() && !to.options().has(Keys.NOT_NULL);
        if (isPlain(c.table()) || !looksAtRows) {
            return super.alterColumn(c);
        }
        String name = Identifiers.shorten("fk_" + c.table().name() + "_" + to.name() + "_not_null");
        Check check = Check.of(name, Identifiers.quote(to.name()) + " IS NOT NULL");
        List<Sql> statements = new ArrayList<>(notValid(c.table(), check));
        statements.addAll(super.alterColumn(c));
        statements.add(new Sql(alter(c.table()) + "DROP CONSTRAINT " + Identifiers.quote(name)));
        return statements;
    }

    /** Validating takes a name; an unnamed constraint gets the one that PostgreSQL would have chosen. */
    private Constraint named(QualifiedName table, Constraint constraint, List<String> columns, String suffix) {
        if (constraint.name().isPresent()) {
            return constraint;
        }
        String stem = columns.isEmpty() ? table.name() : table.name() + "_" + String.join("_", columns);
        Set<String> taken = before.table(table).stream()
                .flatMap(Table::constraints)
                .flatMap(c -> c.name().stream())
                .collect(Collectors.toSet());
        String name = Identifiers.shorten(stem + "_" + suffix);
        for (int i = 1; taken.contains(name); i++) {
            name = Identifiers.shorten(stem + "_" + suffix + i);
        }
        return constraint.withName(Optional.of(name));
    }
}

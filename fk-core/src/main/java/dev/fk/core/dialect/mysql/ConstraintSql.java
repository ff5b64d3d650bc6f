package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.UniqueKey;
import java.util.Optional;

/** Constraints and indexes as CREATE TABLE lists them and ALTER TABLE adds them. */
final class ConstraintSql implements Constraint.Visitor<String> {
    /** The column, without it, that a check of MariaDB belongs to; only defining the column anew removes it. */
    static final String COLUMN = "column";

    private final Settings settings;
    private final IndexSql indexes;
    private final boolean mariaDb;

    ConstraintSql(Settings settings) {
        this.settings = settings;
        this.indexes = new IndexSql(settings);
        this.mariaDb = settings.isMariaDb();
    }

    /** One of this table, with a name if the server cannot make it one. */
    String of(QualifiedName table, Constraint constraint) {
        Constraint named = LongNames.named(table, constraint);
        return (named instanceof ForeignKey key ? seenFrom(table, key) : named).accept(this);
    }

    /**
     * A table that is referenced without a database is looked for in that of the referencing one, not in the one we are in
     * (MySQL 9.7.4: 1824, MariaDB 11.8.9: 1005; or another table of that name is referenced).
     */
    private ForeignKey seenFrom(QualifiedName table, ForeignKey key) {
        QualifiedName referenced = key.referencedTable();
        return table.schema().isPresent() && referenced.schema().isEmpty()
                ? key.withReferenced(
                        QualifiedName.of(settings.info().defaultSchema(), referenced.name()), key.referencedColumns())
                : key;
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        String parts =
                key.options().get(IndexSql.PARTS).orElseGet(() -> IndexSql.columns(key.columns(), key.options()));
        return "PRIMARY KEY (" + parts + ")" + indexes.options(key.options());
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        String name = key.name().map(n -> Identifiers.quote(n) + " ").orElse("");
        return "UNIQUE " + name + "(" + IndexSql.columns(key.columns(), key.options()) + ")"
                + indexes.options(key.options());
    }

    /**
     * Always with the referenced columns: MySQL ignores the short forms of the standard before 9.0. MATCH is never
     * written: the servers take it and then ignore the actions (MySQL manual, 15.1.20.5).
     */
    @Override
    public String foreignKey(ForeignKey key) {
        return constraint(key.name()) + "FOREIGN KEY (" + Identifiers.quote(key.columns()) + ") REFERENCES "
                + Identifiers.quote(key.referencedTable()) + " (" + Identifiers.quote(key.referencedColumns()) + ")"
                + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate());
    }

    /** NO ACTION is what both servers do when nothing is said. */
    private static String action(String clause, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : clause + action.sql();
    }

    @Override
    public String check(Check check) {
        boolean off = check.enforcement() == Enforcement.NOT_ENFORCED && !mariaDb;
        return constraint(check.name()) + "CHECK ("
                + SqlText.withoutParentheses(check.expression().sql()) + ")" + (off ? " NOT ENFORCED" : "");
    }

    /** The check as it stands behind the definition of its column. */
    static String ofColumn(Check check) {
        return " CHECK (" + SqlText.withoutParentheses(check.expression().sql()) + ")";
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return constraint(exclusion.name()) + exclusion.definition();
    }

    @Override
    public String index(Index index) {
        return indexes.of(index);
    }

    /** {@code  INVISIBLE}, or the opposite. */
    String visibility(Options options) {
        return indexes.visibility(options);
    }

    private static String constraint(Optional<String> name) {
        return name.map(n -> "CONSTRAINT " + Identifiers.quote(n) + " ").orElse("");
    }
}

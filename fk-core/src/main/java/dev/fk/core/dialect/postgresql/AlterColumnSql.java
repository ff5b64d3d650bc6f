package dev.fk.core.dialect.postgresql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** ALTER TABLE … ALTER COLUMN with the clauses that differ, between what has to be done to sequences. */
final class AlterColumnSql {
    private final QualifiedName table;
    private final Column from;
    private final Column to;
    private final boolean setExpression;
    private final List<String> before = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private boolean typeWritten;

    private AlterColumnSql(Change.AlterColumn change, boolean setExpression) {
        this.table = change.table();
        this.from = change.from();
        this.to = change.to();
        this.setExpression = setExpression;
    }

    /** @param setExpression whether the server can replace the expression of a generated column (PostgreSQL 17) */
    static List<String> of(Change.AlterColumn change, boolean setExpression) {
        return new AlterColumnSql(change, setExpression).statements();
    }

    /** Whether there is no other way than to drop the column and add it anew. */
    static boolean isAnew(Change.AlterColumn change, boolean setExpression) {
        return new AlterColumnSql(change, setExpression).mustBeAnew();
    }

    private List<String> statements() {
        if (mustBeAnew()) {
            return anew();
        }
        leaveGeneration();
        idleSequence();
        type();
        nullability();
        enterGeneration();
        options();
        if (!from.comment().equals(to.comment())) {
            after.add(ColumnSql.comment(table, to));
        }
        List<String> statements = new ArrayList<>(before);
        if (!clauses.isEmpty()) {
            statements.add("ALTER TABLE " + Identifiers.quote(table) + " " + String.join(", ", clauses));
        }
        statements.addAll(after);
        return statements;
    }

    /**
     * Nothing turns a plain column into a generated one, nor a virtual one into anything else: SET EXPRESSION is refused for
     * it where the table has checks (PostgreSQL 18: 0A000).
     */
    private boolean mustBeAnew() {
        if (!(to.generation() instanceof Generation.Computed wanted)) {
            return from.generation() instanceof Generation.Computed gone
                    && gone.storage() == Generation.Computed.Storage.VIRTUAL;
        }
        return !(from.generation() instanceof Generation.Computed there)
                || there.storage() != wanted.storage()
                || (!there.expression().equals(wanted.expression())
                        && !(setExpression && wanted.storage() == Generation.Computed.Storage.STORED));
    }

    private List<String> anew() {
        String alter = "ALTER TABLE " + Identifiers.quote(table);
        List<String> statements = new ArrayList<>();
        statements.add(
                alter + " DROP COLUMN " + Identifiers.quote(from.name()) + ", ADD COLUMN " + ColumnSql.definition(to));
        statements.addAll(ColumnSql.afterwards(table, to));
        return statements;
    }

    /** Takes away a default that the new type or generation has no use for; the server converts none by itself. */
    private void leaveGeneration() {
        boolean typeChanges = !from.type().equals(to.type());
        boolean changes = !from.generation().equals(to.generation());
        if (from.generation() instanceof Generation.Default && (typeChanges || changes)) {
            boolean replaced = !typeChanges && to.generation() instanceof Generation.Default;
            if (!replaced) {
                alter("DROP DEFAULT");
            }
        } else if (from.generation() instanceof Generation.AutoIncrement && changes) {
            before.add(alterColumn() + " DROP DEFAULT");
            remember();
            if (!to.options().has(Keys.IDLE_SEQUENCE)) {
                before.add(SequenceSql.dropOwned(table, from.name()));
            }
        } else if (from.generation() instanceof Generation.Identity && changes && !bothIdentity()) {
            remember();
            before.add(alterColumn() + " DROP IDENTITY");
        } else if (from.generation() instanceof Generation.Computed && changes && !bothComputed()) {
            before.add(alterColumn() + " DROP EXPRESSION");
        }
    }

    private void idleSequence() {
        Optional<String> old = from.options().get(Keys.IDLE_SEQUENCE);
        Optional<String> now = to.options().get(Keys.IDLE_SEQUENCE);
        if (old.equals(now)) {
            return;
        }
        if (!(to.generation() instanceof Generation.AutoIncrement)) {
            old.ifPresent(name -> before.add(SequenceSql.dropIdle(table, name)));
        }
        if (!(from.generation() instanceof Generation.AutoIncrement)) {
            now.ifPresent(name -> after.addAll(SequenceSql.createIdle(table, to, name)));
        }
    }

    private void type() {
        boolean collationChanges = !from.collation().equals(to.collation());
        boolean parentsMatter = to.options().has(Keys.INHERITED);
        if (parentsMatter || (from.type().equals(to.type()) && !collationChanges)) {
            return;
        }
        String collation =
                to.collation().map(c -> " COLLATE " + ColumnSql.collation(c)).orElse("");
        String using = bothComputed()
                ? ""
                : CastSql.of(to.name(), from.type(), to.type())
                        .map(u -> " USING " + u)
                        .orElse("");
        alter("TYPE " + TypeSql.of(to.type()) + collation + using);
        typeWritten = true;
        if (bothSerial() && to.type() instanceof DataType.Int) {
            after.add(SequenceSql.alterOwned(table, to.name(), "AS " + TypeSql.of(to.type())));
        }
    }

    private void nullability() {
        boolean wasChecked = !from.nullable() && !from.options().has(Keys.NOT_NULL);
        boolean isChecked = !to.nullable() && !to.options().has(Keys.NOT_NULL);
        boolean wasUnusual = from.options().has(Keys.NOT_NULL);
        if ((wasChecked && !isChecked) || (wasUnusual && to.nullable())) {
            alter("DROP NOT NULL");
        } else if (isChecked && !wasChecked) {
            alter("SET NOT NULL");
        }
    }

    private void enterGeneration() {
        boolean typeChanges = !from.type().equals(to.type());
        boolean changes = !from.generation().equals(to.generation());
        if (to.generation() instanceof Generation.Default value && (typeChanges || changes)) {
            alter("SET DEFAULT " + SqlText.asOperand(value.expression().sql()));
        } else if (to.generation() instanceof Generation.AutoIncrement && changes) {
            Optional<String> idle = from.options().get(Keys.IDLE_SEQUENCE);
            if (idle.isPresent()) {
                after.addAll(SequenceSql.resume(table, to, idle.get()));
            } else {
                after.addAll(SequenceSql.create(table, to));
                after.add(begin());
            }
            to.options().get(Keys.SEQUENCE).ifPresent(o -> after.add(SequenceSql.alterOwned(table, to.name(), o)));
        } else if (to.generation() instanceof Generation.Identity identity && changes) {
            identity(identity);
        } else if (to.generation() instanceof Generation.Computed computed && changes) {
            alter("SET EXPRESSION AS (" + computed.expression() + ")");
        }
    }

    private void remember() {
        if (countsOn()) {
            before.add(SequenceSql.remember(table, from.name()));
        }
    }

    /** A number is not given again, also where the row that had it is gone. */
    private String begin() {
        if (from.options().has(Keys.IDLE_SEQUENCE)) {
            return SequenceSql.restartAfterRows(table, to.name());
        }
        return countsOn()
                ? SequenceSql.continueAsBefore(table, to.name())
                : SequenceSql.continueAfterRows(table, to.name());
    }

    private boolean countsOn() {
        return from.generation().isCounter() && to.generation().isCounter();
    }

    private void identity(Generation.Identity wanted) {
        if (!(from.generation() instanceof Generation.Identity there)) {
            alter("ADD " + ColumnSql.identity(wanted));
            after.add(begin());
            return;
        }
        if (there.mode() != wanted.mode()) {
            alter("SET GENERATED " + ColumnSql.mode(wanted));
        }
        Options old = there.sequence();
        Options now = wanted.sequence();
        Set<String> keys = new TreeSet<>(old.values().keySet());
        keys.addAll(now.values().keySet());
        keys.stream()
                .filter(key -> !old.get(key).equals(now.get(key)))
                .forEach(key -> alter("SET " + SequenceSql.option(key, now)));
    }

    private void options() {
        Options now = to.options();
        // A change of type has reset both to what is usual for it.
        Options old = typeWritten ? from.options().without(Keys.STORAGE).without(Keys.COMPRESSION) : from.options();
        if (!old.get(Keys.STORAGE).equals(now.get(Keys.STORAGE))) {
            after.add(alterColumn() + " SET STORAGE " + now.get(Keys.STORAGE).orElse(usualStorage(to.type())));
        }
        if (!old.get(Keys.COMPRESSION).equals(now.get(Keys.COMPRESSION))) {
            after.add(alterColumn() + " SET COMPRESSION "
                    + now.get(Keys.COMPRESSION).orElse("default"));
        }
        if (bothSerial() && !old.get(Keys.SEQUENCE).equals(now.get(Keys.SEQUENCE))) {
            String reset = "INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE"
                    + (to.type() instanceof DataType.Int ? " AS " + TypeSql.of(to.type()) : "");
            after.add(SequenceSql.alterOwned(
                    table, to.name(), now.get(Keys.SEQUENCE).orElse(reset)));
        }
        if (now.has(Keys.NOT_NULL) && !old.get(Keys.NOT_NULL).equals(now.get(Keys.NOT_NULL))) {
            after.add("ALTER TABLE " + Identifiers.quote(table) + " ADD NOT NULL " + Identifiers.quote(to.name()) + " "
                    + now.get(Keys.NOT_NULL).orElse(""));
        }
    }

    /** SET STORAGE DEFAULT is new in PostgreSQL 16. */
    private static String usualStorage(DataType type) {
        return type instanceof DataType.Decimal ? "MAIN" : "EXTENDED";
    }

    private boolean bothSerial() {
        return from.generation() instanceof Generation.AutoIncrement
                && to.generation() instanceof Generation.AutoIncrement;
    }

    private boolean bothIdentity() {
        return from.generation() instanceof Generation.Identity && to.generation() instanceof Generation.Identity;
    }

    private boolean bothComputed() {
        return from.generation() instanceof Generation.Computed && to.generation() instanceof Generation.Computed;
    }

    private String alterColumn() {
        return ColumnSql.alter(table, to);
    }

    private void alter(String clause) {
        clauses.add("ALTER COLUMN " + Identifiers.quote(to.name()) + " " + clause);
    }
}

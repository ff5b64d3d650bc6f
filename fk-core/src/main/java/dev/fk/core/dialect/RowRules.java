package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a server makes of the rows that a change meets, and the SQL to ask it before. Where an answer is an Optional, empty
 * means that only trying can tell: then nothing is asked, because a condition must never refuse what the server would take as it
 * is.
 */
@API(status = Status.EXPERIMENTAL)
public interface RowRules {
    String quote(String name);

    String quote(QualifiedName table);

    /** A text as a literal, which the server takes for a value of whatever type it is compared with or stored as. */
    String literal(String text);

    /** What stands behind FROM for the rows of a table alone, without those of tables that inherit from it. */
    default String alone(Table table) {
        return quote(table.name());
    }

    /** Whether rows of a table show up among those of another, which it inherits from, and are none of them. */
    default boolean inherits(Table table, QualifiedName from) {
        return false;
    }

    /** The rows that a table remembers, where it does: who changes a column changes it in them as well. */
    default Optional<Past> past(Table table) {
        return Optional.empty();
    }

    /** A value as text for people. */
    String text(String value, DataType type);

    /** What a foreign key compares: the condition that one value refers to the other; both columns canonical. */
    Optional<String> refers(String value, Column column, String referenced, Column referencedColumn);

    /**
     * What a foreign key over a period compares last: the condition, on all rows that its other columns refer to taken
     * together, that their periods cover one; empty for every other key.
     */
    default Optional<String> covered(ForeignKey key, String period, String referenced) {
        return Optional.empty();
    }

    /** A condition that is false while the session does not check foreign keys that are added; empty if it always does. */
    default Optional<String> foreignKeysAreChecked() {
        return Optional.empty();
    }

    /** What a unique key or index on these parts compares; the options are those of the key. */
    Optional<Uniqueness> uniqueness(Table table, List<IndexPart> parts, Options options);

    /**
     * Which rows exclude each other under a constraint that is none of equal values; empty if it is, or if only trying can
     * tell.
     */
    default Optional<Exclusivity> exclusivity(Table table, Constraint constraint) {
        return Optional.empty();
    }

    /**
     * What becomes of the values of a column that is altered.
     *
     * @param value the SQL for a value before
     * @param schema with the enum types as they are when the column is altered
     */
    Conversion conversion(String value, Column from, Column to, Schema schema);

    /** What becomes of NULLs in a column that is made NOT NULL, be it by a primary key. */
    Effect nulls(Column from, Column to);

    /** What rows get in a column that is added. */
    Addition addition(Column column, Schema schema);

    /** For which rows a change fails though it is not about these columns: the server writes the table anew. */
    default List<Unwritable> inTheWayOf(Change change, Table there) {
        return List.of();
    }

    /** What becomes of the rows of a table whose options change. */
    Effect options(Options from, Options to);

    /** What becomes of the rows when an index is built that is not unique: values may be too long for it. */
    Effect indexing(Table table, Index index);

    /** The condition under which a row gets another number when a column starts to count up; empty if none does. */
    default Optional<String> renumbered(String value, Column from, Column to) {
        return Optional.empty();
    }

    /** Whether a constraint that is only renamed is checked anew. */
    default boolean checksRenamed(Constraint constraint) {
        return false;
    }

    /** The condition that a value is one of the labels that an enum type loses. */
    Optional<String> isOneOf(String value, DataType type, List<String> labels);

    /**
     * A query whose rows are statements: after them the keys that these tables generate go on where they are now, on another
     * database with the same tables. Empty where they go on behind the rows that are inserted, whoever generated those.
     */
    default Optional<String> generators(Collection<QualifiedName> tables) {
        return Optional.empty();
    }

    /**
     * A query whose rows are statements: after them there is what tables are made of and no {@code Schema} has, such as
     * schemas, domains and sequences of their own. Empty where there is nothing of the kind.
     */
    default Optional<String> foundations() {
        return Optional.empty();
    }

    /** A query whose rows are statements: after them another session takes what stands in a script as this one does. */
    String session();

    /**
     * What stands around rows that are inserted as they are, where the server would refuse or change some of them otherwise; the
     * statements behind them bring back what was before.
     */
    default List<String> insertingAnything() {
        return List.of();
    }

    /** @see #insertingAnything */
    default List<String> insertingAsBefore() {
        return List.of();
    }
}

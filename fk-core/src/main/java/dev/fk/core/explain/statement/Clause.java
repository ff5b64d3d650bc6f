package dev.fk.core.explain.statement;

import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One thing that a statement defines, changes or takes away, as it is written. */
@API(status = Status.INTERNAL)
public sealed interface Clause {
    /** A part of the statement. */
    record Span(int start, int end) {}

    /** {@code ON DELETE SET NULL}, where it stands. */
    record Action(ReferentialAction action, Span span) {}

    /**
     * A foreign key.
     *
     * @param referenced empty if the statement does not say: the primary key
     * @param full whether it says MATCH FULL
     */
    record References(
            Optional<Token> name,
            List<Token> columns,
            TableWord parent,
            List<Token> referenced,
            Optional<Action> onDelete,
            Optional<Action> onUpdate,
            boolean full)
            implements Clause {}

    /** A constraint whose rows are to be looked at ({@code VALIDATE CONSTRAINT}). */
    record Validation(Token name) implements Clause {}

    /** A primary key, unique key or index. */
    record Key(Optional<Token> name, List<Token> columns, boolean primary, boolean unique) implements Clause {}

    /** What {@code SPATIAL INDEX} or {@code FULLTEXT INDEX} is over, which is a {@link Key} as well. */
    record SpecialIndex(boolean spatial, List<Token> columns) implements Clause {}

    /**
     * A column, new or redefined.
     *
     * @param old the name of the column that is redefined
     * @param whole whether what it does not say is reset: not so in {@code ALTER COLUMN c TYPE t} of PostgreSQL
     * @param type the type as it is written; absent if it stays
     * @param notNull where it says NOT NULL
     * @param filled whether something gives rows a value in it: a default, an expression, a sequence
     * @param counts whether it says AUTO_INCREMENT
     * @param literal what rows get in it, where that is a number or a text
     * @param using how values become those of another type, if it says so
     */
    record ColumnDefinition(
            Token name,
            Optional<Token> old,
            boolean whole,
            Optional<Span> type,
            Optional<Span> notNull,
            boolean key,
            boolean unique,
            Optional<Generation.Computed> computed,
            Optional<String> charset,
            Optional<String> collation,
            boolean filled,
            boolean counts,
            Optional<String> literal,
            Optional<Span> using)
            implements Clause {}

    /**
     * What a table as a whole gets.
     *
     * @param option {@code engine}, {@code partition by}
     * @param value as it is written
     */
    record TableOption(String option, Span value) implements Clause {}

    /** {@code CONVERT TO CHARACTER SET …} of MySQL and MariaDB, for all texts of a table. */
    record Conversion(Span written) implements Clause {}

    /**
     * A check of the table, or behind a column.
     *
     * @param behind where it stands, with its name, if nothing else of the column comes after it
     */
    record CheckDefinition(Optional<Token> name, Span expression, Optional<Token> column, Optional<Span> behind)
            implements Clause {}

    /**
     * A part of a table: {@code ATTACH PARTITION}, {@code PARTITION OF}.
     *
     * @param other the part where the statement is about the whole, the whole where it creates the part
     * @param bound which rows the part is to have
     */
    record Part(TableWord other, Span bound) implements Clause {}

    /** A part that is to be a table of its own: {@code DETACH PARTITION}. */
    record Detach(TableWord part) implements Clause {}

    /**
     * A key that is to be made of an index that is there.
     *
     * @param said from USING to the name of the index
     */
    record Promotion(boolean primary, Token index, Span said) implements Clause {}

    /** A table from which another one is to inherit that is there. */
    record Inherits(TableWord parent) implements Clause {}

    /** A column that is to take NULL: {@code ALTER COLUMN c DROP NOT NULL}. */
    record Nullable(Token column) implements Clause {}

    /**
     * A column that is to count by itself: {@code ALTER COLUMN c ADD GENERATED … AS IDENTITY}.
     *
     * @param said from ADD to IDENTITY
     * @param always whether it says ALWAYS
     */
    record Counting(Token column, Span said, boolean always) implements Clause {}

    /** An exclusion constraint, as it is written behind its name. */
    record Excluding(Optional<Token> name, Span definition) implements Clause {}

    /**
     * Something that should have another name.
     *
     * @param from where {@code ALTER TABLE t RENAME TO u} says it, the table of the statement
     * @param to with a schema, it moves there as well
     */
    record Rename(Kind kind, TableWord from, TableWord to) implements Clause {
        public enum Kind {
            TABLE,
            INDEX,
            CONSTRAINT,
            OTHER
        }
    }

    /** The schema that a table is to be in: {@code SET SCHEMA s}. */
    record Move(Token schema) implements Clause {}

    /** Something that should go. */
    record Drop(Kind kind, Optional<Token> name) implements Clause {
        public enum Kind {
            COLUMN,
            PRIMARY_KEY,
            FOREIGN_KEY,
            INDEX,
            CONSTRAINT
        }
    }
}

package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where the value of a column comes from when an INSERT does not give one.
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface Generation {
    <R> R accept(Visitor<R> visitor);

    /** No value of its own: null, or an error on a NOT NULL column. */
    static Generation none() {
        return None.INSTANCE;
    }

    /** A number the server counts up, in the server's classic form. */
    static Generation autoIncrement() {
        return AutoIncrement.INSTANCE;
    }

    /** Whether it is a number that the server counts up, in its classic form or as an identity column. */
    default boolean isCounter() {
        return false;
    }

    /** The same, a default that is a literal without the type that it had: so it can be one of another. */
    default Generation uncast() {
        return this;
    }

    static Generation defaultTo(String sql) {
        return new Default(new Expression(sql));
    }

    /** The text as it is; in quotes a backslash is one, whatever a server takes it for in SQL. */
    static Generation defaultToText(String text) {
        return new Default(new Expression("'" + text.replace("'", "''") + "'"), text.indexOf('\\') >= 0);
    }

    /** No default. */
    enum None implements Generation {
        INSTANCE;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.none();
        }
    }

    /**
     * {@code DEFAULT expression}.
     *
     * @param verbatim whether the expression is a text in quotes that has backslashes, none of which escapes what is behind it:
     *     that is how standard SQL reads it, and the MySQL family does not. In a server's normal form nothing is.
     */
    record Default(Expression expression, boolean verbatim) implements Generation {
        public Default(Expression expression) {
            this(expression, false);
        }

        @Override
        public Generation uncast() {
            return new Default(expression.withoutCast(), verbatim);
        }

        @Override
        public String toString() {
            return "Default[expression=" + expression + (verbatim ? ", verbatim]" : "]");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.defaultTo(this);
        }
    }

    /** {@code AUTO_INCREMENT} on the MySQL family; {@code serial}, a default from an owned sequence, on PostgreSQL. */
    enum AutoIncrement implements Generation {
        INSTANCE;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.autoIncrement();
        }

        @Override
        public boolean isCounter() {
            return true;
        }
    }

    /**
     * {@code GENERATED … AS IDENTITY} (SQL:2016, 4.15.11).
     *
     * @param sequence options of the sequence behind it that differ from the server's defaults, such as {@code start}
     */
    record Identity(Mode mode, Options sequence) implements Generation {
        /** Whether an INSERT may give a value itself. */
        public enum Mode {
            ALWAYS,
            BY_DEFAULT
        }

        public Identity(Mode mode) {
            this(mode, Options.none());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }

        @Override
        public boolean isCounter() {
            return true;
        }
    }

    /** {@code GENERATED ALWAYS AS (expression)}. */
    record Computed(Expression expression, Storage storage) implements Generation {
        /** Whether the value is stored in the row or computed when read. */
        public enum Storage {
            STORED,
            VIRTUAL
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.computed(this);
        }
    }

    /** One method per kind, so that a new kind does not compile until everyone has answered for it. */
    interface Visitor<R> {
        R none();

        R defaultTo(Default generation);

        R autoIncrement();

        R identity(Identity generation);

        R computed(Computed generation);
    }
}

package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that a name leads to where a table is wanted.
 *
 * @param kind what it is
 * @param definition the query of a view; empty for all others
 */
@API(status = Status.EXPERIMENTAL)
public record Relation(Kind kind, String definition) {
    /** The kinds that matter for a foreign key. */
    public enum Kind {
        TABLE("a table"),
        TEMPORARY_TABLE("a temporary table"),
        UNLOGGED_TABLE("an unlogged table"),
        VIEW("a view"),
        MATERIALIZED_VIEW("a materialized view"),
        OTHER("no table");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** With its article. */
        public String text() {
            return text;
        }
    }
}

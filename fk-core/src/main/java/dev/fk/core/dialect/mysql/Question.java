package dev.fk.core.dialect.mysql;

import java.util.List;
import java.util.stream.Stream;

/** A question to {@code information_schema}, and what its answer has beside the table, in the order of the columns. */
enum Question {
    TABLES("tables.sql", false, "kind", "engine", "collation", "options", "comment"),
    COLUMNS(
            "columns.sql",
            true,
            "c",
            "n",
            "type",
            "nullable",
            "dflt",
            "extra",
            "collation",
            "comment",
            "computed",
            "srid"),
    INDEXES(
            "indexes.sql",
            true,
            "i",
            "n",
            "c",
            "expression",
            "prefix",
            "direction",
            "non_unique",
            "method",
            "comment",
            "hidden"),
    FOREIGN_KEYS("foreign-keys.sql", false, "k", "delete_rule", "update_rule"),
    FOREIGN_KEY_COLUMNS("foreign-key-columns.sql", false, "k", "c", "n", "rs", "rt", "rc"),
    CHECKS("checks.sql", true, "k", "clause", "enforced", "level"),
    PARTITIONS(
            "partitions.sql",
            false,
            "n",
            "p",
            "method",
            "expression",
            "submethod",
            "subexpression",
            "bound",
            "comment"),
    VIEWS("views.sql", false, "c", "n"),
    TRIGGERS("triggers.sql", false, "k", "timing", "event"),
    SEQUENCES("sequences.sql", false, "kind"),
    VIEW_TEXTS("view-texts.sql", false, "body"),
    TRIGGER_TEXTS("trigger-texts.sql", false, "k", "body"),
    ROUTINE_TEXTS("routine-texts.sql", false, "kind", "body");

    /** Where every answer has the schema and the table, counted from 0. */
    static final int SCHEMA = 1;

    static final int TABLE = 2;

    private final String resource;
    private final boolean ofServer;
    /** Of all columns of the answer: few, so that looking through them takes less time than a map. */
    private final String[] labels;

    private final boolean hasNumbers;

    /** @param ofServer whether the two servers are asked in different words */
    Question(String resource, boolean ofServer, String... labels) {
        this.resource = resource;
        this.ofServer = ofServer;
        this.labels =
                Stream.concat(Stream.of("number", "s", "t"), Stream.of(labels)).toArray(String[]::new);
        this.hasNumbers = List.of(labels).contains("n");
    }

    /** How many columns the answer has. */
    int width() {
        return labels.length;
    }

    /** Where in a row of the answer a column stands, counted from 0. */
    int position(String label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals(label)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The answer to " + this + " has no " + label + ".");
    }

    /** Whether the answer says in which order its rows come, as {@code n}. */
    boolean hasNumbers() {
        return hasNumbers;
    }

    /** The question with its number in front, and NULLs behind that make it as wide as others. */
    String sql(boolean mariaDb, String schemas, int padded) {
        String server = mariaDb ? "mariadb-" : "mysql-";
        return Resource.text(ofServer ? server + resource : resource)
                .replace("{number}", String.valueOf(ordinal()))
                .replace("{padding}", ", NULL".repeat(padded - width()))
                .replace("{schemas}", schemas);
    }

    /** Those that reading tables asks. */
    static Question[] ofTables() {
        return new Question[] {TABLES, COLUMNS, INDEXES, FOREIGN_KEYS, FOREIGN_KEY_COLUMNS, CHECKS, PARTITIONS};
    }
}

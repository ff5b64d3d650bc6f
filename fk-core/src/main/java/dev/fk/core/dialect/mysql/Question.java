package dev.fk.core.dialect.mysql;

import java.util.HashMap;
import java.util.Map;

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

    /** Number of the question, schema, table: in every answer. */
    private static final int COMMON = 3;

    private final String resource;
    private final boolean ofServer;
    private final int width;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @param ofServer whether the two servers are asked in different words */
    Question(String resource, boolean ofServer, String... labels) {
        this.resource = resource;
        this.ofServer = ofServer;
        this.width = COMMON + labels.length;
        positions.put("s", COMMON - 2);
        positions.put("t", COMMON - 1);
        for (int i = 0; i < labels.length; i++) {
            positions.put(labels[i], COMMON + i);
        }
    }

    /** How many columns the answer has. */
    int width() {
        return width;
    }

    /** Where in a row of the answer a column stands, counted from 0. */
    int position(String label) {
        Integer position = positions.get(label);
        if (position == null) {
            throw new IllegalArgumentException("The answer to " + this + " has no " + label + ".");
        }
        return position;
    }

    /** Whether the answer says in which order its rows come, as {@code n}. */
    boolean hasNumbers() {
        return positions.containsKey("n");
    }

    /** The question with its number in front, and NULLs behind that make it as wide as others. */
    String sql(boolean mariaDb, String schemas, int padded) {
        String server = mariaDb ? "mariadb-" : "mysql-";
        return Resource.text(ofServer ? server + resource : resource)
                .replace("{number}", String.valueOf(ordinal()))
                .replace("{padding}", ", NULL".repeat(padded - width))
                .replace("{schemas}", schemas);
    }

    /** Those that reading tables asks. */
    static Question[] ofTables() {
        return new Question[] {TABLES, COLUMNS, INDEXES, FOREIGN_KEYS, FOREIGN_KEY_COLUMNS, CHECKS, PARTITIONS};
    }
}

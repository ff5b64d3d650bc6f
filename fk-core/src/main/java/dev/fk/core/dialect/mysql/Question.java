package dev.fk.core.dialect.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A question to {@code information_schema}, and what its answer has beside the table, in the order of the columns. */
enum Question {
    TABLES("tables.sql", false, Label.KIND, Label.ENGINE, Label.COLLATION, Label.OPTIONS, Label.COMMENT),
    COLUMNS(
            "columns.sql",
            true,
            Label.C,
            Label.N,
            Label.TYPE,
            Label.NULLABLE,
            Label.DFLT,
            Label.EXTRA,
            Label.COLLATION,
            Label.COMMENT,
            Label.COMPUTED,
            Label.SRID),
    INDEXES(
            "indexes.sql",
            true,
            Label.I,
            Label.N,
            Label.C,
            Label.EXPRESSION,
            Label.PREFIX,
            Label.DIRECTION,
            Label.NON_UNIQUE,
            Label.METHOD,
            Label.COMMENT,
            Label.HIDDEN),
    FOREIGN_KEYS("foreign-keys.sql", false, Label.K, Label.DELETE_RULE, Label.UPDATE_RULE),
    FOREIGN_KEY_COLUMNS("foreign-key-columns.sql", false, Label.K, Label.C, Label.N, Label.RS, Label.RT, Label.RC),
    CHECKS("checks.sql", true, Label.K, Label.CLAUSE, Label.ENFORCED, Label.LEVEL),
    PARTITIONS(
            "partitions.sql",
            false,
            Label.N,
            Label.P,
            Label.METHOD,
            Label.EXPRESSION,
            Label.SUBMETHOD,
            Label.SUBEXPRESSION,
            Label.BOUND,
            Label.COMMENT),
    VIEWS("views.sql", false, Label.C, Label.N),
    TRIGGERS("triggers.sql", false, Label.K, Label.TIMING, Label.EVENT),
    SEQUENCES("sequences.sql", false, Label.KIND),
    VIEW_TEXTS("view-texts.sql", false, Label.BODY),
    TRIGGER_TEXTS("trigger-texts.sql", false, Label.K, Label.BODY),
    ROUTINE_TEXTS("routine-texts.sql", false, Label.KIND, Label.BODY);

    /** Where every answer has the schema and the table, counted from 0. */
    static final int SCHEMA = 1;

    static final int TABLE = 2;

    private final String resource;
    private final boolean ofServer;
    private final int width;
    /** By the number of the label, so that a value is found without looking for its label; -1 where it is not asked for. */
    private final int[] positions = new int[Label.values().length];

    /** @param ofServer whether the two servers are asked in different words */
    Question(String resource, boolean ofServer, Label... labels) {
        this.resource = resource;
        this.ofServer = ofServer;
        List<Label> all = Stream.concat(Stream.of(Label.NUMBER, Label.S, Label.T), Stream.of(labels))
                .toList();
        this.width = all.size();
        Arrays.setAll(positions, i -> all.indexOf(Label.values()[i]));
    }

    /** How many columns the answer has. */
    int width() {
        return width;
    }

    boolean has(Label label) {
        return positions[label.ordinal()] >= 0;
    }

    /** Where in a row of the answer a column stands, counted from 0. */
    int position(Label label) {
        if (!has(label)) {
            throw new IllegalArgumentException("The answer to " + this + " has no " + label + ".");
        }
        return positions[label.ordinal()];
    }

    /** The question with its number in front, and NULLs behind that make it as wide as others. */
    String sql(boolean mariaDb, String schemas, int padded) {
        String server = mariaDb ? "mariadb-" : "mysql-";
        return Resource.text(ofServer ? server + resource : resource)
                .replace("{number}", Cells.marked(ordinal()))
                .replace("{padding}", ", NULL".repeat(padded - width()))
                .replace("{schemas}", schemas);
    }
}

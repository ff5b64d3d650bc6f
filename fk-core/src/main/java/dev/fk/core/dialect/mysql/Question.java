package dev.fk.core.dialect.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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
    VIEWS("views.sql", true, Label.C, Label.N),
    TRIGGERS("triggers.sql", false, Label.K, Label.TIMING, Label.EVENT),
    SEQUENCES("sequences.sql", false, Label.KIND),
    VIEW_TEXTS("view-texts.sql", false, Label.BODY),
    TRIGGER_TEXTS("trigger-texts.sql", false, Label.K, Label.BODY),
    ROUTINE_TEXTS("routine-texts.sql", false, Label.KIND, Label.BODY);

    /** Where every answer has the schema and the table, counted from 0. */
    static final int SCHEMA = 1;

    static final int TABLE = 2;

    private final Text mySql;
    private final Text mariaDb;
    private final int width;
    /** By the number of the label, so that a value is found without looking for its label; -1 where it is not asked for. */
    private final int[] positions = new int[Label.values().length];

    /** @param ofServer whether the two servers are asked in different words */
    Question(String resource, boolean ofServer, Label... labels) {
        this.mySql = Text.of(ofServer ? "mysql-" + resource : resource);
        this.mariaDb = ofServer ? Text.of("mariadb-" + resource) : mySql;
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

    /**
     * The question with its number in front, and NULLs behind that make it as wide as others.
     *
     * @param oneSchema whether {@code schemas} are a single one, which is then not asked for
     */
    String sql(boolean ofMariaDb, boolean oneSchema, String schemas, int padded) {
        Text text = ofMariaDb ? mariaDb : mySql;
        return (oneSchema ? text.ofOneSchema() : text.any())
                .replace("{number}", Cells.marked(ordinal()))
                .replace("{padding}", ", NULL".repeat(padded - width()))
                .replace("{schemas}", schemas);
    }

    /** In the words of one server, read once: that was almost half of what the client did to read ten tables. */
    private record Text(String any, String ofOneSchema) {
        private static final Pattern SCHEMA = Pattern.compile("[\\w.]+ AS s,");

        static Text of(String resource) {
            String any = Resource.text(resource);
            return new Text(any, SCHEMA.matcher(any).replaceAll("NULL AS s,"));
        }
    }
}

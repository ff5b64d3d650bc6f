package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sequences behind columns that count up. */
final class SequenceSql {
    private static final String NEXT = "fk.next";

    private SequenceSql() {}

    /** One that belongs to a column and gives it no values. */
    static List<String> createIdle(QualifiedName table, Column column, String name) {
        String quoted = Identifiers.quote(table.withName(name));
        return List.of("CREATE SEQUENCE " + quoted + as(column), owner(table, quoted), ownedBy(table, column, quoted));
    }

    static String dropIdle(QualifiedName table, String name) {
        return "DROP SEQUENCE " + Identifiers.quote(table.withName(name));
    }

    /** Lets a column count by a sequence of its own that has been idle, behind what it has given and behind the rows. */
    static List<String> resume(QualifiedName table, Column column, String name) {
        String quoted = Identifiers.quote(table.withName(name));
        String literal = SqlText.literal(quoted);
        List<String> statements = new ArrayList<>();
        if (column.type() instanceof DataType.Int) {
            statements.add("ALTER SEQUENCE " + quoted + as(column));
        }
        statements.add(ColumnSql.alter(table, column) + " SET DEFAULT nextval(" + literal + "::regclass)");
        statements.add(block("PERFORM setval(" + literal + ", greatest(" + afterRows(column.name()) + ", nextval("
                + literal + ")), false) FROM " + Identifiers.quote(table)));
        return statements;
    }

    /** Lets an identity go on after the greatest value there is, whatever other sequences belong to its column. */
    static String restartAfterRows(QualifiedName table, String column) {
        return block("EXECUTE 'ALTER TABLE '"
                + " || " + SqlText.literal(Identifiers.quote(table) + " ALTER COLUMN " + Identifiers.quote(column))
                + " || ' RESTART WITH ' || (SELECT " + afterRows(column) + " FROM " + Identifiers.quote(table) + ")");
    }

    /**
     * What {@code serial} stands for (manual, 8.1.4), for a column that is there, without where to begin. A sequence of a table
     * has its owner, who may be somebody else than the user of the session.
     */
    static List<String> create(QualifiedName table, Column column) {
        QualifiedName sequence = table.withName(Identifiers.shorten(table.name() + "_" + column.name() + "_seq"));
        String quoted = Identifiers.quote(sequence);
        return List.of(
                "CREATE SEQUENCE " + quoted + as(column),
                ColumnSql.alter(table, column) + " SET DEFAULT nextval(" + SqlText.literal(quoted) + "::regclass)",
                owner(table, quoted),
                ownedBy(table, column, quoted));
    }

    private static String as(Column column) {
        return column.type() instanceof DataType.Int ? " AS " + TypeSql.of(column.type()) : "";
    }

    private static String owner(QualifiedName table, String quoted) {
        return block("EXECUTE " + SqlText.literal("ALTER SEQUENCE " + quoted + " OWNER TO ")
                + " || (SELECT relowner::regrole FROM pg_class WHERE oid = "
                + SqlText.literal(Identifiers.quote(table)) + "::regclass)");
    }

    private static String ownedBy(QualifiedName table, Column column, String quoted) {
        return "ALTER SEQUENCE " + quoted + " OWNED BY " + Identifiers.quote(table) + "."
                + Identifiers.quote(column.name());
    }

    /** Lets the sequence go on after the greatest value there is. A block, because a batch has no place for a result. */
    static String continueAfterRows(QualifiedName table, String column) {
        return block("PERFORM setval(" + owned(table, column) + ", " + afterRows(column) + ", false) FROM "
                + Identifiers.quote(table));
    }

    /** As {@link #continueAfterRows}, and no earlier than the sequence before it would have gone on: rows may be gone. */
    static String continueAsBefore(QualifiedName table, String column) {
        return block("PERFORM setval(" + owned(table, column) + ", greatest(" + afterRows(column)
                + ", nullif(current_setting('" + NEXT + "', true), '')::bigint), false) FROM "
                + Identifiers.quote(table));
    }

    private static String afterRows(String column) {
        return "coalesce(max(" + Identifiers.quote(column) + "), 0) + 1";
    }

    /** Keeps in the session what the sequence of a column would give out next, for {@link #continueAsBefore}. */
    static String remember(QualifiedName table, String column) {
        String owned = owned(table, column);
        return "DO $fk$ DECLARE next text; BEGIN EXECUTE 'SELECT last_value + CASE WHEN is_called THEN"
                + " (SELECT seqincrement FROM pg_sequence WHERE seqrelid = $1) ELSE 0 END FROM ' || " + owned
                + " INTO next USING " + owned + "::regclass::oid; PERFORM set_config('" + NEXT
                + "', next, false); END $fk$";
    }

    static String dropOwned(QualifiedName table, String column) {
        return block("EXECUTE 'DROP SEQUENCE ' || " + owned(table, column));
    }

    static String alterOwned(QualifiedName table, String column, String options) {
        return block("EXECUTE 'ALTER SEQUENCE ' || " + owned(table, column) + " || " + SqlText.literal(" " + options));
    }

    private static String owned(QualifiedName table, String column) {
        return "pg_get_serial_sequence(" + SqlText.literal(Identifiers.quote(table)) + ", " + SqlText.literal(column)
                + ")";
    }

    private static String block(String statement) {
        return "DO $fk$ BEGIN " + statement + "; END $fk$";
    }

    /** One option of a sequence; without a value of its own the server's default. */
    static String option(String key, Options options) {
        String value = options.get(key).orElse("");
        return switch (key) {
            case Keys.START -> "START WITH " + (value.isEmpty() ? "1" : value);
            case Keys.INCREMENT -> "INCREMENT BY " + (value.isEmpty() ? "1" : value);
            case Keys.CACHE -> "CACHE " + (value.isEmpty() ? "1" : value);
            case Keys.CYCLE -> options.has(key) ? "CYCLE" : "NO CYCLE";
            default ->
                value.isEmpty() ? "NO " + key.toUpperCase(Locale.ROOT) : key.toUpperCase(Locale.ROOT) + " " + value;
        };
    }
}

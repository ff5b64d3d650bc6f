package dev.fk.core.script;

import dev.fk.core.dialect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows behind {@code COPY … FROM STDIN}, which psql sends, in PostgreSQL's text format.
 *
 * @param rows as they are written, a line each
 * @param end where the next statement begins
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, File Formats</a>
 */
record CopiedRows(List<String> rows, int end) {
    private static final int AT_ONCE = 500;
    private static final String LAST = "\\.";
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)");
    private static final String LETTERS = "bfnrtv";
    private static final String CONTROLS = "\b\f\n\r\t\u000B";

    /**
     * Table and columns, if the statement wants rows.
     *
     * @throws ClientCommandException if it wants them in another format
     */
    static Optional<String> target(Tokenizer tokens, int count, String script, int line) {
        if (!tokens.token(0).is("COPY")) {
            return Optional.empty();
        }
        int last = count - 1;
        while (last > 1 && !tokens.token(last).is("STDIN")) {
            last--;
        }
        if (last < 3) {
            return Optional.empty();
        }
        if (last < count - 1) {
            throw new ClientCommandException(
                    line,
                    "COPY … FROM STDIN is followed by rows, which psql sends. They are understood as pg_dump writes them,"
                            + " without options. Leave the options out, or write the rows as INSERT.");
        }
        return Optional.of(
                script.substring(tokens.token(1).start(), tokens.token(last - 2).end()));
    }

    /** From the line after this position on. */
    static CopiedRows from(int position, String script) {
        List<String> rows = new ArrayList<>();
        int start = afterLine(position, script);
        while (start < script.length()) {
            int next = afterLine(start, script);
            String row = script.substring(start, next).replaceFirst("\\r?\\n$", "");
            start = next;
            if (row.equals(LAST)) {
                break;
            }
            rows.add(row);
        }
        return new CopiedRows(List.copyOf(rows), start);
    }

    private static int afterLine(int position, String script) {
        int end = script.indexOf('\n', position);
        return end < 0 ? script.length() : end + 1;
    }

    /**
     * The same rows as statements of a server.
     *
     * @param line of the statement before them
     */
    List<ScriptStatement> inserts(String target, int line) {
        List<ScriptStatement> inserts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += AT_ONCE) {
            String values = rows.subList(i, Math.min(rows.size(), i + AT_ONCE)).stream()
                    .map(CopiedRows::values)
                    .collect(Collectors.joining(",\n"));
            // COPY writes columns that are GENERATED ALWAYS AS IDENTITY, INSERT wants to be told
            inserts.add(new ScriptStatement(
                    line + 1 + i, new Sql("INSERT INTO " + target + " OVERRIDING SYSTEM VALUE VALUES\n" + values)));
        }
        return inserts;
    }

    private static String values(String row) {
        return Stream.of(row.split("\t", -1)).map(CopiedRows::value).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A string without a type, of which PostgreSQL makes what COPY would make of it. */
    private static String value(String field) {
        if (field.equals("\\N")) {
            return "NULL";
        }
        String text = ESCAPED.matcher(field).replaceAll(m -> Matcher.quoteReplacement(meant(m.group(1))));
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String meant(String escaped) {
        char first = escaped.charAt(0);
        if (first == 'x' && escaped.length() > 1) {
            return Character.toString(Integer.parseInt(escaped.substring(1), 16));
        }
        if (first >= '0' && first <= '7') {
            return Character.toString(Integer.parseInt(escaped, 8));
        }
        int control = LETTERS.indexOf(first);
        return control < 0 ? escaped : CONTROLS.substring(control, control + 1);
    }
}

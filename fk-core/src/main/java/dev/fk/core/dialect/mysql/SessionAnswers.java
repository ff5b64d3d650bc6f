package dev.fk.core.dialect.mysql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Settings of a session in which a server answers in part, or in words that nobody could tell apart. */
final class SessionAnswers {
    private static final String LIMIT = "sql_select_limit";
    private static final String QUOTES = "sql_quote_show_create";
    private static final String PADDING = "PAD_CHAR_TO_FULL_LENGTH";
    /** The usual is 2^64 - 1; who wants no limit may also write this. */
    private static final BigDecimal NO_LIMIT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private SessionAnswers() {}

    /** Before anything is read: what a server left out looks like what is not there. */
    static void refuseUnlikeUsual(ResultSet session) throws SQLException {
        List<String> problems = new ArrayList<>();
        BigDecimal limit = session.getBigDecimal(LIMIT);
        if (limit.compareTo(NO_LIMIT) < 0) {
            problems.add(
                    LIMIT + " is " + limit + " in its sessions: the server ends each answer after so many rows without"
                            + " a word, and what it leaves out would seem not to be there. Take " + LIMIT
                            + ", or maxRows, out of"
                            + " the URL or the options of the pool, or begin sessions with SET " + LIMIT
                            + " = 18446744073709551615.");
        }
        if (session.getInt(QUOTES) == 0) {
            problems.add(
                    QUOTES + " is 0 in its sessions: SHOW CREATE TABLE leaves names without quotes, so that they cannot"
                            + " be told from what stands beside them. Begin sessions with SET " + QUOTES + " = 1.");
        }
        if (session.getString("sql_mode").contains(PADDING)) {
            problems.add("sql_mode has " + PADDING + " in its sessions: texts of CHAR come back longer than they were,"
                    + " those of the catalog as well. Begin sessions without it.");
        }
        if (!problems.isEmpty()) {
            throw new SQLException(String.join("\n", problems));
        }
    }
}

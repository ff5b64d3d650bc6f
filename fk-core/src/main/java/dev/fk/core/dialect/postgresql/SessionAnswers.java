package dev.fk.core.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Settings of a session in which a server has other words for what it keeps, or keeps something else than it is told. */
final class SessionAnswers {
    private static final String USUAL =
            ". Take it out of the URL, of the options of the pool, or of the role (ALTER ROLE … RESET %s),"
                    + " or begin sessions with SET %1$s = %s.";

    private SessionAnswers() {}

    /** Measured on 18.6: a default {@code nextval} is not known for what it is; of {@code 'a\b'} the server keeps {@code ab}. */
    static void refuseUnlikeUsual(ResultSet session) throws SQLException {
        List<String> problems = new ArrayList<>();
        if (!session.getBoolean("plain_backslashes")) {
            problems.add(
                    "standard_conforming_strings is off in its sessions: the server takes a backslash in a text for the"
                            + " beginning of an escape, in defaults and checks as well"
                            + USUAL.formatted("standard_conforming_strings", "on"));
        }
        if (session.getBoolean("quotes_all_names")) {
            problems.add(
                    "quote_all_identifiers is on in its sessions: the server writes expressions in other words than usual,"
                            + " so that all of them would seem to differ from what was declared"
                            + USUAL.formatted("quote_all_identifiers", "off"));
        }
        if (!problems.isEmpty()) {
            throw new SQLException(String.join("\n", problems));
        }
    }
}

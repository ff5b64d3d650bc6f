package dev.fk.core.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a server said when it refused a statement, in the terms that every driver has. The words are in the language that the
 * server is set to; names and numbers in them are in none.
 *
 * @param code the vendor's number; PostgreSQL has none and its driver says 0
 * @param state the SQLSTATE; empty if the driver gives none
 * @param fields what the server says apart from the words
 */
@API(status = Status.EXPERIMENTAL)
public record ServerError(int code, String state, String message, ErrorFields fields) {
    /** As servers put names into them, each in its language; one that has no such letters writes two signs for one. */
    private static final String OPENING = "[\"'`«»„“”‘’‚「『]|<<|>>|,,";

    private static final String CLOSING = "[\"'`«»„“”‘’‚」』]|<<|>>";

    /** MariaDB's driver says it first; its number is none of the server's: one of 121 is not InnoDB's error 121. */
    private static final Pattern CONNECTION = Pattern.compile("^\\(conn=\\d+\\) ");

    /** French puts blanks inside, most of them such that no line breaks there. */
    private static final String FRENCH = "(?:«|<<)[\\h?]%s[\\h?](?:»|>>)";

    private static final Pattern QUOTED = Pattern.compile("(?:" + OPENING + ")\\h?(.+?)\\h?(?:" + CLOSING + ")");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_$\"'`«»„“”.=-])\\d+(?![\\p{L}\\p{N}_$\"'`«»“”])");

    public ServerError(int code, String state, String message) {
        this(code, state, message, ErrorFields.none());
    }

    /** What a driver has thrown; for a batch, what the server said, without what PostgreSQL's driver says around it. */
    public static ServerError of(SQLException thrown) {
        return thrown instanceof BatchUpdateException && thrown.getCause() instanceof SQLException said
                ? error(said)
                : error(thrown);
    }

    private static ServerError error(SQLException thrown) {
        return new ServerError(
                thrown.getErrorCode(),
                Objects.requireNonNullElse(thrown.getSQLState(), ""),
                CONNECTION
                        .matcher(Objects.requireNonNullElse(thrown.getMessage(), ""))
                        .replaceFirst(""),
                ErrorFields.of(thrown));
    }

    /** Whether the server speaks of something of this name. */
    public boolean names(String name) {
        if (name.isEmpty()) {
            return false;
        }
        String quoted = Pattern.quote(name);
        return List.of(fields.table(), fields.column(), fields.constraint()).contains(name)
                || message.contains('`' + name.replace("`", "``") + '`')
                || Pattern.compile("(?:" + OPENING + ")" + quoted + "(?:" + CLOSING + ")|" + FRENCH.formatted(quoted))
                        .matcher(message)
                        .find();
    }

    /** What stands in quotes in the words, in its order. */
    public List<String> quoted() {
        return QUOTED.matcher(message).results().map(m -> m.group(1)).toList();
    }

    /** The whole numbers in the words that are no part of a name, in their order. */
    public List<Long> numbers() {
        return NUMBER.matcher(message)
                .results()
                .filter(m -> m.group().length() < 18)
                .map(m -> Long.parseLong(m.group()))
                .toList();
    }
}

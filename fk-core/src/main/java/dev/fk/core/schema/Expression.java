package dev.fk.core.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SQL text that fk does not look into: a default, a check, a generated column, an index predicate.
 */
@API(status = Status.EXPERIMENTAL)
public record Expression(String sql) {
    private static final Pattern CAST_LITERAL = Pattern.compile("('(?:[^']|'')*+')::[\\w \".]+(?:\\(\\d+\\))?");

    public Expression {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("An expression needs SQL text, but this one is blank.");
        }
    }

    /**
     * Whether the column's name occurs as a word, quoted or not. It may also be a word in a string or the name of a function:
     * a yes is a maybe, a no is a no.
     */
    public boolean mayMention(String column) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
                .matcher(sql)
                .find();
    }

    /** A literal without its type behind it, as PostgreSQL shows one ({@code 'a'::mood}); this, if it is not one. */
    public Expression withoutCast() {
        Matcher literal = CAST_LITERAL.matcher(sql);
        return literal.matches() ? new Expression(literal.group(1)) : this;
    }

    @Override
    public String toString() {
        return sql;
    }
}

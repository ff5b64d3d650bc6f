package dev.fk.core.dialect.mysql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application-time period of MariaDB, of which a table has at most one: {@code `stay` (`arrival`, `departure`)}. */
record Period(String name, String start, String end) {
    private static final String NAME = "(`(?:[^`]|``)++`|[^`\\s(),]+)";
    private static final Pattern FORM =
            Pattern.compile("\\s*" + NAME + "\\s*\\(\\s*" + NAME + "\\s*,\\s*" + NAME + "\\s*\\)\\s*");
    /** The check that the catalog shows for a period, which has its name (MariaDB 10.11.18, 11.8.9). */
    private static final Pattern CHECK = Pattern.compile("(`(?:[^`]|``)++`) < (`(?:[^`]|``)++`)");

    static Optional<Period> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Period(plain(matcher.group(1)), plain(matcher.group(2)), plain(matcher.group(3))))
                : Optional.empty();
    }

    /** The columns that such a check compares; none if it is another check for certain. */
    static List<String> checked(String clause) {
        Matcher matcher = CHECK.matcher(clause);
        return matcher.matches() ? List.of(plain(matcher.group(1)), plain(matcher.group(2))) : List.of();
    }

    private static String plain(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    boolean isOn(String column) {
        return start.equalsIgnoreCase(column) || end.equalsIgnoreCase(column);
    }

    /** The columns of a key without overlaps that are not its last two, which are those of the period. */
    static List<String> declared(List<String> completed) {
        return completed.subList(0, Math.max(0, completed.size() - 2));
    }

    @Override
    public String toString() {
        return Identifiers.quote(name) + " (" + Identifiers.quote(List.of(start, end)) + ")";
    }
}

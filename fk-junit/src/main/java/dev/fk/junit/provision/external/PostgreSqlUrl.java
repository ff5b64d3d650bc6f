package dev.fk.junit.provision.external;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL in its parts. The short forms of the driver mean the server on this machine.
 *
 * @param hosts one or several, with or without ports
 * @param parameters with the question mark, or empty
 */
record PostgreSqlUrl(String hosts, String database, String parameters) implements ServerUrl {
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql:(?://([^/?]*)/?|/)?([^/?]*)(\\?.*)?");
    private static final Pattern SECRET = Pattern.compile("(?<=[?&])password=[^&]*&?");
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");

    static PostgreSqlUrl parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "fk.postgresql.url is '" + SECRET.matcher(url).replaceAll("")
                            + "', expected something like jdbc:postgresql://localhost:5432/postgres.");
        }
        return new PostgreSqlUrl(part(matcher, 1, "localhost"), part(matcher, 2, "postgres"), part(matcher, 3, ""));
    }

    private static String part(Matcher matcher, int group, String otherwise) {
        return Optional.ofNullable(matcher.group(group))
                .filter(s -> !s.isEmpty())
                .orElse(otherwise);
    }

    @Override
    public PostgreSqlUrl withDatabase(String other) {
        return new PostgreSqlUrl(hosts, other, parameters);
    }

    @Override
    public String secret() {
        return "jdbc:postgresql://" + hosts + "/" + database + parameters;
    }

    @Override
    public Optional<String> user() {
        Matcher matcher = USER.matcher(parameters);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Of the first host and port. */
    @Override
    public String client(Optional<String> user) {
        return "psql postgresql://" + user.map(u -> u + "@").orElse("") + hosts.split(",", -1)[0] + "/" + database;
    }

    /** Without the password. */
    @Override
    public String toString() {
        String shown = SECRET.matcher(parameters).replaceAll("").replaceAll("[?&]$", "");
        return "jdbc:postgresql://" + hosts + "/" + database + shown;
    }
}

package dev.fk.junit.provision.external;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");

    static PostgreSqlUrl parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("fk.postgresql.url is '" + Shown.url(url)
                    + "', expected something like jdbc:postgresql://localhost:5432/postgres.");
        }
        if (part(matcher, 1, "").contains("@")) {
            throw new IllegalArgumentException(
                    "fk.postgresql.url is '" + Shown.url(url) + "' with a user before the host,"
                            + " which the driver takes for a part of its name. Set fk.postgresql.user and fk.postgresql.password.");
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
        return matcher.find()
                ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Of the first host and port. */
    @Override
    public String client(Optional<String> user) {
        return "psql "
                + Shown.word("postgresql://" + user.map(PostgreSqlUrl::encoded).orElse("") + hosts.split(",", -1)[0]
                        + "/" + database);
    }

    private static String encoded(String user) {
        return URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20") + "@";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return Shown.url(secret());
    }
}

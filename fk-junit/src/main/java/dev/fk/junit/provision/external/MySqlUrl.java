package dev.fk.junit.provision.external;

import dev.fk.junit.provision.server.ServerKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL of MySQL or MariaDB in its parts; both servers speak to both drivers.
 *
 * @param client the command line client
 * @param scheme up to the two slashes, such as {@code jdbc:mysql:loadbalance:}
 * @param authority hosts with or without ports; Connector/J lets users and passwords be here, too
 * @param database may be empty
 * @param parameters with the question mark, or empty
 */
record MySqlUrl(String client, String scheme, String authority, String database, String parameters)
        implements ServerUrl {
    private static final Pattern FORM =
            Pattern.compile("(jdbc:(?:mysql|mariadb):(?:[a-z+:]*:)?)//([^/?]*)(?:/([^?]*))?(\\?.*)?");
    private static final Pattern ACCOUNT = Pattern.compile("([^@,()]*)@");
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");
    private static final Pattern USER_OF_HOST = Pattern.compile("(?i)[(,]\\s*user=([^,)]*)");
    private static final Pattern HOST = Pattern.compile("(?i)[(,]\\s*host=([^,)]*)");
    private static final Pattern PORT = Pattern.compile("(?i)[(,]\\s*port=(\\d+)");

    static MySqlUrl parse(ServerKind kind, String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("fk." + kind.dialect() + ".url is '" + Shown.url(url)
                    + "', expected something like jdbc:" + kind.dialect() + "://localhost:3306/.");
        }
        return new MySqlUrl(
                kind.dialect().equals("mysql") ? "mysql" : "mariadb",
                matcher.group(1),
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)).orElse(""),
                Optional.ofNullable(matcher.group(4)).orElse(""));
    }

    @Override
    public MySqlUrl withDatabase(String other) {
        return new MySqlUrl(client, scheme, authority, other, parameters);
    }

    @Override
    public String secret() {
        return scheme + "//" + authority + "/" + database + parameters;
    }

    @Override
    public Optional<String> user() {
        Matcher parameter = USER.matcher(parameters);
        if (parameter.find()) {
            return Optional.of(URLDecoder.decode(parameter.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        Matcher ofHost = USER_OF_HOST.matcher(authority);
        if (ofHost.find()) {
            return Optional.of(ofHost.group(1));
        }
        Matcher account = ACCOUNT.matcher(authority);
        return account.find() ? Optional.of(account.group(1).replaceAll(":.*", "")) : Optional.empty();
    }

    /** Of the first host. */
    @Override
    public String client(Optional<String> user) {
        String[] host = firstHost().split(":(?=\\d+$)", 2);
        return client
                + " -h " + (host[0].isEmpty() ? "127.0.0.1" : Shown.word(host[0].replaceAll("[\\[\\]]", "")))
                + (host.length > 1 ? " -P " + host[1] : "")
                + user.map(u -> " -u " + Shown.word(u)).orElse("")
                + " -p " + database;
    }

    /** {@code host:port}, however it is written. */
    private String firstHost() {
        Matcher host = HOST.matcher(authority);
        if (!host.find()) {
            return authority.replaceAll("^[^@]*@", "").split(",", -1)[0];
        }
        Matcher port = PORT.matcher(authority);
        return host.group(1) + (port.find() ? ":" + port.group(1) : "");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return Shown.url(secret());
    }
}

package dev.fk.core.cli;

import java.util.regex.Pattern;

/**
 * The user and the password in a JDBC URL, behind the question mark or, as MySQL Connector/J alone takes them, before the host.
 * The drivers do not agree on who counts if properties name another user: the properties for MySQL's (9.7.0), the URL for
 * PostgreSQL's (42.7.14), MariaDB's (3.5.11), and before the host for MySQL's as well.
 */
record UrlCredentials(String url) {
    static final String USER = "user";
    static final String PASSWORD = "password";

    private static final Pattern BEFORE_HOST = Pattern.compile("//([^/:@?]*)(:[^?]*)?@");

    /** Whether it says this one of {@link #USER} and {@link #PASSWORD}. */
    boolean says(String name) {
        return !without(name).equals(url);
    }

    /** The same URL, so that what else says it counts. */
    String without(String name) {
        String host = BEFORE_HOST.matcher(url).replaceFirst(name.equals(USER) ? "//" : "//$1@");
        int query = host.indexOf('?');
        return query < 0
                ? host
                : host.substring(0, query)
                        + host.substring(query)
                                .replaceAll("(?<=[?&])" + name + "=[^&]*(&|$)", "")
                                .replaceAll("[?&]$", "");
    }
}

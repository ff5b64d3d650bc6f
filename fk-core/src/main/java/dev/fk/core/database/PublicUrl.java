package dev.fk.core.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A JDBC URL as anybody may read it. MySQL Connector/J reports the URL it was given, password and all (9.7.0); the
 * drivers of MariaDB and PostgreSQL mask or leave out what is secret.
 */
final class PublicUrl {
    private PublicUrl() {}

    /** Without the user before the host, and without every parameter that may hold a secret. */
    static String of(String url) {
        String anonymous = url.replaceFirst("//[^/@?]*@", "//");
        int query = anonymous.indexOf('?');
        if (query < 0) {
            return anonymous;
        }
        String harmless = Arrays.stream(anonymous.substring(query + 1).split("&", -1))
                .filter(parameter -> !isSecret(parameter))
                .collect(Collectors.joining("&"));
        return anonymous.substring(0, query) + (harmless.isEmpty() ? "" : "?" + harmless);
    }

    private static boolean isSecret(String parameter) {
        String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        return name.startsWith("user")
                || name.contains("password")
                || name.contains("token")
                || name.contains("secret");
    }
}

package dev.fk.core.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A JDBC URL as anybody may read it. MySQL Connector/J reports the URL it was given, password and all (9.7.0); the
 * drivers of MariaDB and PostgreSQL mask or leave out what is secret.
 */
@API(status = Status.INTERNAL)
public final class PublicUrl {
    private static final String SECRET = "\\w*(?:user|password|token|secret)\\w*";

    private PublicUrl() {}

    /**
     * Without the user before each host, without every parameter that may hold a secret, and without what is none: it
     * may be the rest of one, behind an ampersand that should have been escaped.
     */
    public static String of(String url) {
        String anonymous = location(url);
        int query = url.indexOf('?');
        if (query < 0) {
            return anonymous;
        }
        String harmless = Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(parameter -> parameter.contains("=") && !isSecret(parameter))
                .collect(Collectors.joining("&"));
        return anonymous + (harmless.isEmpty() ? "" : "?" + harmless);
    }

    /**
     * Up to the question mark. Before a host everything is left out that an @ follows, and what looks like a port and is none:
     * a password may have characters in it that should have been escaped. MySQL Connector/J also takes {@code
     * (host=h,password=x)} and {@code address=(host=h)(password=x)} for a host.
     */
    public static String location(String url) {
        return url.replaceFirst("[?;].*", "")
                .replaceAll("(?<=//|,|\\[)[^,\\[]*@", "")
                .replaceAll("(?<=//[^\\[/]{0,255}):(?!\\d*(?:[,/]|$))[^,/]*", "")
                .replaceAll("(?i)([(,]" + SECRET + ")=[^,()]*", "$1=…");
    }

    private static boolean isSecret(String parameter) {
        return parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT).matches(SECRET);
    }
}

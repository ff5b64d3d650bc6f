package dev.fk.core.cli;

import dev.fk.core.database.DatabaseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why there is no connection. Drivers say that it failed; why, such as a host that nobody knows, is often said by what caused
 * that alone. Those that do not understand a URL quote it, or parts of it.
 */
record ConnectionFailure(String url, DatabaseException failed) {
    private static final Pattern BEFORE_HOST = Pattern.compile("(?<=//|,)[^,]*@|(?<=//)[^/]*:[^/]*");
    private static final Pattern OTHERS = Pattern.compile("jdbc:(postgresql|mariadb):(?:\\w+:)?//[^?]*@.*");

    String why() {
        Throwable told = Optional.ofNullable(failed.getCause()).orElse(failed);
        String text =
                discreet(String.valueOf(told.getMessage()).lines().findFirst().orElse(""));
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = discreet(String.valueOf(root.getMessage()));
        return (text.contains(reason) ? text : text + " (" + root.getClass().getSimpleName() + ": " + reason + ")")
                + remedy();
    }

    private String remedy() {
        return OTHERS.matcher(url).matches()
                ? ". This driver takes what stands before an @ for a part of the host: say user and password behind the"
                        + " question mark, or with --user and --password."
                : "";
    }

    /** Without what stands before a host in the URL, whole or in the pieces that a driver makes of it. */
    private String discreet(String text) {
        String discreet = text.replaceAll("[^\\s:@/]+:[^\\s@/]*@", "");
        Matcher secrets = BEFORE_HOST.matcher(url);
        while (secrets.find()) {
            String secret = secrets.group().replaceFirst("^[^:]*:", "");
            discreet = Stream.of(secret.split("[@/?:,\\[\\]]"))
                    .filter(piece -> !piece.matches("\\d*|\\d+\\.\\d+\\.\\d+\\.\\d+"))
                    .reduce(discreet, ConnectionFailure::without);
        }
        return discreet;
    }

    private static String without(String text, String piece) {
        return text.replaceAll("(?<!\\w)" + Pattern.quote(piece) + "(?!\\w)", "…");
    }
}

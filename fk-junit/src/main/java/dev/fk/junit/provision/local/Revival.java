package dev.fk.junit.provision.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a shell brings a server back whose data was kept.
 *
 * @param running succeeds while the server runs
 * @param start returns when it can be connected to
 * @param stop ends it
 * @param client opens a database, which is added; {@code %s} stands for the client
 */
record Revival(String running, String start, String stop, String client) {
    static String quoted(Path path) {
        return "'" + path + "'";
    }

    /** As one command of a shell. */
    static String quoted(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[A-Za-z0-9_./=-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
    }
}

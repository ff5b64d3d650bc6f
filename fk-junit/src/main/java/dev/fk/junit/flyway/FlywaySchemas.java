package dev.fk.junit.flyway;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.ServerInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schemas that settings of Flyway name. On the MySQL family these are databases: Flyway would create them beside that of
 * the test, or use those that are there, whosever they are.
 */
record FlywaySchemas(Map<String, String> settings) {
    private static final List<String> SETTINGS = List.of("flyway.defaultSchema", "flyway.schemas");

    void requireWithin(Database database) {
        ServerInfo server = database.server();
        if (server.defaultSchema().equals(server.database())) {
            Set<String> others = new LinkedHashSet<>();
            names().filter(n -> !n.equalsIgnoreCase(server.database())).forEach(others::add);
            if (!others.isEmpty()) {
                throw new IllegalArgumentException("The settings "
                        + String.join(
                                " and ",
                                SETTINGS.stream().filter(settings::containsKey).toList())
                        + " name " + String.join(", ", others) + ". On " + server + " a schema is a database, so that"
                        + " Flyway would work outside of that of the test, " + server.database() + ", and nobody would"
                        + " look there or clean up. Nothing has run. Leave these settings out on this server: Flyway then"
                        + " migrates the database that it is connected to, and ${flyway:defaultSchema} in scripts is its"
                        + " name.");
            }
        }
    }

    private Stream<String> names() {
        return SETTINGS.stream()
                .flatMap(s -> Stream.of(settings.getOrDefault(s, "").split(",")))
                .map(String::strip)
                .filter(n -> !n.isEmpty());
    }
}

package dev.fk.junit.provision.external;

import dev.fk.junit.provision.server.ServerKind;
import java.util.Optional;

/** A JDBC URL in its parts. Its text is without the password. */
sealed interface ServerUrl permits PostgreSqlUrl, MySqlUrl {
    static ServerUrl parse(ServerKind kind, String url) {
        return switch (kind) {
            case POSTGRESQL -> PostgreSqlUrl.parse(url);
            case MYSQL, MARIADB -> MySqlUrl.parse(kind, url);
        };
    }

    ServerUrl withDatabase(String other);

    /** As configured, password included. */
    String secret();

    Optional<String> user();

    /** A shell command that opens the database. */
    String client(Optional<String> user);
}

package dev.fk.junit.provision;

import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;

/** Servers on which it is seen in different ways what was written. */
enum CleanedServer {
    POSTGRESQL(ServerKind.POSTGRESQL),
    MYSQL(ServerKind.MYSQL),
    /** With the Performance Schema, as MySQL is if nobody says otherwise. */
    MYSQL_THAT_COUNTS(ServerKind.MYSQL),
    MARIADB(ServerKind.MARIADB);

    private final ServerKind kind;

    CleanedServer(ServerKind kind) {
        this.kind = kind;
    }

    ServerKind kind() {
        return kind;
    }

    Server server(Docker docker) {
        return this == MYSQL_THAT_COUNTS ? docker.counting() : docker.server(kind);
    }
}

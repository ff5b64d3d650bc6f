package dev.fk.junit.report;

import dev.fk.core.dialect.ServerInfo;

/** How a script is run by hand. */
final class Clients {
    private Clients() {}

    static String command(ServerInfo server, String file) {
        return switch (server.dialect().id()) {
            case "postgresql" -> "createdb repro && psql -d repro -f " + file;
            case "mariadb" -> "mariadb -e 'CREATE DATABASE repro' && mariadb --force repro < " + file;
            default -> "mysql -e 'CREATE DATABASE repro' && mysql --force repro < " + file;
        };
    }
}

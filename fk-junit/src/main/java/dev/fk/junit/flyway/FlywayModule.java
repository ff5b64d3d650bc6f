package dev.fk.junit.flyway;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.Libraries;

/** What Flyway needs beside its core for one kind of server; it would say no more than that it does not know the server. */
enum FlywayModule {
    POSTGRESQL("org.flywaydb.database.postgresql.PostgreSQLDatabaseType", "flyway-database-postgresql"),
    MYSQL("org.flywaydb.database.mysql.MySQLDatabaseType", "flyway-mysql"),
    MARIADB("org.flywaydb.database.mysql.mariadb.MariaDBDatabaseType", "flyway-mysql");

    private final String type;
    private final String artifact;

    FlywayModule(String type, String artifact) {
        this.type = type;
        this.artifact = artifact;
    }

    static void requireFor(Database database) {
        for (FlywayModule module : values()) {
            if (module.name().equalsIgnoreCase(database.dialect().id().id()) && !Libraries.present(module.type)) {
                throw new IllegalStateException(
                        "Flyway's module for " + database.server() + " is not on the class path. Add org.flywaydb:"
                                + module.artifact + " in the version of flyway-core.");
            }
        }
    }
}

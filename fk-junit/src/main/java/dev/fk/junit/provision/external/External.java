package dev.fk.junit.provision.external;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A server that somebody else runs. fk creates databases of its own there, named {@code fk_…}, drops these and no others,
 * and leaves the database of the URL as it is.
 */
@API(status = Status.INTERNAL)
public final class External implements Provisioner {
    @Override
    public String name() {
        return "external";
    }

    @Override
    public Availability available(ServerRequest request) {
        String key = "fk." + request.dialect() + ".url";
        if (request.setting("url").isEmpty()) {
            return Availability.no(
                    key + " is not set.",
                    "Set it to the JDBC URL of a server where databases can be created, and " + "fk."
                            + request.dialect() + ".user and .password.");
        }
        if (!request.dialect().equals("postgresql")) {
            return Availability.no("no databases can be made on " + request.dialect() + " yet.", "Use postgresql.");
        }
        return Availability.yes();
    }

    @Override
    public Server start(ServerRequest request) {
        PostgreSqlUrl url = PostgreSqlUrl.parse(request.setting("url").orElseThrow());
        ExternalServer server = new ExternalServer(url, request.setting("user"), request.setting("password"));
        try {
            server.admin().getConnection().close();
            return server;
        } catch (SQLException e) {
            throw new ServerStartException(
                    "fk.postgresql.url is set to " + url + ", but no connection is to be had: " + e.getMessage()
                            + "\nStart that server, correct the setting, or remove it to let fk start one.",
                    e);
        }
    }
}

package dev.fk.junit.provision.external;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.Silence;
import dev.fk.junit.provision.server.ServerKind;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
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
        Optional<ServerKind> kind = ServerKind.of(request);
        if (kind.isEmpty()) {
            return ServerKind.unknown(request);
        }
        if (request.setting("url").isEmpty()) {
            return Availability.no(
                    key + " is not set.",
                    "Set it to the JDBC URL of a server where databases can be created, and " + "fk."
                            + request.dialect() + ".user and .password.");
        }
        return kind.get().driver().isPresent() ? Availability.yes() : kind.get().driverMissing();
    }

    @Override
    public Server start(ServerRequest request) {
        ServerKind kind = ServerKind.of(request).orElseThrow();
        ServerUrl url = ServerUrl.parse(kind, request.setting("url").orElseThrow());
        ExternalServer server;
        try {
            server = new ExternalServer(kind, url, request.setting("user"), request.setting("password"));
        } catch (SQLException e) {
            if (isForNoDriver(url)) {
                // without the cause: there the driver manager shows the whole URL
                throw new ServerStartException("fk." + kind.dialect() + ".url is set to " + url
                        + ", which no driver on the class path takes.\n" + kind.remedyForScheme(url.secret()));
            }
            String message = "fk." + kind.dialect() + ".url is set to " + url + ", but no connection is to be had: "
                    + reason(e)
                    + "\nStart that server, correct the setting, or remove it to let fk start one.";
            throw Silence.isBehind(e)
                    ? ServerStartException.unavailable(message, e)
                    : new ServerStartException(message, e);
        }
        ServerInfo info = Database.of(server.admin()).server();
        if (!info.dialect().id().equals(kind.dialect())) {
            throw new ServerStartException("fk." + kind.dialect() + ".url is set to " + url + ", but that is " + info
                    + ". Set it as fk." + info.dialect() + ".url, and fk.dialect=" + info.dialect()
                    + ", or name a " + kind.product() + ".");
        }
        return server;
    }

    private static boolean isForNoDriver(ServerUrl url) {
        return DriverManager.drivers().noneMatch(d -> {
            try {
                return d.acceptsURL(url.secret());
            } catch (SQLException malformed) {
                return true; // it is meant, and says what is wrong
            }
        });
    }

    /** With what is at the root of it: PostgreSQL's driver says "The connection attempt failed.", its cause why. */
    private static String reason(SQLException e) {
        Throwable root = Silence.root(e);
        String message = String.valueOf(e.getMessage()).strip();
        String cause = String.valueOf(root.getMessage());
        return message.contains(cause)
                ? message
                : message + " (" + root.getClass().getSimpleName() + ": " + cause + ")";
    }
}

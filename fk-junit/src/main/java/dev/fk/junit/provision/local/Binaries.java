package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Starts a server whose programs are installed on this machine. One that runs already is not touched. */
@API(status = Status.INTERNAL)
public final class Binaries implements Provisioner {
    @Override
    public String name() {
        return "binaries";
    }

    @Override
    public Availability available(ServerRequest request) {
        return ServerKind.refusalWithoutImages(request)
                .orElseGet(() -> available(ServerKind.of(request).orElseThrow(), request));
    }

    private static Availability available(ServerKind kind, ServerRequest request) {
        if (kind.driver().isEmpty()) {
            return kind.driverMissing();
        }
        return Search.of(kind, request.setting("home"), Search.SHORT).result().availability();
    }

    @Override
    public Server start(ServerRequest request) {
        ServerKind kind = ServerKind.of(request).orElseThrow();
        JdbcDriver driver = kind.driver().orElseThrow();
        Programs programs = Search.of(kind, request.setting("home"), Search.LONG)
                .result()
                .programs()
                .orElseThrow(() -> new ServerStartException("The " + kind.product()
                        + " that was installed here a moment ago is not any more. Run the tests again."));
        try {
            return LocalServer.start(kind, driver, programs, Reuse.of(request));
        } catch (IOException e) {
            throw new ServerStartException(
                    "The " + kind.product() + " of " + programs.server() + " does not start: " + e.getMessage()
                            + "\nUse another one, fk." + kind.dialect() + ".home=…, or a server that runs already, fk."
                            + kind.dialect() + ".url=….",
                    e);
        }
    }
}

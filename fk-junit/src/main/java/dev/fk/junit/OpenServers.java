package dev.fk.junit;

import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers of this JVM's open databases: whoever opens the first on one starts it, whoever closes the last ends it. */
final class OpenServers {
    private static final Map<ServerRequest, Lease> LEASES = new ConcurrentHashMap<>();

    private OpenServers() {}

    /** One server with its databases, and how many use it. */
    record Lease(ServerRequest request, Server server, DatabaseSupply supply, int users) {
        private static Lease start(ServerRequest request) {
            Server server = Provisioners.installed().choose(request).start(request);
            return new Lease(request, server, new DatabaseSupply(server), 1);
        }

        private Lease with(int others) {
            return new Lease(request, server, supply, users + others);
        }
    }

    static Lease take(ServerRequest request) {
        return LEASES.compute(request, (r, lease) -> lease == null ? Lease.start(r) : lease.with(1));
    }

    static void giveBack(Lease taken) {
        Lease left = LEASES.computeIfPresent(taken.request(), (r, lease) -> lease.with(-1));
        if (left != null && left.users() == 0 && LEASES.remove(taken.request(), left)) {
            left.supply().close();
        }
    }
}

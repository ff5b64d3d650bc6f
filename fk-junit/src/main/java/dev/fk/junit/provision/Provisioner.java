package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A way to get a database server. Implementations are stateless, have a public constructor without arguments and are
 * found by {@link java.util.ServiceLoader}; loading one must work without the optional library it needs.
 */
@API(status = Status.EXPERIMENTAL)
public interface Provisioner {
    /** What {@code fk.provider} calls it: {@code external}, {@code embedded}, {@code container}, {@code binaries}. */
    String name();

    /** Whether {@link #start} could work here; if not, why, and what to do about it. Answers within two seconds. */
    Availability available(ServerRequest request);

    /**
     * A running server of exactly the requested kind.
     *
     * @throws ServerStartException if it does not start
     */
    Server start(ServerRequest request);
}

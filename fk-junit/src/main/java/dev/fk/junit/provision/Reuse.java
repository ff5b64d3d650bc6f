package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What several JVMs have in common. */
@API(status = Status.EXPERIMENTAL)
public enum Reuse {
    /** Nothing. */
    NONE,
    /**
     * JVMs that run at the same time share the server that fk starts, which ends with the last of them, and templates.
     */
    FORKS,
    /** The same, and on a server of yours templates stay for later runs. */
    RUNS;

    /** What {@link ServerRequest#settings} calls it. */
    public static final String SETTING = "reuse";

    /** What a request says. */
    public static Reuse of(ServerRequest request) {
        return request.setting(SETTING).map(Reuse::valueOf).orElse(NONE);
    }
}

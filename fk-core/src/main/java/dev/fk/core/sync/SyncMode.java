package dev.fk.core.sync;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a database is brought in line with models. */
@API(status = Status.EXPERIMENTAL)
public enum SyncMode {
    /** Does nothing. */
    NONE,
    /** Creates the tables that are missing and leaves the others as they are. */
    CREATE,
    /** Changes existing tables to what the models say. */
    ALTER,
    /** Drops the declared tables and creates them anew. */
    FORCE
}

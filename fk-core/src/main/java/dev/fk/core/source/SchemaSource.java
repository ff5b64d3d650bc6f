package dev.fk.core.source;

import dev.fk.core.database.Database;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Something that gives an empty database its tables: models, migrations, scripts. */
@API(status = Status.EXPERIMENTAL)
public interface SchemaSource {
    void applyTo(Database database);

    /** Equal for two sources only if they build the same schema; databases are reused by it. */
    String fingerprint();
}

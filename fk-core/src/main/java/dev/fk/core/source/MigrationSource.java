package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tables from migrations, with the history of what ran. A class that implements it, with a constructor without arguments, can
 * be named in an annotation.
 */
@API(status = Status.EXPERIMENTAL)
public interface MigrationSource extends SchemaSource {
    /** In any order: they run in that of their ids. */
    List<Migration> migrations();

    @Override
    default void applyTo(Database database) {
        Migrator.of(migrations()).up(database);
    }

    @Override
    default String fingerprint() {
        return Migrator.of(migrations()).fingerprint();
    }
}

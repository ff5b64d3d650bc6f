package dev.fk.examples.seed002;

import dev.fk.core.migration.Migration;
import dev.fk.core.source.MigrationSource;
import java.util.List;

/** All migrations, for an annotation and for a {@code Migrator}. */
public final class UserMigrations implements MigrationSource {
    @Override
    public List<Migration> migrations() {
        return List.of(new CreateUsers(), new AddRegionToUsers());
    }
}

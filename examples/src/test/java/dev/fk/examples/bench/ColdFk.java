package dev.fk.examples.bench;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import org.postgresql.ds.PGSimpleDataSource;

/** A whole process that declares ten tables, has them made and reads them back. */
public final class ColdFk {
    static final int TABLES = 10;

    private ColdFk() {}

    public static void main(String[] url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url[0]);
        Models models = WideModels.of(TABLES);
        Database database = Database.of(dataSource);
        Sync.force().run(models, database);
        int read = database.read().schema().tables().size();
        if (read != TABLES) {
            throw new IllegalStateException(read + " tables");
        }
    }
}

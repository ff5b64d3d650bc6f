package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.testing.OnPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@OnPostgres
class DirtyDataOnPostgresTest {
    @Test
    void is_found_before_anything_runs(Database database) throws IOException {
        boolean asksWhetherTextCanBeCast = database.server().version().isAtLeast(16, 0);
        DirtyDataCase.is_found_before_anything_runs(
                database, asksWhetherTextCanBeCast ? "postgresql" : "postgresql-15");
    }
}

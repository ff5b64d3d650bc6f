package dev.fk.core.probe;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How long an attempt waits for whoever has the tables, or the rows: often a connection of the test that asks. */
record Courtesy(Optional<LockLimit> limit, Diagnosis diagnosis) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Courtesy of(Database database) {
        return new Courtesy(
                database.dialect().lockLimit(database.server()),
                database.dialect().diagnosis(database.server()));
    }

    Optional<Sql> beginning() {
        return limit.map(l -> l.begin(PATIENCE));
    }

    Optional<Sql> end() {
        return limit.map(LockLimit::end);
    }

    boolean isInTheWay(SQLException refused) {
        return diagnosis.isLockConflict(ServerError.of(refused));
    }
}

package dev.fk.junit.provision;

import dev.fk.junit.provision.server.ServerKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables with everything that could be in the way of who cleans them, and what tests do to them. */
interface CleanedSchema {
    static CleanedSchema of(ServerKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgreSqlCleanedSchema();
            case MYSQL -> new MySqlCleanedSchema(false);
            case MARIADB -> new MySqlCleanedSchema(true);
        };
    }

    List<String> statements();

    /** @param rows whether rows and generated keys are all that may change */
    List<String> changes(Random random, boolean rows);

    /** One to four changes of rows; one of them may be anything, if not only rows may change. */
    static List<String> draw(Random random, boolean rows, List<String> ofRows, List<String> anything) {
        List<String> changes = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        int other = rows ? -1 : random.nextInt(number);
        for (int i = 0; i < number; i++) {
            List<String> from = i == other ? anything : ofRows;
            changes.add(from.get(random.nextInt(from.size())).replace("#", String.valueOf(100 + random.nextInt(1000))));
        }
        return changes;
    }

    /** Queries whose rows, in the order in which they come, tell one database from another. */
    List<String> snapshot(Connection connection) throws SQLException;
}

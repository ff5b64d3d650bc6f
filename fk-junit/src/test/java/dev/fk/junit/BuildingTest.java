package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source that waits for itself, as Flyway does for the lock that it keeps on a connection of its own. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class BuildingTest {
    @Test
    void fails_with_who_waits_for_whom(TestKit kit) {
        Throwable failure = kit.run(TestCases.class).failed(1).failure();
        assertThat(failure)
                .hasMessageContaining("canceling statement due to user request")
                .hasMessageContaining(
                        "a statement in the database that it builds did not get on," + " and fk cancelled it")
                .hasMessageContaining("CREATE INDEX CONCURRENTLY note_by_author ON note (author)")
                .hasMessageContaining("waits for connection ")
                .hasMessageContaining("its last statement: INSERT INTO note VALUES (NULL)")
                .hasMessageContaining("flyway.postgresql.transactional.lock");
    }

    @WithSchema(IndexBesideTransaction.class)
    static class TestCases {
        @Test
        void has_no_database() {}
    }

    public static final class IndexBesideTransaction implements SchemaSource {
        @Override
        public void applyTo(Database database) {
            try (Connection keeps = database.dataSource().getConnection();
                    Connection builds = database.dataSource().getConnection();
                    Statement kept = keeps.createStatement();
                    Statement building = builds.createStatement()) {
                building.execute("CREATE TABLE note (author text)");
                keeps.setAutoCommit(false);
                kept.execute("INSERT INTO note VALUES (NULL)");
                building.execute("CREATE INDEX CONCURRENTLY note_by_author ON note (author)");
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }

        @Override
        public String fingerprint() {
            return toString();
        }

        @Override
        public String toString() {
            return "an index beside a transaction";
        }
    }
}

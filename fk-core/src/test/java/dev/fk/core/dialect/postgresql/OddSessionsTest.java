package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Sessions in which the server does not answer as usual. */
@OnPostgres
class OddSessionsTest {
    @Test
    void that_mean_something_else_by_the_same_words_are_refused(PostgresServer server) throws SQLException {
        PGSimpleDataSource odd = (PGSimpleDataSource) server.freshDataSource();
        odd.setOptions("-c standard_conforming_strings=off -c quote_all_identifiers=on");

        assertThatThrownBy(() -> Database.of(odd))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("standard_conforming_strings is off in its sessions")
                .hasMessageContaining("begin sessions with SET quote_all_identifiers = off.");
    }
}

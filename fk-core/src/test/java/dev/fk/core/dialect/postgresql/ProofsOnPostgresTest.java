package dev.fk.core.dialect.postgresql;

import dev.fk.core.laws.Arena;
import dev.fk.core.laws.Proofs;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.PostgresVocabulary;
import org.junit.jupiter.api.Test;

/** What probe rows show is what the catalog says. */
@OnPostgres
class ProofsOnPostgresTest {
    @Test
    void foreign_keys_do_what_the_catalog_says(PostgresServer server) throws Exception {
        try (Arena arena = LawsOnPostgresTest.arena(server.freshDataSource().getConnection())) {
            new Proofs(
                            server.toString(),
                            PostgresVocabulary.get(server.majorVersion()),
                            server.fresh(),
                            false,
                            false,
                            1)
                    .hold(arena);
        }
    }
}

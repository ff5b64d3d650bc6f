package dev.fk.core.dialect.mysql;

import dev.fk.core.laws.Arena;
import dev.fk.core.laws.Proofs;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.MySqlVocabulary;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What probe rows show is what the catalog says, on every server of the family. */
@Tag("thorough")
class ProofsOnMySqlTest {
    private static final int ONE_IN_ON_OLDER = 4;

    static Stream<MySqlServers.Server> servers() {
        return MySqlServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void foreign_keys_do_what_the_catalog_says(MySqlServers.Server server) throws Exception {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            boolean mariaDb = live.dialect() instanceof MariaDbDialect;
            boolean newest = live.info().version().major() >= (mariaDb ? 11 : 9);
            try (Arena arena = LawsOnMySqlTest.arena(MySqlDatabase.on(server))) {
                new Proofs(
                                live.info().toString(),
                                MySqlVocabulary.get(mariaDb),
                                database.database(),
                                true,
                                !mariaDb && newest,
                                newest ? 1 : ONE_IN_ON_OLDER)
                        .hold(arena);
            }
        }
    }
}

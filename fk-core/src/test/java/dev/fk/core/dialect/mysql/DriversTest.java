package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Schema;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.MySqlVocabulary;
import dev.fk.core.testing.RandomSchemas;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Either driver against either server: MySQL's calls MariaDB MySQL, MariaDB's says what it sees. */
@Tag("thorough")
class DriversTest {
    private static final long SEED = 7;
    private static final int TABLES = 8;

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void reads_and_writes_the_same_through_either_driver(MySqlServers.Server server) throws SQLException {
        Schema declared = new RandomSchemas(SEED, MySqlVocabulary.get(false)).schema(TABLES);
        String address = server.url().substring(server.url().indexOf("://"));
        try (MySqlDatabase mysql = MySqlDatabase.on("jdbc:mysql" + address, "");
                MySqlDatabase mariadb = MySqlDatabase.on("jdbc:mariadb" + address, "")) {
            Live one = Live.of(mysql);
            Live other = Live.of(mariadb);
            assertThat(one.dialect().id()).isEqualTo(other.dialect().id());
            assertThat(one.info().version()).isEqualTo(other.info().version());
            one.becomes(one.canonical(declared));
            other.becomes(other.canonical(declared));
            assertThat(one.read()).isEqualTo(other.read());
            assertThat(one.read().schema().tables()).isNotEmpty();
        }
    }
}

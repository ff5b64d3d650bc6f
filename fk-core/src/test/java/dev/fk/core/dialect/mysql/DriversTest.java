package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.MySqlVocabulary;
import dev.fk.core.testing.RandomSchemas;
import java.sql.Connection;
import java.sql.DriverManager;
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

    /** In what the server sends UTF-8 is the rule, but the user's to change. */
    @ParameterizedTest
    @MethodSource("servers")
    void reads_the_same_where_answers_are_in_another_character_set(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            own.execute(
                    "CREATE TABLE `kürzel` (`größe` varchar(9) DEFAULT 'weiß' COMMENT 'in Fuß') COMMENT 'für später'");
            CanonicalSchema usual = Live.of(own).read();
            assertThat(usual.schema().table("kürzel").orElseThrow().column("größe"))
                    .as("%s", usual)
                    .isPresent();
            String mysql = own.url().replaceFirst("jdbc:mariadb", "jdbc:mysql").replaceFirst("=disable", "=DISABLED");
            for (String option :
                    List.of("characterSetResults=latin1", "characterEncoding=latin1", "characterEncoding=UTF-8")) {
                try (Connection connection = DriverManager.getConnection(mysql + "&" + option)) {
                    Dialect dialect = Dialects.of(connection);
                    assertThat(dialect.catalog(dialect.server(connection))
                                    .read(connection, CatalogScope.defaultSchema()))
                            .as(option)
                            .isEqualTo(usual);
                }
            }
        }
    }
}

package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The first cause stated for each mistake is the right one, and what is proposed makes the statement succeed. */
@Tag("thorough")
class MistakesOnMySqlTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void states_the_cause_of_each_mistake_and_a_fix_that_works(MySqlServers.Server server)
            throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            Database owner = Database.of(dataSource(database.url()));
            boolean mariaDb = owner.server().product().equals("MariaDB");
            String line = owner.server().product().toLowerCase(Locale.ROOT) + "-"
                    + owner.server().version().major()
                    + (owner.server().version().major() == 9
                            ? ""
                            : "." + owner.server().version().minor());
            Seeding seeding = new Seeding(line);
            for (Mistake mistake :
                    Mistakes.onMySql(mariaDb, owner.server().version().major())) {
                database.clear();
                seeding.tryToMake(mistake, owner, mistake.limited() ? limited(database) : owner);
            }
            System.out.print(seeding.table());
            assertThat(seeding.failures()).isEmpty();
            assertThat(seeding.made()).isGreaterThanOrEqualTo(14);
            assertThat(seeding.errors()).contains("1451", "1452");
            if (mariaDb) {
                assertThat(seeding.errors()).contains("1005");
            } else {
                boolean eight = owner.server().version().major() == 8;
                assertThat(seeding.errors()).contains("1215", "1824", "1826", "1830", "3780", eight ? "1822" : "6125");
            }
            Golden.assertEqual(
                    "explain/" + line + ".txt", seeding.texts(owner.server().toString()));
        }
    }

    private static Database limited(MySqlDatabase database) throws SQLException {
        database.execute(
                "DROP USER IF EXISTS fk_limited",
                "CREATE USER fk_limited IDENTIFIED BY 'fk'",
                "GRANT SELECT, INSERT, CREATE, ALTER, INDEX ON " + database.name() + ".* TO fk_limited");
        return Database.of(
                dataSource(database.url().replaceFirst("user=root&password=[^&]*", "user=fk_limited&password=fk")));
    }

    private static DataSource dataSource(String url) throws SQLException {
        if (url.startsWith("jdbc:mysql")) {
            MysqlDataSource mysql = new MysqlDataSource();
            mysql.setUrl(url);
            return mysql;
        }
        return new MariaDbDataSource(url);
    }
}

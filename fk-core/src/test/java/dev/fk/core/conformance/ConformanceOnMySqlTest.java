package dev.fk.core.conformance;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mariadb.jdbc.MariaDbDataSource;

/** The same cases on MySQL and MariaDB. */
@Tag("thorough")
class ConformanceOnMySqlTest {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return MySqlServers.all().map(server -> DynamicContainer.dynamicContainer(server.name(), cases(server)));
    }

    private static Stream<DynamicTest> cases(MySqlServers.Server server) {
        String dialect = server.url().startsWith("jdbc:mysql") ? "mysql" : "mariadb";
        return Case.all(ConformanceTest.FOLDER, dialect).stream()
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> {
                    try (MySqlDatabase database = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4");
                            MySqlDatabase other = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
                        // A database that two cases expect to be there, as a schema is elsewhere.
                        database.execute("DROP DATABASE IF EXISTS fko_app", "CREATE DATABASE fko_app");
                        boolean[] used = {false};
                        ConformanceTest.check(c, new MySqlWords(), () -> {
                            MySqlDatabase next = used[0] ? other : database;
                            used[0] = true;
                            return Database.of(dataSource(next.url()));
                        });
                        database.execute("SET foreign_key_checks = 0", "DROP DATABASE fko_app");
                    }
                }));
    }

    private static DataSource dataSource(String url) {
        try {
            if (url.startsWith("jdbc:mysql")) {
                MysqlDataSource mysql = new MysqlDataSource();
                mysql.setUrl(url);
                return mysql;
            }
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not a URL of MariaDB: " + url, e);
        }
    }
}

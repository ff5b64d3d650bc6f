package dev.fk.core.conformance;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mariadb.jdbc.MariaDbDataSource;

/** The same cases on MySQL and MariaDB. */
@Tag("thorough")
class ConformanceOnMySqlTest {
    /** A database that two cases expect to be there, as a schema is elsewhere. */
    private static final String ELSEWHERE = "fko_app";

    private static final List<Conformance> RUNS = Collections.synchronizedList(new ArrayList<>());

    @TestFactory
    Stream<DynamicContainer> cases() {
        return MySqlServers.all().map(server -> DynamicContainer.dynamicContainer(server.name(), cases(server)));
    }

    private static Stream<DynamicTest> cases(MySqlServers.Server server) {
        String dialect = server.url().startsWith("jdbc:mysql") ? "mysql" : "mariadb";
        Conformance run = new Conformance(dialect, server.name(), new MySqlWords());
        RUNS.add(run);
        return run.cases().stream().map(c -> DynamicTest.dynamicTest(c.id(), () -> check(run, c, server)));
    }

    private static void check(Conformance run, Case theCase, MySqlServers.Server server) throws Exception {
        try (MySqlDatabase first = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4");
                MySqlDatabase second = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            first.execute("DROP DATABASE IF EXISTS " + ELSEWHERE, "CREATE DATABASE " + ELSEWHERE);
            Iterator<MySqlDatabase> next = List.of(first, second).iterator();
            run.check(
                    theCase, () -> Database.of(dataSource(next.next().url())).withScope(CatalogScope.with(ELSEWHERE)));
            first.execute("SET foreign_key_checks = 0", "DROP DATABASE " + ELSEWHERE);
        }
    }

    @AfterAll
    static void report() throws IOException {
        for (Conformance run : RUNS) {
            run.report();
            run.reportServer();
        }
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

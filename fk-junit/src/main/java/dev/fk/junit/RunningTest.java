package dev.fk.junit;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.junit.provision.DataSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The database of the test that runs, for code that outlives a test and is not called by it: the beans of an application
 * context, which several tests share, the threads of a web server, other extensions.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithSchema(flyway = "classpath:db/migration")
 * class OrdersTest {
 *     @TestConfiguration
 *     static class DatabaseOfTheTest {
 *         @Bean
 *         DataSource dataSource() {
 *             return RunningTest.dataSource();
 *         }
 *     }
 *     …
 * }
 * }</pre>
 *
 * On the thread of a test it is what {@code table("chat")} means there. On other threads, and on this one while JUnit calls
 * somebody else before or after it, such as Spring's {@code @Transactional}, it is the database of the only test that has
 * one at that moment. Where tests run at the same time nobody could tell which is meant: that is an error.
 */
@API(status = Status.EXPERIMENTAL)
public final class RunningTest {
    private RunningTest() {}

    /** Leads to whichever test runs when somebody asks for a connection: keep it, but not in a pool. */
    public static DataSource dataSource() {
        return dataSource("");
    }

    /**
     * The same for one of several databases.
     *
     * @param name as in {@link WithSchema#name}
     */
    public static DataSource dataSource(String name) {
        return DataSources.of(
                () -> connect(name),
                "data source of the test that runs" + (name.isEmpty() ? "" : ", database '" + name + "'"));
    }

    /** Whoever is not called by the test may close a connection after it, as Spring ends a transaction. */
    private static Connection connect(String name) throws SQLException {
        Optional<Database> bound = CurrentDatabase.find(name);
        return bound.isPresent()
                ? bound.get().dataSource().getConnection()
                : ActiveLeases.only(name).connect();
    }
}

package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Of a table that somebody else makes or drops while it is read, nobody lacks a right to see it. */
@Tag("thorough")
class PassingTableTest {
    private static final int READINGS = 40;

    @TestFactory
    Stream<DynamicTest> is_not_taken_for_one_whose_columns_are_hidden() {
        return EachServer.family()
                .map(server -> server.test("a table that goes", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE stays (id INT PRIMARY KEY)"));
                    database.execute(new Sql("CREATE TABLE goes (id INT PRIMARY KEY)"));

                    Database slow = Database.of(afterTheFirstQuestion(
                            fresh.dataSource(), () -> database.execute(new Sql("DROP TABLE IF EXISTS goes"))));

                    assertThat(slow.read().schema().tables().keySet())
                            .extracting(name -> name.name())
                            .containsExactly("stays");
                }));
    }

    /** The questions of one statement do not see the same (MariaDB 10.11.18). */
    @TestFactory
    Stream<DynamicTest> is_not_taken_for_one_whose_foreign_keys_are_hidden() {
        return EachServer.family()
                .map(server -> server.test("a table that comes", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE parent (id INT PRIMARY KEY)"));
                    AtomicBoolean over = new AtomicBoolean();
                    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                        while (!over.get()) {
                            database.execute(
                                    new Sql("CREATE TABLE comes (id INT, FOREIGN KEY (id) REFERENCES parent (id))"));
                            database.execute(new Sql("DROP TABLE comes"));
                        }
                    });
                    for (int i = 0; i < READINGS; i++) {
                        assertThat(database.read().schema().tables()).isNotEmpty();
                    }
                    over.set(true);
                    other.join();
                }));
    }

    private static DataSource afterTheFirstQuestion(DataSource real, Runnable event) {
        return watched(DataSource.class, real, event);
    }

    private static <T> T watched(Class<T> type, T real, Runnable event) {
        return type.cast(Proxy.newProxyInstance(
                PassingTableTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("executeQuery")
                            && ((String) arguments[0]).contains("referential_constraints")) {
                        event.run();
                    }
                    if (result instanceof Connection connection) {
                        return watched(Connection.class, connection, event);
                    }
                    return result instanceof Statement statement ? watched(Statement.class, statement, event) : result;
                }));
    }
}

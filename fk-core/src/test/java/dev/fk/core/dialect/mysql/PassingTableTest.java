package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A table that somebody else drops between two questions is not there; nobody lacks a right to see it. */
@Tag("thorough")
class PassingTableTest {
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

    private static DataSource afterTheFirstQuestion(DataSource real, Runnable event) {
        return (DataSource) Proxy.newProxyInstance(
                PassingTableTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection(real.getConnection(), event));
    }

    private static Connection connection(Connection real, Runnable event) {
        return (Connection) Proxy.newProxyInstance(
                PassingTableTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Statement statement ? statement(statement, event) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Statement statement(Statement real, Runnable event) {
        return (Statement) Proxy.newProxyInstance(
                PassingTableTest.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("executeQuery")
                                && ((String) arguments[0]).contains("referential_constraints")) {
                            event.run();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

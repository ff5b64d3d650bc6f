package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A pool whose connections do not commit by themselves ({@code auto-commit: false} of HikariCP). */
@OnPostgres
class ManualCommitTest {
    private static final Migration ONE = new Step("1-one", q -> q.createTable(
                    "one", t -> t.column("id", integer().primaryKey()).column("name", string(10)))
            .insert("one", Map.of("id", 1)));
    private static final Migration TWO = new Step("2-two", q -> q.addColumn("one", "age", integer()));

    @TestFactory
    Stream<DynamicTest> what_ran_is_remembered(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("migrations", fresh -> {
                    Database database = Database.of(manual(fresh.dataSource()));
                    Migrator migrator = Migrator.of(ONE, TWO);

                    assertThat(migrator.up(database)).hasSize(2);

                    Database other = Database.of(fresh.dataSource());
                    assertThat(migrator.status(other).in(State.APPLIED)).containsExactly("1-one", "2-two");
                    assertThat(other.query(new Sql("SELECT id FROM one"))).hasSize(1);
                    migrator.forget(database, "2-two");
                    assertThat(migrator.status(other).in(State.PENDING)).containsExactly("2-two");
                    migrator.markApplied(database, "2-two");
                    assertThat(migrator.status(other).in(State.APPLIED)).hasSize(2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> and_what_was_undone_is_not(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("undo", fresh -> {
                    Database database = Database.of(manual(fresh.dataSource()));
                    Migrator migrator = Migrator.of(ONE, TWO);
                    migrator.up(database);

                    assertThat(migrator.undo(database)).isEqualTo(List.of("2-two"));

                    Database other = Database.of(fresh.dataSource());
                    assertThat(migrator.status(other).in(State.PENDING)).containsExactly("2-two");
                    assertThat(migrator.up(database)).containsExactly("2-two");
                }));
    }

    private static DataSource manual(DataSource usual) {
        return (DataSource) Proxy.newProxyInstance(
                ManualCommitTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    try {
                        Object result = method.invoke(usual, args);
                        if (result instanceof Connection connection) {
                            connection.setAutoCommit(false);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A statement that fails half-way through a plan, or inside a transaction: the connection can still be asked. */
@Tag("thorough")
class ExplainedFailureOnMySqlTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void explains_a_step_under_the_list_of_steps(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Database database = Database.of(dataSource(own.url()));
            own.execute("CREATE TABLE child (p INT NOT NULL)", "INSERT INTO child VALUES (7)");
            Table parent = Table.of(
                            QualifiedName.of("parent"),
                            List.of(Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR))
                                    .notNull()))
                    .withUniqueKeys(List.of(UniqueKey.of("id")));
            ForeignKey key = ForeignKey.of(List.of("p"), parent.name(), List.of("id"));
            Plan plan = database.plan(
                    new ChangeSet(List.of(
                            new Change.CreateTable(parent), new Change.AddForeignKey(QualifiedName.of("child"), key))),
                    database.read());

            StatementFailedException failed =
                    catchThrowableOfType(StatementFailedException.class, () -> database.run(plan));

            assertThat(failed.explanations()).extracting(Explanation::cause).containsExactly(Cause.ORPHANS);
            assertThat(failed)
                    .hasMessageContaining("✔ CREATE TABLE `parent`")
                    .hasMessageContaining("seen: 1 row of child without a row in parent\n        p = 7");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void sees_a_temporary_table_on_the_connection_of_a_transaction(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Database database = Database.of(dataSource(own.url()));
            own.execute("CREATE TABLE child (p INT)");

            PartialTransactionException failed = catchThrowableOfType(
                    PartialTransactionException.class,
                    () -> database.inTransaction(inside -> {
                        inside.execute(new Sql("CREATE TEMPORARY TABLE fleeting (id INT PRIMARY KEY)"));
                        inside.execute(new Sql("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES fleeting (id)"));
                    }));

            assertThat(failed)
                    .hasMessageContaining(
                            "fleeting is a temporary table, and child, which references it, is permanent");
            assertThat(failed.getCause())
                    .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.explanations())
                            .extracting(Explanation::cause)
                            .containsExactly(Cause.PARENT_IS_NOT_PERMANENT));
        }
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

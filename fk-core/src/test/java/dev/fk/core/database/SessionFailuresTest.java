package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses because of what the session has done before. */
@OnPostgres
class SessionFailuresTest {
    private static final Sql ALTER = new Sql("ALTER TABLE child ADD COLUMN more INT");

    private static void tables(Database database) {
        database.execute(new Sql("CREATE TABLE parent (id INT PRIMARY KEY)"));
        database.execute(new Sql("CREATE TABLE child (p INT, CONSTRAINT late FOREIGN KEY (p)"
                + " REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"));
        database.execute(new Sql("INSERT INTO parent VALUES (1)"));
    }

    private static List<Explanation> refused(Database database, Sql sql) {
        return catchThrowableOfType(DatabaseException.class, () -> database.executeExplained(sql))
                .explanations();
    }

    @Test
    void a_deferred_foreign_key_that_has_not_looked_yet(Database database) {
        tables(database);
        database.inTransaction(inside -> {
            inside.execute(new Sql("INSERT INTO child VALUES (1)"));
            List<Explanation> told = refused(inside, ALTER);
            assertThat(told).singleElement().satisfies(e -> {
                assertThat(e.cause()).isEqualTo(Cause.BUSY_IN_SESSION);
                assertThat(e.fact())
                        .isEqualTo("Rows of child were changed in this transaction, and deferred foreign keys wait for"
                                + " its end to look at them: child(p) [late]");
            });
            told.get(0).fix().before().forEach(inside::execute);
            inside.execute(ALTER);
        });
    }

    @Test
    void a_result_that_is_being_read(Database database) throws SQLException {
        tables(database);
        database.execute(new Sql("INSERT INTO child VALUES (1), (1), (1)"));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1);
            ResultSet open = statement.executeQuery("SELECT p FROM child");
            open.next();
            SQLException refused = catchThrowableOfType(SQLException.class, () -> {
                try (Statement other = connection.createStatement()) {
                    other.execute(ALTER.text());
                }
            });
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(database.inquiry().explain(connection, ALTER, refused))
                    .extracting(Explanation::fact)
                    .containsExactly(
                            "This connection still reads rows of child: a ResultSet or cursor over it is open");
        }
    }

    @Test
    void what_runs_outside_of_transactions_only(Database database) {
        tables(database);
        database.inTransaction(inside -> {
            List<Explanation> told = refused(inside, new Sql("CREATE INDEX CONCURRENTLY by_p ON child (p)"));
            assertThat(told).singleElement().satisfies(e -> {
                assertThat(e.cause()).isEqualTo(Cause.IN_TRANSACTION);
                assertThat(e.fact()).startsWith("CREATE INDEX CONCURRENTLY makes transactions of its own");
            });
            inside.execute(told.get(0).fix().instead().orElseThrow());
            assertThat(refused(inside, new Sql("VACUUM child")))
                    .extracting(Explanation::cause)
                    .containsExactly(Cause.IN_TRANSACTION);
        });
    }
}

package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.dialect.Cause;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are made together, in one round trip where the server has blocks of statements: what is told is the same. */
@Tag("thorough")
class StatementBlockTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all()
                .flatMap(server -> Stream.of(
                        server,
                        new MySqlServers.Server(
                                server + ", several statements let through", server.url() + "&allowMultiQueries=true"),
                        new MySqlServers.Server(
                                server + ", the same, MariaDB's driver",
                                server.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:")
                                        + "&allowMultiQueries=true")))
                .toList();
    }

    private static boolean blocks(MySqlServers.Server server) {
        return server.name().startsWith("mariadb") || server.url().contains("allowMultiQueries");
    }

    private static Table table(String name) {
        return Table.of(QualifiedName.of(name), List.of(Column.of("id", INT).notNull()));
    }

    private static Plan plan(Database database, Stream<Change> changes) {
        return database.plan(new ChangeSet(changes.toList()), database.read());
    }

    private static StatementFailedException failed(Database database, Plan plan) {
        return catchThrowableOfType(StatementFailedException.class, () -> database.run(plan));
    }

    private static List<String> names(Database database) {
        return database.read().schema().tables().keySet().stream()
                .map(QualifiedName::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_statement_is_heard_of_whatever_it_was_sent_with(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            List<ExecutedStatement> heard = new ArrayList<>();
            Database database = own.database().listening(heard::add);
            int tables = 250;
            Plan plan = plan(
                    database,
                    IntStream.range(0, tables).mapToObj(i -> new Change.CreateTable(table("t" + (1000 + i)))));

            database.run(plan);

            assertThat(names(database)).hasSize(tables);
            assertThat(heard).hasSize(tables);
            boolean blocks = blocks(server);
            assertThat(heard.get(0).statementsInRoundTrip()).isEqualTo(blocks ? 200 : 1);
            assertThat(heard.get(tables - 1).statementsInRoundTrip()).isEqualTo(blocks ? 50 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_one_that_fails_is_told_with_its_reason(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            List<ExecutedStatement> heard = new ArrayList<>();
            Database database = own.database().listening(heard::add);
            ForeignKey key = ForeignKey.of(List.of("id"), QualifiedName.of("a"), List.of("id"));
            Plan plan = plan(
                    database,
                    Stream.of(table("a"), table("b"), table("c").withForeignKeys(List.of(key)), table("d"))
                            .map(Change.CreateTable::new));

            StatementFailedException failed = failed(database, plan);

            assertThat(failed.index()).isEqualTo(2);
            assertThat(failed)
                    .hasMessageStartingWith("Statement 3 of 4 failed on ")
                    .hasMessageContainingAll("✔ CREATE TABLE `a`", "✔ CREATE TABLE `b`", "✘ CREATE TABLE `c`")
                    .hasMessageContaining("· CREATE TABLE `d`");
            assertThat(failed.explanations()).extracting(Explanation::cause).contains(Cause.PARENT_NOT_UNIQUE);
            assertThat(names(database)).containsExactly("a", "b");
            assertThat(heard).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_one_that_the_server_cannot_read_is_told_too(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Database database = own.database();
            Table bad = table("b").withChecks(List.of(Check.of("c", "id >>> 1")));
            Plan plan = plan(database, Stream.of(table("a"), bad, table("c")).map(Change.CreateTable::new));

            StatementFailedException failed = failed(database, plan);

            assertThat(failed.index()).isEqualTo(1);
            assertThat(failed)
                    .hasMessageContainingAll("✔ CREATE TABLE `a`", "✘ CREATE TABLE `b`", "· CREATE TABLE `c`");
            assertThat(names(database)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_a_lost_connection_leaves_open_is_said(MySqlServers.Server server) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            own.execute("CREATE TABLE y (id INT)", "CREATE TABLE z (id INT)");
            Database database = own.database();
            Plan plan = plan(database, Stream.of(table("y"), table("z")).map(Change.DropTable::new));
            own.execute("LOCK TABLES y READ");

            Future<StatementFailedException> run = other.submit(() -> failed(database, plan));
            killWhoWaits(own);
            StatementFailedException failed = run.get();
            own.execute("UNLOCK TABLES");

            boolean blocks = blocks(server);
            assertThat(failed)
                    .hasMessageStartingWith(blocks ? "Statements 1 to 2 of 2 got no answer" : "Statement 2 of 2 failed")
                    .hasMessageContaining(blocks ? "? DROP TABLE" : "✔ DROP TABLE");
            assertThat(names(database)).containsExactly("y");
        } finally {
            other.shutdownNow();
        }
    }

    /** Through a connection of its own: the one that holds the lock may look at locked tables only. */
    private static void killWhoWaits(MySqlDatabase own) throws SQLException {
        try (Connection connection = own.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String waiting =
                    "FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND STATE LIKE 'Waiting for table%'";
            String found = null;
            while (found == null) {
                // The query itself is what takes time: the server's SLEEP ends when it says so.
                try (var row = statement.executeQuery("SELECT (SELECT MAX(ID) " + waiting + "), SLEEP(0.01)")) {
                    row.next();
                    found = row.getString(1);
                }
            }
            statement.execute("KILL " + found);
            // The client is told before the killed one has stopped waiting: a lock that is given up now, it would still
            // be granted.
            String alive = "SELECT COUNT(*), SLEEP(0.01) FROM information_schema.PROCESSLIST WHERE ID = " + found;
            boolean gone = false;
            while (!gone) {
                try (var row = statement.executeQuery(alive)) {
                    row.next();
                    gone = row.getInt(1) == 0;
                }
            }
        }
    }
}

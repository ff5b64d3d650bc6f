package dev.fk.junit.report;

import dev.fk.core.database.ExecutedStatement;
import dev.fk.core.database.StatementListener;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sees what is done with the connections to one database: the statements of the test, and which connections are not
 * closed. What fk itself asks the catalog is not among them; what it changes for the test is. Thread-safe.
 */
@API(status = Status.INTERNAL)
public final class Watch implements StatementListener {
    private static final int REMEMBERED = 20;
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String OURS = "dev.fk.core.";
    private static final String REPORTING = Watch.class.getPackageName() + ".";

    private final DataSource source;
    private final String testPackage;
    private final StatementLog log = new StatementLog();
    private final Map<Connection, Opened> open = new ConcurrentHashMap<>();
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
    private volatile Predicate<ServerError> lockConflict = error -> false;
    private final AtomicInteger connections = new AtomicInteger();
    private final Deque<RefusedStatement> refused = new ConcurrentLinkedDeque<>();

    /** @param testPackage where the test's own code is */
    public Watch(DataSource source, String testPackage) {
        this.source = source;
        this.testPackage = testPackage;
    }

    /** How the server reads the values of parameters, once they stand in the statement, and what its errors mean. */
    public void speaks(Diagnosis diagnosis) {
        log.lexis(diagnosis.lexis());
        lockConflict = diagnosis::isLockConflict;
    }

    /** The same connections, watched. */
    public DataSource dataSource() {
        return WatchedDataSource.of(source, this::connection);
    }

    /** A connection that whoever asks for it closes after the test: it is watched, but leaving it open is no leak. */
    public Connection lend() throws SQLException {
        Connection connection = watched(source.getConnection());
        lent.add(connection);
        return connection;
    }

    private Connection connection() throws SQLException {
        if (isForFk()) {
            return source.getConnection();
        }
        Connection connection = watched(source.getConnection());
        open.put(connection, new Opened(log.elapsed(), Thread.currentThread().getName(), new Place()));
        return connection;
    }

    private Connection watched(Connection connection) {
        String name = "c" + connections.incrementAndGet();
        return WatchedConnection.of(
                connection, new SeenTransaction(name, log, (sql, error) -> refused(name, sql, error)), this::closed);
    }

    /** Who waits for whom is said at once: those that are open are closed when the test has failed. */
    private void refused(String name, String sql, SQLException error) {
        if (!sql.isEmpty()) {
            refused.addFirst(new RefusedStatement(sql, error));
        }
        if (refused.size() > REMEMBERED) {
            refused.removeLast();
        }
        if (lockConflict.test(ServerError.of(error))) {
            List<SeenStatement> done = log.lastOfEach();
            List<ConnectionState> open =
                    states().stream().filter(c -> !c.last().isEmpty()).toList();
            if (Stream.concat(
                            done.stream().map(SeenStatement::by), open.stream().map(ConnectionState::name))
                    .anyMatch(by -> !by.equals(name))) {
                error.addSuppressed(new LockConflict(name, done, open, testPackage));
            }
        }
    }

    private void closed(Connection connection) {
        open.remove(connection);
        lent.remove(connection);
    }

    /** Whether it is fk-core that asks: whose statements it reports itself, those that change something. */
    private static boolean isForFk() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.startsWith(REPORTING) && !name.contains("$Proxy"))
                .findFirst()
                .filter(name -> name.startsWith(OURS))
                .isPresent());
    }

    @Override
    public void executed(ExecutedStatement statement) {
        log.add(new SeenStatement(
                log.elapsed().minus(statement.roundTrip()),
                statement.roundTrip(),
                "fk",
                statement.sql().text(),
                statement.statementsInRoundTrip() > 1
                        ? statement.statementsInRoundTrip() + " statements in this round trip"
                        : ""));
    }

    /** The statements so far. */
    public StatementLog log() {
        return log;
    }

    /** The statement that something was thrown for, if it was one of the last that were refused; the first one of several. */
    public Optional<RefusedStatement> refusedBehind(Throwable thrown) {
        return refused.stream().filter(r -> r.isBehind(thrown)).reduce((later, earlier) -> earlier);
    }

    /** Connections that are still open, the oldest first. */
    public List<Opened> stillOpen() {
        List<Opened> all = new ArrayList<>(open.values());
        all.sort(Comparator.comparing(Opened::after));
        return all;
    }

    /** What those that are open do now, in the order of their names. */
    public List<ConnectionState> states() {
        return Stream.concat(
                        open.entrySet().stream()
                                .map(e -> WatchedConnection.state(e.getKey(), Optional.of(e.getValue()))),
                        lent.stream().map(c -> WatchedConnection.state(c, Optional.empty())))
                .sorted(Comparator.comparing(ConnectionState::number))
                .toList();
    }

    /** The statement for which a thread waits that has left a transaction open on another connection; empty if there is none. */
    public Optional<String> awaitedInVainBy(Thread thread) {
        boolean leavesOpen = connections().anyMatch(c -> WatchedConnection.isLeftOpenBy(thread, c));
        return leavesOpen
                ? connections()
                        .flatMap(c -> WatchedConnection.awaitedBy(thread, c).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Connection> connections() {
        return Stream.concat(open.keySet().stream(), lent.stream());
    }

    /** Whether a thread, left behind by the test if that is over, still waits for an answer on one of them. */
    public boolean isBusy() {
        return open.keySet().stream().anyMatch(WatchedConnection::isBusy);
    }

    /** Closes what the test left open, so that nothing it began stands in the way of looking. */
    public void closeAll() {
        open.keySet().forEach(Watch::end);
    }

    /** Ends what threads that the test has left behind still execute: nobody waits for them. */
    public void interrupt() {
        open.keySet().stream().filter(WatchedConnection::isBusy).forEach(Watch::end);
    }

    /** Closes a connection that was {@linkplain #lend lent}, or hangs up if it is in use. */
    public static void end(Connection watched) {
        try {
            WatchedConnection.end(watched);
        } catch (SQLException e) {
            System.getLogger(Watch.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection that was left open was broken already", e);
        }
    }
}

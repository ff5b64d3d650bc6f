package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.Sql;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** The last statements on one database. Thread-safe. */
@API(status = Status.INTERNAL)
public final class StatementLog {
    private static final int AT_MOST = 1000;
    private static final int OF_EACH = 5;

    private final long start = System.nanoTime();
    private final Deque<SeenStatement> last = new ArrayDeque<>();
    private final List<DdlRecord> records = new ArrayList<>();
    private long forgotten;
    private volatile Lexis lexis = new Lexis("\"", true, false, false, false, true);

    StatementLog() {}

    /** How the server reads the values of parameters, once they stand in the statement. */
    void lexis(Lexis server) {
        lexis = server;
    }

    Lexis lexis() {
        return lexis;
    }

    /** Since the database was handed out. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    synchronized void add(SeenStatement statement) {
        if (last.size() == AT_MOST) {
            last.removeFirst();
            forgotten++;
        }
        last.addLast(statement);
        records.forEach(record -> record.add(statement));
    }

    /** Begins to keep the statements about tables that the server takes; gives those that it was not asked for before. */
    public synchronized Supplier<List<Sql>> recordDdl() {
        DdlRecord record = new DdlRecord();
        records.add(record);
        return record;
    }

    synchronized List<SeenStatement> statements() {
        return List.copyOf(last);
    }

    /** The last few of each connection, in the order in which they ended. */
    synchronized List<SeenStatement> lastOfEach() {
        Map<String, Integer> counted = new HashMap<>();
        Deque<SeenStatement> some = new ArrayDeque<>();
        for (Iterator<SeenStatement> backwards = last.descendingIterator(); backwards.hasNext(); ) {
            SeenStatement statement = backwards.next();
            if (counted.merge(statement.by(), 1, Integer::sum) <= OF_EACH) {
                some.addFirst(statement);
            }
        }
        return List.copyOf(some);
    }

    /** Of those at the end that all failed, the first; empty if the last one did not fail. */
    public synchronized Optional<FirstFailure> firstFailure() {
        @Nullable SeenStatement first = null;
        for (Iterator<SeenStatement> backwards = last.descendingIterator(); backwards.hasNext(); ) {
            SeenStatement statement = backwards.next();
            if (statement.isRefused()) {
                first = statement;
            } else if (!statement.sql().equals("BEGIN")) { // a remark, which no server has heard
                break;
            }
        }
        return Optional.ofNullable(first).map(SeenStatement::failure);
    }

    synchronized long forgotten() {
        return forgotten;
    }

    /** For people: when, how long, through what, the statement. */
    @Override
    public String toString() {
        List<SeenStatement> all = statements();
        String missing = forgotten() == 0 ? "" : forgotten() + " earlier statements are not shown\n";
        return "    began ms    took ms  by   statement\n" + missing
                + (all.isEmpty()
                        ? "none was seen\n"
                        : all.stream().map(SeenStatement::line).collect(Collectors.joining("\n", "", "\n")));
    }
}

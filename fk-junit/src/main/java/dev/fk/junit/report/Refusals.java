package dev.fk.junit.report;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a server refused statements of a tool that takes its connections from here. Tables and rows are looked at on the
 * connection where it happened and at once: what the tool did before is there then, and may be taken back later.
 */
@API(status = Status.INTERNAL)
public final class Refusals {
    private final Database database;
    private final StatementLog log = new StatementLog();
    private final Map<Throwable, String> reasons = Collections.synchronizedMap(new IdentityHashMap<>());

    public Refusals(Database database) {
        this.database = database;
    }

    /** Connections for the tool. */
    public DataSource dataSource() {
        return WatchedDataSource.of(database.dataSource(), this::connection);
    }

    private Connection connection() throws SQLException {
        Connection target = database.dataSource().getConnection();
        SeenTransaction seen = new SeenTransaction("tool", log, (sql, error) -> look(target, sql, error));
        return WatchedConnection.of(target, seen, closed -> {});
    }

    private void look(Connection connection, String sql, SQLException error) {
        String found = database.inquiry().explain(connection, new Sql(sql), error).stream()
                .map(Object::toString)
                .collect(Collectors.joining());
        if (!found.isEmpty()) {
            reasons.put(error, found.stripTrailing());
        }
    }

    /** Lines with the reason of what a tool has thrown; none if it has another reason, or none was seen. */
    public String of(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .filter(reasons::containsKey)
                .map(t -> "\n" + reasons.get(t))
                .findFirst()
                .orElse("");
    }
}

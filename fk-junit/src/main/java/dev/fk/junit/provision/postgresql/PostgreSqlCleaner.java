package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Cleaned;
import dev.fk.junit.provision.Cleaner;
import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.Origin;
import dev.fk.junit.provision.Pristine;
import dev.fk.junit.provision.Sessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deletes the rows of the tables that somebody has written to, puts back those of the template, and sets sequences back.
 * As a replica does it, so that neither triggers nor foreign keys interfere; that takes a superuser. Then the server must
 * have counted what was done here, and nothing else. A look from inside, the work, and a look from outside: a round trip
 * each.
 *
 * @param untouched what a copy of the template looks like that nobody had
 * @param known what is in it
 */
record PostgreSqlCleaner(ConnectionPool admin, Sessions sessions, Pristine untouched, PostgreSqlTables known)
        implements Cleaner {

    /** Empty if the user is no superuser, or the server cannot tell what was written. */
    static Optional<Cleaner> of(ConnectionPool admin, Sessions sessions, String database, ConnectionPool connections)
            throws SQLException {
        Optional<PostgreSqlTables> known = connections.lookIn(
                connection -> isAble(connection) ? Optional.of(PostgreSqlTables.of(connection)) : Optional.empty());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> ours = sessions.of(database);
        try (Connection outside = admin.connection()) {
            return PostgreSqlOutside.of(outside, database, ours)
                    .map(now -> new PostgreSqlCleaner(admin, sessions, Pristine.copied(now.state()), known.get()));
        }
    }

    private static boolean isAble(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('is_superuser') = 'on'"
                        + " AND current_setting('track_counts') = 'on'")) {
            return connection.getMetaData().getDatabaseMajorVersion() >= PostgreSqlState.VERSION_AT_LEAST
                    && row.next()
                    && row.getBoolean(1);
        }
    }

    @Override
    public Optional<Cleaned> clean(String database, ConnectionPool connections, Pristine before) throws SQLException {
        return connections.lookIn(
                inside -> admin.lookIn(outside -> clean(inside, outside, database, sessions.of(database), before)));
    }

    private Optional<Cleaned> clean(
            Connection inside, Connection outside, String database, Set<Long> ours, Pristine before)
            throws SQLException {
        PostgreSqlCount rows = PostgreSqlOutside.rows(before.state());
        Optional<PostgreSqlInside> left = PostgreSqlInside.of(inside, known, rows, ours);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        PostgreSqlTraces traces = left.get().traces();
        Map<Long, PostgreSqlCount> since = traces.since(before.traces());
        if (!sum(since).equals(left.get().rows().minus(rows)) || !areCleanable(since.keySet(), traces)) {
            return Optional.empty();
        }
        PostgreSqlCleaning cleaning = cleaning(since.keySet(), traces.sequences());
        if (!cleaning.isNothing() && !cleaning.run(inside).isSmall()) {
            return Optional.empty();
        }
        PostgreSqlOutside expected =
                left.get().outside(PostgreSqlOutside.settings(before.state())).after(sum(cleaning.written()));
        if (!PostgreSqlOutside.of(outside, database, ours).equals(Optional.of(expected))) {
            return Optional.empty();
        }
        return Optional.of(
                cleaning.isNothing()
                        ? new Cleaned(Origin.UNTOUCHED, before)
                        : new Cleaned(
                                Origin.CLEANED,
                                new Pristine(expected.state(), traces.after(cleaning.written(), before.traces()))));
    }

    private static PostgreSqlCount sum(Map<Long, PostgreSqlCount> counts) {
        return counts.values().stream().reduce(PostgreSqlCount.NOTHING, PostgreSqlCount::plus);
    }

    /** What was written in no table of the template, and so in the catalog, cannot be undone. */
    private boolean areCleanable(Set<Long> tables, PostgreSqlTraces traces) {
        return tables.stream()
                .allMatch(no -> !traces.large().contains(no)
                        && Optional.ofNullable(known.tables().get(no))
                                .filter(PostgreSqlTables.Table::cleanable)
                                .isPresent());
    }

    private PostgreSqlCleaning cleaning(Set<Long> tables, Map<Long, String> sequences) {
        PostgreSqlCleaning cleaning = new PostgreSqlCleaning();
        new TreeSet<>(tables)
                .forEach(no -> Optional.ofNullable(known.tables().get(no)).ifPresent(t -> cleaning.empty(no, t)));
        sequences.forEach((no, value) -> Optional.ofNullable(known.sequences().get(no))
                .filter(fresh -> !fresh.equals(value))
                .ifPresent(fresh -> cleaning.set(no, fresh)));
        return cleaning;
    }
}

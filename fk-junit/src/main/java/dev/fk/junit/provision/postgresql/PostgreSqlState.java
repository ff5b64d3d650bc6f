package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Departure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * What changes when anybody changes a PostgreSQL database. The server counts the rows that were written, those of the
 * catalog included, so that DDL is seen as well, and those of transactions that were rolled back. Each session adds to the
 * counters when it ends at the latest, which is why nobody else may be connected. Not counted are sequences, which are
 * looked at, and settings and privileges of the database itself.
 *
 * <p>Since version 15 the counters are in shared memory; before, they came by datagrams, some time. Who turns
 * {@code track_counts} off in a session, which takes a superuser, writes unseen, and uses sequences unseen by who cleans.
 */
final class PostgreSqlState {
    static final int VERSION_AT_LEAST = 15;

    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND pid <> ALL (?::bigint[])";

    /** Rows that were written, by whichever transaction. */
    static final String COUNTERS = "(SELECT concat_ws(' ', tup_inserted, tup_updated, tup_deleted, stats_reset)"
            + " FROM pg_stat_database WHERE datid = d.oid)";

    /** Rows that were rolled back count like others, so what counts here is who was connected: one of ours, or anybody. */
    private static final String VISITORS =
            """
            (SELECT concat_ws(' ',
                    sessions - (SELECT count(DISTINCT ours) FROM unnest(?::bigint[] || pg_backend_pid()::bigint) ours), stats_reset)
               FROM pg_stat_database WHERE datid = d.oid)
            """;

    /** What the database has beside objects and rows. */
    static final String SETTINGS =
            """
            concat_ws(' | ',
                (SELECT string_agg(gid, ' ') FROM pg_prepared_xacts WHERE database = d.datname),
                (SELECT string_agg(subname, ' ') FROM pg_subscription WHERE subdbid = d.oid),
                (SELECT string_agg(slot_name, ' ') FROM pg_replication_slots WHERE database = d.datname),
                (SELECT string_agg(concat_ws(' ', setrole, setconfig), ' ') FROM pg_db_role_setting
                  WHERE setdatabase = d.oid),
                concat_ws(' ', datdba, dattablespace, datconnlimit, datallowconn, datistemplate, datacl),
                shobj_description(d.oid, 'pg_database'))
            """;

    /** {@code 16390 1 f, 16395 7 t}: the number of a sequence, its last value, and whether that was given out. */
    private static final String SEQUENCES =
            """
            (SELECT coalesce(string_agg(concat_ws(' ', seqrelid, split_part(split_part(query_to_xml(
                        'SELECT last_value || '' '' || left(is_called::text, 1) AS v FROM ' || seqrelid::regclass,
                        false, true, '')::text, '<v>', 2), '</v>', 1)), ', ' ORDER BY seqrelid), '')
               FROM %s)
            """;

    /** The same without a query for each. */
    private static final String SEQUENCES_SINCE_18 =
            """
            (SELECT coalesce(string_agg(concat_ws(' ', seqrelid, last_value, left(is_called::text, 1)),
                                        ', ' ORDER BY seqrelid), '')
               FROM %s, pg_get_sequence_data(seqrelid))
            """;

    private PostgreSqlState() {}

    /**
     * Empty if somebody else is connected, or the server does not count.
     *
     * @param ours the sessions that may be connected: they have written nothing since they told what they had
     */
    static Optional<String> of(DataSource database, Set<Long> ours) throws SQLException {
        return ask(database, ours, PostgreSqlState::state, 0);
    }

    /** The same without what a transaction that is rolled back leaves: counters, and what sequences gave out. */
    static Optional<String> ofCommitted(DataSource database, Set<Long> ours) throws SQLException {
        return ask(database, ours, version -> concatenated(VISITORS, SETTINGS), 1);
    }

    private static String state(int version) {
        return concatenated(COUNTERS, SETTINGS, sequences(version, "pg_sequence"));
    }

    /** @param from what has the numbers of the sequences, {@code seqrelid} */
    static String sequences(Connection connection, String from) throws SQLException {
        return sequences(connection.getMetaData().getDatabaseMajorVersion(), from);
    }

    private static String sequences(int version, String from) {
        return (version >= 18 ? SEQUENCES_SINCE_18 : SEQUENCES).formatted(from);
    }

    private static String concatenated(String... expressions) {
        return "concat_ws(' | ', " + String.join(", ", expressions) + ")";
    }

    private static Optional<String> ask(
            DataSource database, Set<Long> ours, IntFunction<String> question, int parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_AT_LEAST || !awaitAlone(connection, ours)) {
                return Optional.empty();
            }
            String sql = "SELECT " + question.apply(version)
                    + ", current_setting('track_counts') FROM pg_database d WHERE datname = current_database()";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 1; i <= parameters; i++) {
                    statement.setArray(i, connection.createArrayOf("int8", ours.toArray()));
                }
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && "on".equals(row.getString(2))
                            ? Optional.of(row.getString(1))
                            : Optional.empty();
                }
            }
        }
    }

    private static boolean awaitAlone(Connection connection, Set<Long> ours) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            Array known = connection.createArrayOf("int8", ours.toArray());
            statement.setArray(1, known);
            return Departure.await(() -> others(statement), others -> others == 0) == 0;
        }
    }

    private static int others(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}

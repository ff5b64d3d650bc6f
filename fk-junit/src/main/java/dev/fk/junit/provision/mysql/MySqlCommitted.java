package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What outlives a transaction that is rolled back. All of one copy of a template is looked at; as long as nobody but fk has run a
 * statement on the server that changes more than rows, each copy in which the rows have the same checksums looks like that:
 * one round trip. Thread-safe.
 */
final class MySqlCommitted {
    private final MySqlAdmin admin;
    private final Map<String, Looked> known = new ConcurrentHashMap<>();
    private final Map<String, Looked> unchanged = new ConcurrentHashMap<>();
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    MySqlCommitted(MySqlAdmin admin) {
        this.admin = admin;
    }

    /**
     * A database as it was seen.
     *
     * @param others what they had done before; see {@link MySqlWitness}
     * @param checksums of the rows of each table
     * @param state all that was seen
     */
    private record Looked(MySqlTraces traces, long others, Map<String, String> checksums, String state) {
        Looked by(long then) {
            return new Looked(traces, then, checksums, state);
        }

        boolean isStill(MySqlLook now) {
            return !now.glance().connected()
                    && now.others().equals(Optional.of(others))
                    && now.glance().traces().equals(checksums);
        }
    }

    /** Empty if somebody is connected other than these sessions. */
    Optional<String> of(Connection connection, String database, Set<Long> ours) throws SQLException {
        Optional<Looked> before = before(database);
        return before.isPresent()
                        && before.get()
                                .isStill(glance(
                                        connection, database, ours, before.get().traces()))
                ? before.map(Looked::state)
                : look(connection, database, ours);
    }

    void isCopied(String template, String database) {
        templates.put(database, template);
    }

    /** One that nobody has looked at yet looked like any other unchanged copy when it was made. */
    private Optional<Looked> before(String database) {
        return Optional.ofNullable(known.get(database)).or(() -> Optional.ofNullable(templates.get(database))
                .flatMap(template -> Optional.ofNullable(unchanged.get(template)))
                .flatMap(other -> admin.witness().atBirthOf(database).map(other::by)));
    }

    private MySqlLook glance(Connection connection, String database, Set<Long> ours, MySqlTraces traces)
            throws SQLException {
        return MySqlLook.at(admin.witness(), connection, database, ours, traces);
    }

    /** First at what others have done: what they do from then on shows at the next glance. */
    private Optional<String> look(Connection connection, String database, Set<Long> ours) throws SQLException {
        Optional<Long> others = glance(
                        connection, database, ours, new MySqlChecksums(List.of(), List.of(), false, false))
                .baseline();
        MySqlTraces traces = MySqlKin.of(connection, database).checksums();
        Map<String, String> checksums =
                glance(connection, database, ours, traces).glance().traces();
        Optional<String> state = MySqlState.of(connection, database, ours).map(MySqlState::withoutGeneratedKeys);
        known.remove(database);
        if (state.isPresent() && others.isPresent()) {
            Looked looked = new Looked(traces, others.get(), checksums, state.get());
            known.put(database, looked);
            if (others.equals(admin.witness().atBirthOf(database))) {
                Optional.ofNullable(templates.get(database)).ifPresent(template -> unchanged.put(template, looked));
            }
        }
        return state;
    }

    void forget(String database) {
        known.remove(database);
        unchanged.remove(database);
        templates.remove(database);
    }
}

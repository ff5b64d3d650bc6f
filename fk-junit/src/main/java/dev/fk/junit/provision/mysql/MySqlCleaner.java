package dev.fk.junit.provision.mysql;

import dev.fk.junit.provision.Cleaned;
import dev.fk.junit.provision.Cleaner;
import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.Departure;
import dev.fk.junit.provision.Origin;
import dev.fk.junit.provision.Pristine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Empties the tables that somebody has written to, and fills those that had rows from the template itself; then they have to
 * look as before. TRUNCATE fires no triggers, INSERT does. As long as nobody but fk has run a statement on the server that
 * changes more than rows, the others are not looked at, only at traces of who writes: a look, and the work with another look.
 *
 * @param fresh all that can be seen of a copy that nobody had
 */
record MySqlCleaner(
        MySqlAdmin admin, MySqlScript script, MySqlTraces traces, MySqlKin kin, String fresh, Pristine untouched)
        implements Cleaner {

    private static final List<String> PATIENCE =
            List.of("SET SESSION lock_wait_timeout = 1", "SET SESSION innodb_lock_wait_timeout = 1");

    /** Empty if somebody is connected to the copy. */
    static Optional<Cleaner> of(MySqlAdmin admin, MySqlScript script, String untouched) throws SQLException {
        try (Connection connection = admin.connections().connection()) {
            MySqlKin kin = MySqlKin.of(connection, script.template());
            MySqlTraces traces = kin.traces(connection);
            Set<Long> ours = admin.sessions().of(untouched);
            MySqlGlance glance = MySqlGlance.of(
                    MySqlAnswers.to(connection, MySqlGlance.questions(untouched, traces)), untouched, ours, traces);
            return MySqlState.of(connection, untouched, ours)
                    .map(state ->
                            new MySqlCleaner(admin, script, traces, kin, state, new Pristine("", glance.traces())));
        }
    }

    @Override
    public Optional<Cleaned> clean(String database, ConnectionPool connections, Pristine before) throws SQLException {
        try (Connection connection = admin.connections().connection()) {
            MySqlLook looked = Departure.await(
                    () -> look(connection, database), l -> !l.glance().connected());
            if (looked.glance().connected()) {
                return Optional.empty();
            }
            Optional<Long> baseline = before.state().isEmpty()
                    ? admin.witness().atBirthOf(database)
                    : Optional.of(Long.valueOf(before.state()));
            return looked.others().isPresent() && looked.others().equals(baseline)
                    ? cleanRows(connection, database, before, looked)
                    : cleanAll(connection, database, looked);
        }
    }

    private MySqlLook look(Connection connection, String database) throws SQLException {
        return MySqlLook.at(
                admin.witness(), connection, database, admin.sessions().of(database), traces);
    }

    /** Nobody has changed anything but rows. */
    private Optional<Cleaned> cleanRows(Connection connection, String database, Pristine before, MySqlLook looked)
            throws SQLException {
        Pristine now = new Pristine(
                looked.others().map(String::valueOf).orElse(""), looked.glance().traces());
        Map<String, String> since = looked.glance().since(before.traces());
        if (since.isEmpty()) {
            return Optional.of(new Cleaned(Origin.UNTOUCHED, now));
        }
        if (!kin.tables().containsAll(since.keySet()) || since.containsValue(MySqlGlance.NONE)) {
            return Optional.empty(); // a sequence, or the server has lost count
        }
        Set<String> dirty = new TreeSet<>(since.keySet());
        Set<String> cascading = new TreeSet<>(dirty);
        cascading.removeIf(table -> !traces.mayHideCascade(trace(before, table), since.getOrDefault(table, "")));
        dirty.addAll(kin.differing(connection, database, kin.reachedFrom(cascading, dirty)));
        Set<String> few = new TreeSet<>(since.keySet());
        few.removeIf(table -> !traces.areOfFewRows(trace(before, table), since.getOrDefault(table, "")));
        Optional<MySqlLook> after = clean(connection, database, dirty, few);
        return after.isPresent()
                        && after.get().others().equals(looked.others())
                        && leavesOthersAlone(looked, after.get(), dirty)
                ? Optional.of(new Cleaned(
                        Origin.CLEANED,
                        new Pristine(now.state(), after.get().glance().traces())))
                : ifFresh(connection, database, after);
    }

    private static String trace(Pristine before, String table) {
        return before.traces().getOrDefault(table, "");
    }

    /** Anything may have been changed, so all of it is looked at, before and after. */
    private Optional<Cleaned> cleanAll(Connection connection, String database, MySqlLook looked) throws SQLException {
        Set<Long> ours = admin.sessions().of(database);
        Optional<String> now = MySqlState.of(connection, database, ours);
        if (now.equals(Optional.of(fresh))) {
            return Optional.of(new Cleaned(
                    Origin.UNTOUCHED,
                    new Pristine(baseline(looked), looked.glance().traces())));
        }
        Optional<Set<String>> dirty = now.flatMap(state -> MySqlState.tablesThatDiffer(fresh, state));
        if (dirty.isEmpty() || !kin.tables().containsAll(dirty.get())) {
            return Optional.empty();
        }
        return ifFresh(connection, database, clean(connection, database, dirty.get(), Set.of()));
    }

    private Optional<Cleaned> ifFresh(Connection connection, String database, Optional<MySqlLook> after)
            throws SQLException {
        return after.isPresent()
                        && MySqlState.of(connection, database, admin.sessions().of(database))
                                .equals(Optional.of(fresh))
                ? Optional.of(new Cleaned(
                        Origin.CLEANED,
                        new Pristine(baseline(after.get()), after.get().glance().traces())))
                : Optional.empty();
    }

    /** @return empty if that cannot be done, or they do not look as before */
    private Optional<MySqlLook> clean(Connection connection, String database, Set<String> dirty, Set<String> few)
            throws SQLException {
        if (script.hasTriggers() && dirty.stream().map(MySqlNames::quoted).anyMatch(script::fills)) {
            return Optional.empty();
        }
        List<String> names = List.copyOf(dirty);
        List<MySqlTable> expected = kin.expected(connection, names);
        List<String> work = new ArrayList<>(PATIENCE);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean deletes = few.contains(name) && !script.hasTriggers();
            work.addAll(expected.get(i).cleaning(name, deletes, script.rows(MySqlNames.quoted(name))));
        }
        List<String> message = script.inSession(database, work);
        int glanceAt = message.size();
        message.addAll(MySqlGlance.questions(database, traces));
        int tablesAt = message.size();
        message.addAll(MySqlTable.questions(database, names));
        int ddl = MySqlTable.ddl(work);
        int ran = 0;
        MySqlWitness.Stamp stamp = admin.witness().begin();
        try {
            MySqlAnswers answers = MySqlAnswers.to(connection, message);
            ran = ddl;
            MySqlGlance glance = MySqlGlance.of(
                    answers.from(glanceAt), database, admin.sessions().of(database), traces);
            return glance.connected()
                            || !MySqlTable.of(answers.from(tablesAt), database, names.size())
                                    .equals(expected)
                    ? Optional.empty()
                    : Optional.of(new MySqlLook(glance, admin.witness().others(stamp, glance.statements() - ddl)));
        } finally {
            admin.witness().end(ran);
        }
    }

    private static String baseline(MySqlLook looked) {
        return looked.baseline().map(String::valueOf).orElse("");
    }

    private boolean leavesOthersAlone(MySqlLook before, MySqlLook after, Set<String> dirty) {
        return dirty.containsAll(after.glance().since(before.glance().traces()).keySet())
                && (!traces.areOfContent() || after.glance().traces().equals(untouched.traces()));
    }
}

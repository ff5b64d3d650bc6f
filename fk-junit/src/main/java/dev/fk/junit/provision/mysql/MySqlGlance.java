package dev.fk.junit.provision.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server of the MySQL family tells of a database at little cost.
 *
 * @param connected whether somebody else is
 * @param busy whether any other session of the server is doing something that may change more than rows
 * @param statements that it has counted, see {@link MySqlWitness}
 * @param traces what changes when somebody writes to a table or uses a sequence, by its name
 */
record MySqlGlance(boolean connected, boolean busy, long statements, Map<String, String> traces) {
    /** Where there were traces, and are no more. */
    static final String NONE = "";

    private static final String SESSIONS =
            "SELECT ID, DB, COMMAND, upper(substring_index(INFO, ' ', 1)) FROM information_schema.PROCESSLIST WHERE ID <> connection_id()";

    private static final Set<String> IDLE = Set.of("Sleep", "Quit", "Daemon", "Binlog Dump");

    /** What begins with one of these is no DDL, and runs none: not in a function or trigger either, where it is refused. */
    private static final Set<String> ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "COMMIT", "SHOW");

    static List<String> questions(String database, MySqlTraces traces) {
        List<String> questions = new ArrayList<>(List.of(SESSIONS, MySqlWitness.QUESTION));
        questions.addAll(traces.questions(database));
        return questions;
    }

    /** @param ours the sessions that may be connected */
    static MySqlGlance of(MySqlAnswers answers, String database, Set<Long> ours, MySqlTraces traces) {
        boolean connected = false;
        boolean busy = false;
        for (List<String> session : answers.rows(0)) {
            connected |= session.get(1).equals(database) && !ours.contains(Long.valueOf(session.get(0)));
            busy |= !IDLE.contains(session.get(2)) && !ROWS.contains(session.get(3));
        }
        return new MySqlGlance(connected, busy, MySqlWitness.counted(answers.rows(1)), traces.of(answers.from(2)));
    }

    /** The tables and sequences with other traces than before, or {@link #NONE}. */
    Map<String, String> since(Map<String, String> before) {
        Map<String, String> since = new HashMap<>(traces);
        since.entrySet().removeIf(t -> t.getValue().equals(before.get(t.getKey())));
        before.forEach((name, trace) -> {
            if (!traces.containsKey(name)) {
                since.put(name, NONE);
            }
        });
        return since;
    }
}

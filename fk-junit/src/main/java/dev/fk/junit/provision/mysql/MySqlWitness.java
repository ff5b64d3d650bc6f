package dev.fk.junit.provision.mysql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many statements other than ours have run on a server that change more than rows. The server counts statements of all
 * sessions, those in procedures, events and prepared ones included, when they begin; what ours were is counted here. As long
 * as the number stays the same, nobody has changed anything but rows in any of its databases. Thread-safe.
 */
final class MySqlWitness {
    /** Statements that change rows at most; whatever else there is counts, also if it would not have to. */
    private static final String HARMLESS = "'select', 'insert', 'insert_select', 'update', 'update_multi', 'delete',"
            + " 'delete_multi', 'replace', 'replace_select', 'set_option', 'begin', 'commit', 'rollback', 'savepoint',"
            + " 'release_savepoint', 'rollback_to_savepoint', 'change_db', 'call_procedure', 'do', 'empty_query',"
            + " 'admin_commands', 'checksum', 'prepare_sql', 'execute_sql', 'dealloc_sql', 'execute_immediate',"
            + " 'explain_other', 'get_diagnostics', 'signal', 'resignal', 'kill', 'lock_tables', 'unlock_tables', 'help',"
            + " 'compound_sql', 'ha_open', 'ha_read', 'ha_close', 'xa_start', 'xa_end', 'xa_prepare', 'xa_commit',"
            + " 'xa_rollback', 'xa_recover'";

    /** A row for each kind of statement, with its number. */
    static final String QUESTION = "SHOW GLOBAL STATUS WHERE left(Variable_name, 4) = 'Com_' AND Value <> '0'"
            + " AND left(Variable_name, 9) NOT IN ('Com_show_', 'Com_stmt_')"
            + " AND substring(Variable_name, 5) NOT IN (" + HARMLESS + ")";

    /** All that the server has counted: the answer to {@link #QUESTION}. */
    static long counted(List<List<String>> answer) {
        return answer.stream().mapToLong(row -> Long.parseLong(row.get(1))).sum();
    }

    private final Map<String, Long> born = new ConcurrentHashMap<>();
    private long ours;
    private int running;
    private long changes;

    /** When something was looked at. */
    record Stamp(long ours, boolean quiet, long changes) {}

    interface Work {
        void run() throws SQLException;
    }

    synchronized Stamp now() {
        return new Stamp(ours, running == 0, changes);
    }

    /**
     * What others have done so far; empty if statements of ours have run meanwhile.
     *
     * @param since before the server was asked
     * @param all that the server has counted
     */
    synchronized Optional<Long> others(Stamp since, long all) {
        return since.quiet() && since.changes() == changes ? Optional.of(all - since.ours()) : Optional.empty();
    }

    /** Statements of ours: so many, if they succeed. If not, others will seem to have done something. */
    void run(int statements, Work work) throws SQLException {
        begin();
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            end(done ? statements : 0);
        }
    }

    /** Of some statements of ours; to be ended. Quiet if there are no others at this moment. */
    synchronized Stamp begin() {
        running++;
        changes++;
        return new Stamp(ours, running == 1, changes);
    }

    synchronized void end(int statements) {
        ours += statements;
        running--;
        changes++;
    }

    /** Nobody can have done anything to a database before it was there. */
    void isBorn(String database, long others) {
        born.put(database, others);
    }

    Optional<Long> atBirthOf(String database) {
        return Optional.ofNullable(born.get(database));
    }

    void forget(String database) {
        born.remove(database);
    }
}

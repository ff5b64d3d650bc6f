package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Says who is still connected to a database that goes, without fk: as a rule a pool that outlives the test it was made for.
 * What it meets later is an error that tells nothing of that, and on the MySQL family not even that its database was dropped.
 * Thread-safe.
 */
final class Strangers {
    private static final int SHOWN = 3;

    /** Those of ours are as idle as others until the server has seen that they are closed. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DatabaseFactory databases;
    private final Map<String, String> endings = new ConcurrentHashMap<>();

    Strangers(DatabaseFactory databases) {
        this.databases = databases;
    }

    /**
     * Nothing is told of a database of which nobody has said this.
     *
     * @param ended what has happened then: whose it was is over
     */
    void watch(String database, String ended) {
        endings.put(database, ended);
    }

    /** To be called when ours are closed. */
    void tell(String database) {
        String ended = endings.remove(database);
        if (ended == null) {
            return;
        }
        try {
            List<String> idle = Departure.await(
                    () -> databases.idleSessions(database), List::isEmpty, PATIENCE, Duration.ofMillis(2));
            if (!idle.isEmpty()) {
                System.getLogger(Strangers.class.getName()).log(Level.WARNING, text(database, ended, idle));
            }
        } catch (SQLException e) {
            System.getLogger(Strangers.class.getName())
                    .log(Level.DEBUG, "Nobody can tell who is connected to " + database, e);
        }
    }

    private static String text(String database, String ended, List<String> idle) {
        boolean one = idle.size() == 1;
        return ended + " and its database " + database + " is dropped, but "
                + (one ? "a connection that is not fk's is" : idle.size() + " connections that are not fk's are")
                + " still open in it:\n"
                + idle.stream().limit(SHOWN).map(s -> "    " + s + "\n").collect(Collectors.joining())
                + (idle.size() > SHOWN ? "    and " + (idle.size() - SHOWN) + " more\n" : "")
                + "A pool with the URL of a database must not outlive it: whoever uses it from now on finds no database, or no"
                + " tables. Close the pool first, with the test or with its application context (@DirtiesContext). A pool for"
                + " several tests or classes wants a database for as long, SchemaSetup.open(), closed after it or not at all;"
                + " RunningTest.dataSource() leads to that of whichever test runs. fk.leaks=ignore leaves this out.";
    }
}

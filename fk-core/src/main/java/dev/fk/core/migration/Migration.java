package dev.fk.core.migration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One step in the history of a database. {@link #up} is called more than once: before it runs it is tried on a copy of the
 * schema as a value, and its calls are summed up in a checksum. So it has no effects but its calls, and makes the same ones
 * each time.
 */
@API(status = Status.EXPERIMENTAL)
public interface Migration {
    /** What the history calls it, and its place: migrations run in the order of their ids as texts. */
    String id();

    void up(QueryInterface q);

    /**
     * The opposite. Unless written it is what is known of {@link #up}, from what the catalog said before and after each call
     * of it; a dropped table or column comes back without its rows or values, but with what the server dropped along with it
     * without a word: triggers, and on PostgreSQL rules, policies, rights, owners, publications, extended statistics, comments.
     *
     * @throws IrreversibleMigrationException if up called {@link QueryInterface#sql}, of which fk does not know the opposite
     */
    default void down(QueryInterface q) {
        q.takeBack();
    }
}

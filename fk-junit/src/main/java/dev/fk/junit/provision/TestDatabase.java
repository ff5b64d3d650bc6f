package dev.fk.junit.provision;

import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A database in the hands of one test or class. */
@API(status = Status.INTERNAL)
public final class TestDatabase {
    private static final String ABORTED =
            "Nothing that the test wrote is in it: it was all one transaction (isolation ROLLBACK), which the server"
                    + " ended when a statement failed. @WithSchema(isolation = Isolation.PER_METHOD) leaves what was"
                    + " written.";

    private static final String SHARED =
            "Tests that only read share it (isolation READ_ONLY); the server refuses whatever writes."
                    + " @WithSchema(isolation = Isolation.PER_METHOD) gives a test that writes one of its own.";

    private static final String ENDED =
            "the transaction that was to be rolled back had ended before, by a COMMIT or ROLLBACK in SQL or, on MySQL and"
                    + " MariaDB, by DDL, which commits there. Nobody else gets that database; it is faster, and clearer, to"
                    + " give such a test one of its own: @WithSchema(isolation = Isolation.PER_METHOD).";

    private final Workshop workshop;
    private final Copy copy;
    private final Optional<OneTransaction> transaction;
    private final DataSource dataSource;

    TestDatabase(Workshop workshop, Copy copy) {
        this.workshop = workshop;
        this.copy = copy;
        this.transaction = copy.stock().use() == Use.ROLLED_BACK
                ? Optional.of(new OneTransaction(copy.connections()))
                : Optional.empty();
        this.dataSource = transaction.map(OneTransaction::dataSource).orElseGet(() -> copy.connections()
                .dataSource());
    }

    /**
     * Has it told if others than fk are still connected when it is dropped.
     *
     * @param ended why it is: {@code "OrdersTest: saves() is over"}
     */
    public void watch(String ended) {
        workshop.watch(copy, ended);
    }

    /** Connections to it; closed with it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Connections of their own, where those of the test are all the same one. */
    public DataSource beside() {
        return copy.connections().dataSource();
    }

    /** Whether somebody had it before, and what they did. */
    public Origin origin() {
        return copy.origin();
    }

    /** Has it outlive the tests, and says how to get to it. */
    public Access keep() {
        Access access = workshop.keep(copy);
        if (copy.stock().use() == Use.READ_ONLY) {
            return access.noting(SHARED);
        }
        return isAborted() ? access.noting(ABORTED) : access;
    }

    /** Whether a statement that failed has ended the transaction that all of it is. */
    public boolean isAborted() {
        return transaction.filter(OneTransaction::isAborted).isPresent();
    }

    /** Closes all connections that were handed out and leaves the database where it is, with all that was written. */
    public void disconnect() {
        transaction.ifPresent(OneTransaction::commit);
        workshop.leave(copy);
    }

    /** Closes all connections that were handed out, and drops the database before it returns. */
    public void drop() {
        workshop.dropLent(copy);
    }

    /** The same when nobody else is connected any more, or after a while. */
    public void dropWhenLeft() {
        workshop.awaitDeparture(copy);
        drop();
    }

    /**
     * Closes all connections that were handed out. The database goes to somebody else if it was not changed; otherwise it
     * is dropped, soon if not at once.
     *
     * @return what whoever had it should know
     */
    public Optional<String> giveBack() {
        if (transaction.map(OneTransaction::end).orElse(true)) {
            return workshop.takeBack(copy);
        }
        boolean committed = !workshop.isAsItWas(copy);
        workshop.discardLent(copy);
        return committed ? Optional.of(ENDED) : Optional.empty();
    }
}

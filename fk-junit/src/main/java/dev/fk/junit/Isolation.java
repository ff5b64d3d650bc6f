package dev.fk.junit;

import dev.fk.junit.provision.Use;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Who shares a database. */
@API(status = Status.EXPERIMENTAL)
public enum Isolation {
    /** What an enclosing annotation says, then what is configured as {@code fk.isolation}, then {@link #PER_METHOD}. */
    DEFAULT(Use.ALONE),
    /**
     * Every test method, and every repetition of one, gets its own database in the declared state. One that nobody has
     * changed, through whichever connection, goes to the next. So does one in which only rows and generated keys were
     * changed: its dirty tables are emptied first, and what the template had in them is put back. After DDL, while somebody
     * is still connected, or if anything cannot be told, the next gets another copy of the template.
     *
     * <p>On PostgreSQL this takes version 15 and a superuser, and dirty tables of at most a page (8 kB); what a session
     * writes while {@code track_counts} is off is not seen, and notes that VACUUM alone makes for the planner stay. On MySQL
     * and MariaDB a table that has rows in the template is not filled again if there are triggers.
     */
    PER_METHOD(Use.ALONE),
    /**
     * The methods of the annotated class, and of the classes nested in it, share one database and see what the others
     * wrote. It is there in {@code @BeforeAll} already.
     */
    PER_CLASS(Use.ALONE),
    /**
     * Every test method runs in one transaction, which is rolled back; the database goes to the next. All its connections
     * are the same one, its own transactions are savepoints in it, and generated keys go on where they were.
     *
     * <p>What a test commits in SQL, and any DDL on MySQL and MariaDB, which commit then, is noticed: a warning says so, and
     * nobody else gets that database. On PostgreSQL a statement that fails ends the transaction: nothing works any more
     * but its rollback, and the failure of the test says which statement it was. One that is expected to fail needs a
     * transaction of its own, {@code setAutoCommit(false)} before it and {@code rollback()} after it, or the test
     * {@link #PER_METHOD}.
     */
    ROLLBACK(Use.ROLLED_BACK),
    /**
     * All tests of the launcher session that declare the same share one database. Who writes gets an error from the server,
     * and whoever manages to write all the same a warning; nobody else gets that database.
     */
    READ_ONLY(Use.READ_ONLY);

    private final Use use;

    Isolation(Use use) {
        this.use = use;
    }

    Use use() {
        return use;
    }
}

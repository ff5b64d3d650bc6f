package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.Login;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import dev.fk.junit.report.Costs;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A database in its declared state for code that JUnit does not call: a framework that wants to be given a URL before its
 * tests begin, or a main method. Made by {@link SchemaSetup#open}; ends when it is closed, and with the JVM at the latest: when
 * it exits, shutdown hooks of others, such as Spring's, can still use the database. On a server that fk has not started for
 * this JVM alone, that is as long as they are connected, at most two seconds.
 */
@API(status = Status.EXPERIMENTAL)
public final class OpenDatabase implements AutoCloseable {
    private final OpenServers.Lease lease;
    private final TestDatabase handed;
    private final Database database;
    private final Login login;
    private final Thread atExit = new Thread(() -> end(TestDatabase::dropWhenLeft), "fk-open-database-end");
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenDatabase(OpenServers.Lease lease, TestDatabase handed, Database database, Login login) {
        this.lease = lease;
        this.handed = handed;
        this.database = database;
        this.login = login;
    }

    static OpenDatabase of(Declared declared) {
        SchemaConfig config = SchemaConfig.of(List.of(declared), TestSession.configuration(), Optional.empty());
        OpenServers.Lease lease = OpenServers.take(config.server());
        boolean ready = false;
        try {
            SchemaBlueprint blueprint = new SchemaBlueprint(SchemaBlueprint.Declaration.of(config), new Costs().run());
            TestDatabase handed = lease.supply().take(blueprint, Use.ALONE);
            Database database = blueprint.database(handed.dataSource());
            OpenDatabase open = new OpenDatabase(
                    lease,
                    handed,
                    database,
                    lease.server().connectTo(database.server().database()).unwrap(Login.class));
            if (config.reporting().leaks() != Leaks.IGNORE) {
                handed.watch("The OpenDatabase of " + declared.sources() + " is closed");
            }
            if (lease.server().isShared()) {
                Runtime.getRuntime().addShutdownHook(open.atExit);
            } // otherwise it ends with its server, which ends with the JVM
            ready = true;
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open a database of " + declared.sources(), e);
        } finally {
            if (!ready) {
                OpenServers.giveBack(lease);
            }
        }
    }

    /** For assertions: {@code assertThat(table(open.database(), "orders")).exists()}. */
    public Database database() {
        return database;
    }

    /** New connections to it; needs neither user nor password. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Its JDBC URL, for a pool or a framework. */
    public String url() {
        return login.url();
    }

    /** Who may log in; empty if the URL says so already. */
    public String user() {
        return login.user();
    }

    /** The user's password, a secret; empty if the URL has it. */
    public String password() {
        return login.password();
    }

    /** Drops the database, and with the last one on it the server, if fk has started it for this. */
    @Override
    public void close() {
        end(TestDatabase::drop);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException goingDown) {
            System.getLogger(OpenDatabase.class.getName())
                    .log(Level.DEBUG, "The JVM is going down; the hook finds nothing left to do", goingDown);
        }
    }

    private void end(Consumer<TestDatabase> how) {
        if (!closed.getAndSet(true)) {
            how.accept(handed);
            OpenServers.giveBack(lease);
        }
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return database.toString();
    }
}

package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Sql;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.report.ConnectionState;
import dev.fk.junit.report.Cost;
import dev.fk.junit.report.Hang;
import dev.fk.junit.report.Opened;
import dev.fk.junit.report.Patience;
import dev.fk.junit.report.Snapshot;
import dev.fk.junit.report.StatementLog;
import dev.fk.junit.report.Watch;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A database in the hands of a test or class. JUnit closes it when the owner's context ends, after everything else. */
final class Lease implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Lease.class);

    private final ExtensionContext owner;
    private final TestScope scope;
    private final SessionServer server;
    private final TestDatabase handed;
    private final Watch watch;
    private final DataSource dataSource;
    private final Supplier<Database> database;
    private final Cost cost;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicReference<Optional<Hang>> cancelled = new AtomicReference<>(Optional.empty());

    private Lease(
            ExtensionContext owner,
            TestScope scope,
            SessionServer server,
            TestDatabase handed,
            Watch watch,
            DataSource dataSource,
            Supplier<Database> database,
            Cost cost) {
        this.owner = owner;
        this.scope = scope;
        this.server = server;
        this.handed = handed;
        this.watch = watch;
        this.dataSource = dataSource;
        this.database = database;
        this.cost = cost;
    }

    /** The one lease of this owner and name; made when first asked for. */
    static Lease of(ExtensionContext owner, TestScope scope, SessionServer server) {
        // The owner's id is part of the key, because stores inherit from the stores around them.
        return store(owner).getOrComputeIfAbsent(key(owner, scope), key -> take(owner, scope, server), Lease.class);
    }

    /** The same, if it was made. */
    static Optional<Lease> find(ExtensionContext owner, TestScope scope) {
        return Optional.ofNullable(store(owner).get(key(owner, scope), Lease.class));
    }

    private static String key(ExtensionContext owner, TestScope scope) {
        return "lease of " + scope.name() + " by " + owner.getUniqueId();
    }

    private static Lease take(ExtensionContext owner, TestScope scope, SessionServer server) {
        SchemaBlueprint blueprint = TestSession.of(owner).blueprint(scope.config());
        Cost cost = TestSession.of(owner).cost(owner.getRequiredTestClass());
        TestDatabase handed = cost.take(
                () -> server.take(blueprint, scope.config().isolation().use()));
        switch (handed.origin()) {
            case COPIED -> cost.copied();
            case CLEANED -> cost.cleaned();
            case UNTOUCHED -> {} // one of the others
        }
        boolean ready = false;
        try {
            Watch watch =
                    new Watch(handed.dataSource(), owner.getRequiredTestClass().getPackageName());
            DataSource dataSource = watch.dataSource();
            Supplier<Database> database =
                    new Lazily<>(() -> blueprint.database(dataSource).listening(watch));
            watch.speaks(server.kind(database).diagnosis());
            Lease lease = new Lease(owner, scope, server, handed, watch, dataSource, database, cost);
            ActiveLeases.add(lease);
            if (scope.config().reporting().leaks() != Leaks.IGNORE) {
                handed.watch(lease.owner() + " is over");
            }
            ready = true;
            return lease;
        } finally {
            if (!ready) {
                handed.giveBack();
            }
        }
    }

    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Nobody asks the server for what it is on behalf of a test that only wants connections. */
    Database database() {
        return database.get();
    }

    DataSource dataSource() {
        return dataSource;
    }

    SessionServer server() {
        return server;
    }

    TestScope scope() {
        return scope;
    }

    Class<?> testClass() {
        return owner.getRequiredTestClass();
    }

    /** What is there now; nobody hears of the questions. */
    Snapshot snapshot() {
        return Snapshot.of(Database.of(Patience.limited(handed.dataSource())));
    }

    StatementLog statements() {
        return watch.log();
    }

    /** A connection that the caller closes. */
    Connection connect() throws SQLException {
        return watch.lend();
    }

    /** Has a failure in this context count, where the database lives longer than the context. */
    void watch(ExtensionContext context) {
        if (!isOwner(context)) {
            AutoCloseable atEnd = () -> failure(context).ifPresent(failure -> failed(failure, context));
            store(context).put("watch of " + scope.name() + " for " + context.getUniqueId(), atEnd);
        }
    }

    boolean isOwner(ExtensionContext context) {
        return context.getUniqueId().equals(owner.getUniqueId());
    }

    /** A test failed on this database: it is kept if that is wanted, and the failure says where. */
    void failed(Throwable failure, ExtensionContext test) {
        failed.set(true);
        if (KeptDatabase.isTold(failure, scope.name())) {
            return;
        }
        Hang hang = hang(failure, test);
        if (!hang.isNone()) {
            failure.addSuppressed(new HangingTest(scope.name(), hang, testClass()));
        }
        if (isOwner(test)) {
            watch.closeAll(); // what the test began and did not end would keep us waiting
        }
        if (handed.isAborted() && !hang.cancelled()) {
            EndedTransaction.explain(failure, watch.log().firstFailure());
        }
        watch.refusedBehind(failure).ifPresent(refused -> WhyRefused.explain(failure, refused, beside()));
        String files = scope.config().reporting().files() ? new Attachments(this, test).publish() : "";
        if (keep() != Keep.NEVER) {
            failure.addSuppressed(new KeptDatabase(
                    scope.name(),
                    handed.keep(),
                    files,
                    scope.config()
                            .reporting()
                            .settings()
                            .set(scope.config().server().dialect())));
        }
    }

    /** What fk has cancelled so that the test could end, or what does not get on now. */
    private Hang hang(Throwable failure, ExtensionContext test) {
        Optional<Hang> before = cancelled.getAndSet(Optional.empty());
        if (before.isPresent()) {
            return before.get();
        }
        Hang now = hang();
        // Hanging up is not enough: the server would go on, and write and commit once it gets what it waits for.
        boolean over = (isOwner(test) || failure instanceof TimeoutException)
                && TestSession.of(test).watchdog().isLeft(this);
        return over ? cancelled(now) : now;
    }

    private Hang hang() {
        List<ConnectionState> states = watch.states();
        try {
            return new Hang(beside().inquiry().standstill(), states, false);
        } catch (DatabaseException unreachable) {
            return new Hang(List.of(), states, false);
        }
    }

    /** Has what does not get on fail, and remembers it for the failure of the test. */
    void cancelHang() {
        cancelAndRemember(hang());
    }

    /** The statement for which a thread waits while it keeps another transaction open; empty if there is none. */
    Optional<String> awaitedInVainBy(Thread thread) {
        return watch.awaitedInVainBy(thread);
    }

    /** Has statements fail that wait for a lock, and remembers them for the failure of the test. */
    void cancelWaiting() {
        cancelAndRemember(hang().onlyWaiting());
    }

    private void cancelAndRemember(Hang now) {
        Hang hang = cancelled(now);
        if (hang.cancelled()) {
            cancelled.updateAndGet(first -> first.isPresent() ? first : Optional.of(hang));
        }
    }

    private Hang cancelled(Hang hang) {
        if (hang.isNone()) {
            return hang;
        }
        hang.statements().forEach(statement -> cancel(statement.cancelling()));
        return hang.cancelling();
    }

    private void cancel(Sql cancelling) {
        try {
            beside().execute(cancelling);
        } catch (DatabaseException over) {
            System.getLogger(WithSchema.class.getName()).log(Level.DEBUG, "It was done in the meantime", over);
        }
    }

    private Database beside() {
        return Database.of(Patience.limited(handed.beside()));
    }

    private Keep keep() {
        return scope.config().keep();
    }

    /** Says which connections the test has left open, where this context is the one that the database ends with. */
    void reportLeaks(ExtensionContext context) {
        Leaks leaks = scope.config().reporting().leaks();
        List<Opened> open = watch.stillOpen();
        if (leaks == Leaks.IGNORE || open.isEmpty() || isCutOff(context)) {
            return;
        }
        String text =
                Opened.describe(context.getDisplayName(), open, testClass().getPackageName());
        if (leaks == Leaks.FAIL && context.getExecutionException().isEmpty()) {
            throw new AssertionFailedError(text);
        }
        context.publishReportEntry("fk.leaks", text);
        System.getLogger(WithSchema.class.getName()).log(Level.WARNING, text);
    }

    /** Whether the test failed before it could close anything: its time was up, and a thread of it still waits. */
    private boolean isCutOff(ExtensionContext context) {
        return watch.isBusy() && context.getExecutionException().isPresent();
    }

    /** Whether what somebody does there could be seen in the other one. */
    boolean sharesDatabaseWith(Lease other) {
        return this == other || (isReadOnly() && other.isReadOnly());
    }

    private boolean isReadOnly() {
        return scope.config().isolation() == Isolation.READ_ONLY;
    }

    /** Whether it is the same as another one, or belongs to a part of what that one is for. */
    boolean isInside(Lease other) {
        return (owner.getUniqueId() + "/").startsWith(other.owner.getUniqueId() + "/");
    }

    /** For messages. */
    String owner() {
        return testClass().getSimpleName() + ": " + owner.getDisplayName();
    }

    @Override
    public void close() {
        ActiveLeases.remove(this);
        failure(owner).ifPresent(failure -> failed(failure, owner));
        if (keep() == Keep.ALWAYS && !failed.get()) {
            System.getLogger(WithSchema.class.getName())
                    .log(Level.INFO, owner.getDisplayName() + ": " + KeptDatabase.text(scope.name(), handed.keep()));
        }
        watch.interrupt();
        cost.giveBack(() -> {
            if (keep() == Keep.ALWAYS || (keep() == Keep.ON_FAILURE && failed.get())) {
                handed.disconnect();
            } else {
                handed.giveBack().ifPresent(remark -> System.getLogger(WithSchema.class.getName())
                        .log(Level.WARNING, owner.getDisplayName() + ": " + remark));
            }
        });
    }

    private static Optional<Throwable> failure(ExtensionContext context) {
        return context.getExecutionException().filter(t -> !(t instanceof TestAbortedException));
    }
}

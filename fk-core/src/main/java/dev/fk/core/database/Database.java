package dev.fk.core.database;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.dialect.LockHolder;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.dialect.ScratchSpace;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A live database. Immutable and thread-safe: every call takes a connection from the data source and gives it back, and
 * nothing about the catalog is remembered between calls.
 */
@API(status = Status.EXPERIMENTAL)
public final class Database {
    private final DataSource dataSource;
    private final Dialect dialect;
    private final ServerInfo server;
    private final String url;
    private final CatalogScope scope;
    private final StatementListener listener;
    private final Optional<Patience> patience;

    private Database(
            DataSource dataSource,
            Dialect dialect,
            ServerInfo server,
            String url,
            CatalogScope scope,
            StatementListener listener,
            Optional<Patience> patience) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.server = server;
        this.url = url;
        this.scope = scope;
        this.listener = listener;
        this.patience = patience;
    }

    /** The database behind a data source; connects once to learn which server it is. */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return new Database(
                    dataSource,
                    dialect,
                    dialect.server(connection),
                    PublicUrl.of(connection.getMetaData().getURL()),
                    CatalogScope.defaultSchema(),
                    StatementListener.none(),
                    Optional.empty());
        } catch (SQLException e) {
            throw new DatabaseException("Cannot find out which server the data source leads to", e);
        }
    }

    /**
     * The database at a JDBC URL; user and password stand in it, behind the question mark. Every call opens a connection of
     * its own.
     *
     * @throws DatabaseException if no driver on the class path accepts the URL, or the server cannot be reached
     */
    public static Database at(String url) {
        return of(UrlDataSource.to(url));
    }

    /** The same database, with other schemas in view. */
    public Database withScope(CatalogScope other) {
        return new Database(dataSource, dialect, server, url, other, listener, patience);
    }

    /** The same database, with all of it in view; on the MySQL family a schema is a database, and the others are those of others. */
    public Database whole() {
        return server.defaultSchema().equals(server.database()) ? this : withScope(CatalogScope.allSchemas());
    }

    /** The same database; the listener hears every statement that changes it, beside those that listen already. */
    public Database listening(StatementListener other) {
        return new Database(dataSource, dialect, server, url, scope, listener.and(other), patience);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public ServerInfo server() {
        return server;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether what DDL does is undone where its transaction is rolled back: so it is on PostgreSQL. */
    public boolean hasTransactionalDdl() {
        return dialect.hasTransactionalDdl(server);
    }

    public CatalogScope scope() {
        return scope;
    }

    /** The JDBC URL as the driver reports it, without user and password, and without what the driver does by default. */
    public String url() {
        return DriverDefaults.without(url);
    }

    /**
     * The URL without its parameters: where it is, for people. Some data sources report every parameter there is (PostgreSQL's
     * own, 42.7), sixty of them.
     */
    public String location() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** The catalog as it is now. */
    public CanonicalSchema read() {
        return call("Cannot read the catalog of " + location(), connection -> read(connection));
    }

    /**
     * These tables as they are now, those of them that are there and in view, and all enum types: in less time than
     * {@link #read} takes, the more tables there are.
     *
     * @param tables in the spelling of the catalog
     */
    public CanonicalSchema read(Set<QualifiedName> tables) {
        return call("Cannot read the catalog of " + location(), connection -> dialect.catalog(server)
                .read(connection, scope, tables));
    }

    /**
     * The catalog as it is now, of a database that is likely to be empty: if it is, little is asked, otherwise a little more
     * than by {@link #read}.
     */
    public CanonicalSchema readIfAny() {
        return call("Cannot read the catalog of " + location(), connection -> dialect.catalog(server)
                .readIfAny(connection, scope));
    }

    /**
     * A catalog that was read, as rows meet it: with what partitions have from the table that they are a part of
     * (PostgreSQL). Asks the server only where there are such tables.
     */
    public CanonicalSchema inForce(CanonicalSchema read) {
        boolean whole = read.schema().tables().values().stream()
                .allMatch(t -> dialect.parents(t).isEmpty());
        return whole
                ? read
                : call("Cannot read the catalog of " + location(), connection -> dialect.catalog(server)
                        .readInForce(connection, scope));
    }

    /** Views, sequences and triggers in view, as they are now. */
    public SchemaObjects objects() {
        return call(
                "Cannot read the views, sequences and triggers of " + location(),
                connection -> dialect.objects(server).read(connection, scope));
    }

    /** The actions of all foreign keys in view in the catalog's own words, as they are now. */
    public List<ReportedActions> reportedActions() {
        return call("Cannot read the foreign keys of " + location(), connection -> dialect.catalog(server)
                .actions(connection, scope));
    }

    /**
     * What uses enum types beside columns in view, in the server's words, as it is now; for its sake they stay. One round trip,
     * none for no types.
     */
    public Map<QualifiedName, List<String>> usersOf(List<QualifiedName> types) {
        return types.isEmpty()
                ? Map.of()
                : call("Cannot find out what uses " + types, connection -> dialect.catalog(server)
                        .usersOf(connection, types, scope));
    }

    /** The declared schema as this server would report it, as far as that is known without asking. */
    public CanonicalSchema canonical(Schema declared) {
        return dialect.canonicalizer(server).canonical(declared);
    }

    /** The wish with the expressions of these tables in the server's own words; the server is asked, nothing is left. */
    public CanonicalSchema normalize(CanonicalSchema wish, Set<QualifiedName> tables) {
        return call(
                "Cannot let " + server + " write expressions in its own words, in tables that are not kept",
                connection -> dialect.normalizer(server).normalize(connection, wish, tables));
    }

    /** What the server says against the types and expressions of a canonical table; it is asked, nothing is left. */
    public Optional<String> refusal(Table wanted) {
        return call("Cannot ask " + server + " about " + wanted.name(), connection -> dialect.normalizer(server)
                .refusal(connection, wanted));
    }

    /** The statements for one change, as they would run now. */
    public List<Sql> ddl(Change change) {
        return change.accept(dialect.ddl(server));
    }

    /** The rows that are there. */
    public LiveData data() {
        return new LiveData(this);
    }

    /** Why something is not as it was said. */
    public Inquiry inquiry() {
        return new Inquiry(this);
    }

    /** What the server would say to changes. */
    public LivePlanner planner() {
        return new LivePlanner(this);
    }

    /** The changes in an order that works, as {@link #planner} finds it. */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        return planner().plan(changes, from);
    }

    /**
     * Runs a plan as it is, whatever it risks.
     *
     * @throws StatementFailedException if the server refuses a statement; it says why, as far as that can be seen
     */
    public void run(Plan plan) {
        call("Cannot run a plan of " + plan.steps().size() + " statements on " + location(), connection -> {
            try (Limited limited = limited(connection)) {
                executor(limited).run(connection, plan);
            }
            return plan;
        });
    }

    /**
     * Runs a statement that fk does not plan. What it changes lasts once the connection commits: one that does not by itself,
     * as pools may lend it, keeps it in {@link #inTransaction} alone.
     *
     * @throws DatabaseException if the server refuses it; it says why, as far as that can be seen
     */
    public void execute(Sql sql) {
        call("Cannot execute " + sql, connection -> {
            try (Limited limited = limited(connection)) {
                executor(limited).run(connection, sql);
            }
            return sql;
        });
    }

    /**
     * The same; also in a transaction that an error would end before anybody could ask why, for two round trips more.
     *
     * @throws DatabaseException if the server refuses it
     */
    public void executeExplained(Sql sql) {
        call("Cannot execute " + sql, connection -> {
            try (Limited limited = limited(connection)) {
                executor(limited).runExplained(connection, sql);
            }
            return sql;
        });
    }

    /** Whether there is a schema of this name, spelt like that; a database, on the MySQL family. */
    public boolean hasSchema(String name) {
        return call("Cannot look for schema " + name, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(dialect.diagnosis(server).schemaNamed())) {
                statement.setString(1, name);
                return statement.executeQuery().next();
            }
        });
    }

    /**
     * The rows that a query finds, each value by the label of its column as the driver gives it.
     *
     * @throws DatabaseException if the server refuses it
     */
    public List<Map<String, @Nullable Object>> query(Sql sql) {
        return call("Cannot query " + sql, connection -> Rows.of(connection, sql));
    }

    /**
     * Runs the body on one connection and commits, or rolls back if it throws.
     *
     * @throws PartialTransactionException if the body fails and the server has committed DDL of it implicitly
     */
    public void inTransaction(Consumer<Database> body) {
        Transaction transaction = new Transaction(hasTransactionalDdl());
        call("Cannot run a transaction on " + location(), connection -> {
            begin(connection);
            transaction.run(connection, inside -> body.accept(on(inside).listening(transaction)));
            return transaction;
        });
    }

    /** Runs the body with a database whose calls share one connection, each still a transaction of its own. */
    public <T> T onOneConnection(Function<Database, T> body) {
        return call(
                "Cannot keep a connection to " + location(),
                connection -> body.apply(
                        connection instanceof Transaction.Shared
                                ? this
                                : on(SharedConnection.without(Set.of("close"), connection))));
    }

    /**
     * Runs the body, on one connection, while nobody else who asks for it here can do the same with this database.
     *
     * @param patience how long to wait for those who do
     * @throws DatabaseLockedException if they have not finished by then; says who they are
     */
    public <T> T exclusively(Duration patience, Function<Database, T> body) {
        return onOneConnection(inside -> inside.call("Cannot lock " + location(), connection -> {
            try (AutoCommit each = AutoCommit.on(connection)) {
                AdvisoryLock lock = dialect.lock(server);
                Optional<LockHolder> holder = lock.acquire(each.connection(), patience);
                if (holder.isPresent()) {
                    throw new DatabaseLockedException(this, patience, holder.get());
                }
                Patience limited = new Patience(dialect.lockLimit(server), patience);
                try (Locked locked = new Locked(lock, limited, connection)) {
                    return locked.run(inside, body);
                }
            }
        }));
    }

    /**
     * Runs the body in an empty place of its own on the server, which is gone afterwards with all that was created there.
     * The body sees its default schema only; no listener hears of it.
     *
     * @throws IllegalStateException within a transaction, which the place would have to end
     */
    public <T> T inScratch(Function<Database, T> body) {
        return call("Cannot try statements in a place of their own on " + location(), connection -> {
            if (connection instanceof Transaction.Shared) {
                throw new IllegalStateException("A transaction is open on this connection, so that nothing can be tried"
                        + " out beside it. Do it before the transaction begins.");
            }
            ScratchSpace space = dialect.scratch(server);
            enter(space, connection);
            try (Entered entered = new Entered(space, connection)) {
                return body.apply(new Database(
                        entered.dataSource(),
                        dialect,
                        dialect.server(connection),
                        url,
                        CatalogScope.defaultSchema(),
                        StatementListener.none(),
                        Optional.empty()));
            }
        });
    }

    private void enter(ScratchSpace space, Connection connection) throws SQLException {
        try {
            space.enter(connection);
        } catch (SQLException refused) {
            Optional<MissingRight> missing = space.missingRight(connection, refused);
            if (missing.isEmpty()) {
                throw refused;
            }
            throw new DatabaseException(
                    "Nothing can be tried in a place of its own on " + location(),
                    refused,
                    List.of(Explanation.of(missing.get())));
        }
    }

    private Database on(DataSource other) {
        return new Database(other, dialect, server, url, scope, listener, patience);
    }

    Database with(Patience limited) {
        return new Database(dataSource, dialect, server, url, scope, listener, Optional.of(limited));
    }

    private void begin(Connection connection) throws SQLException {
        if (patience.isPresent()) {
            patience.get().begin(connection);
        }
    }

    private Limited limited(Connection connection) {
        return Limited.on(connection, patience, dialect.lockLimit(server));
    }

    private Executor executor(Limited limited) {
        return new Executor(listener, investigation(), limited.patience());
    }

    Investigation investigation() {
        return new Investigation(dialect, server, scope);
    }

    private CanonicalSchema read(Connection connection) throws SQLException {
        return dialect.catalog(server).read(connection, scope);
    }

    <T> T call(String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return on(connection, what, work);
        } catch (SQLException e) {
            throw new DatabaseException(what, e);
        }
    }

    private <T> T on(Connection connection, String what, Work<T> work) {
        try {
            return work.with(connection);
        } catch (MissingRightException e) {
            throw new DatabaseException(what, e, List.of(Explanation.of(e.right())));
        } catch (SQLException e) {
            throw new DatabaseException(what, e, investigation().ofReading(connection, e));
        }
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** {@code PostgreSQL 18.1, jdbc:postgresql://127.0.0.1:5432/test}. */
    @Override
    public String toString() {
        return server + ", " + location();
    }
}

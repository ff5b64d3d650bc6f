package dev.fk.core.database;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Planner;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

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

    private Database(
            DataSource dataSource,
            Dialect dialect,
            ServerInfo server,
            String url,
            CatalogScope scope,
            StatementListener listener) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.server = server;
        this.url = url;
        this.scope = scope;
        this.listener = listener;
    }

    /** The database behind a data source; connects once to learn which server it is. */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return new Database(
                    dataSource,
                    dialect,
                    dialect.server(connection),
                    withoutCredentials(connection.getMetaData().getURL()),
                    CatalogScope.defaultSchema(),
                    StatementListener.none());
        } catch (SQLException e) {
            throw new DatabaseException("Cannot find out which server the data source leads to", e);
        }
    }

    /** The same database, with other schemas in view. */
    public Database withScope(CatalogScope other) {
        return new Database(dataSource, dialect, server, url, other, listener);
    }

    /** The same database; the listener hears every statement that changes it, beside those that listen already. */
    public Database listening(StatementListener other) {
        return new Database(dataSource, dialect, server, url, scope, listener.and(other));
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

    public CatalogScope scope() {
        return scope;
    }

    /** MariaDB's driver reports user and password, the latter as asterisks. */
    private static String withoutCredentials(String reported) {
        return reported.replaceAll("(?i)(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    }

    /** The JDBC URL as the driver reports it, without credentials. */
    public String url() {
        return url;
    }

    /** The catalog as it is now. */
    public CanonicalSchema read() {
        return call("Cannot read the catalog of " + url, connection -> read(connection));
    }

    /** The actions of all foreign keys in view in the catalog's own words, as they are now. */
    public List<ReportedActions> reportedActions() {
        return call("Cannot read the foreign keys of " + url, connection -> dialect.catalog(server)
                .actions(connection, scope));
    }

    /** The declared schema as this server would report it, as far as that is known without asking. */
    public CanonicalSchema canonical(Schema declared) {
        return dialect.canonicalizer(server).canonical(declared);
    }

    /** The wish with the expressions of these tables in the server's own words; the server is asked, nothing is left. */
    public CanonicalSchema normalize(CanonicalSchema wish, Set<QualifiedName> tables) {
        return call("Cannot let " + server + " normalise expressions", connection -> dialect.normalizer(server)
                .normalize(connection, wish, tables));
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

    /** The changes in an order that works, given what is there. */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        return new Planner(dialect, server).plan(changes, from);
    }

    /** Runs a plan as it is, whatever it risks. */
    public void run(Plan plan) {
        call("Cannot run a plan of " + plan.steps().size() + " statements on " + url, connection -> {
            new Executor(listener).run(connection, plan);
            return plan;
        });
    }

    /** Runs a statement that fk does not look into. */
    public void execute(Sql sql) {
        call("Cannot execute " + sql, connection -> {
            new Executor(listener).run(connection, sql);
            return sql;
        });
    }

    /**
     * Runs the body on one connection and commits, or rolls back if it throws.
     *
     * @throws PartialTransactionException if the body fails and the server has committed DDL of it implicitly
     */
    public void inTransaction(Consumer<Database> body) {
        Transaction transaction =
                new Transaction(dialect.capabilities(server.version()).transactionalDdl());
        call("Cannot run a transaction on " + url, connection -> {
            transaction.run(
                    connection,
                    inside ->
                            body.accept(new Database(inside, dialect, server, url, scope, listener.and(transaction))));
            return transaction;
        });
    }

    private CanonicalSchema read(Connection connection) throws SQLException {
        return dialect.catalog(server).read(connection, scope);
    }

    private <T> T call(String what, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new DatabaseException(what, e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** {@code PostgreSQL 18.1, jdbc:postgresql://127.0.0.1:5432/test}. */
    @Override
    public String toString() {
        return server + ", " + url;
    }
}

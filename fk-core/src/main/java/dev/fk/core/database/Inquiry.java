package dev.fk.core.database;

import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.ReplicaIdentity;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Why something is not in a database, or was refused by it, found by looking. */
@API(status = Status.EXPERIMENTAL)
public final class Inquiry {
    private final Database database;

    Inquiry(Database database) {
        this.database = database;
    }

    /**
     * Why the server has refused a statement that others executed, as tables and rows show it now.
     *
     * @param connection on which they did, and nothing since
     * @return empty where looking shows nothing, or where nobody can look: in a transaction that PostgreSQL has aborted
     */
    public List<Explanation> explain(Connection connection, Sql refused, SQLException error) {
        Investigation investigation = database.investigation();
        return investigation.isAborted(connection) ? List.of() : investigation.of(connection, refused, error);
    }

    /**
     * A failure that says why, as far as another connection sees it.
     *
     * @param what could not be done
     */
    public DatabaseException explained(String what, SQLException refused) {
        try (Connection connection = database.dataSource().getConnection()) {
            return new DatabaseException(what, refused, database.investigation().ofReading(connection, refused));
        } catch (SQLException unseen) {
            return new DatabaseException(what, refused);
        }
    }

    /**
     * Does nothing if the server would show these tables to the user of the connection if they were there. MySQL and MariaDB
     * show a table only to users with a privilege on it, and to all others as if there were none.
     *
     * @param absent tables that the catalog does not show
     * @throws DatabaseException if it would not; says which, and which right shows them
     */
    public void refuseUnseen(Collection<QualifiedName> absent) {
        refuse("Cannot tell which tables there are", toSee(absent));
    }

    /**
     * Does nothing if the server shows all tables and views of the default schema to the user of the connection.
     *
     * @throws DatabaseException if it does not; says which right shows them
     */
    public void refuseUnseenTables() {
        ask("Cannot tell which tables there are", Diagnosis::toSeeAll);
    }

    /**
     * Does nothing if the server shows the triggers of a table to the user of the connection.
     *
     * @throws DatabaseException if it does not; says which right shows them
     */
    public void refuseUnseenTriggers(QualifiedName table) {
        ask(
                "Cannot tell which triggers " + table + " has",
                (diagnosis, connection) -> diagnosis.toSeeTriggers(connection, table));
    }

    private interface Question {
        Optional<MissingRight> of(Diagnosis diagnosis, Connection connection) throws SQLException;
    }

    private void ask(String what, Question question) {
        Diagnosis diagnosis = database.dialect().diagnosis(database.server());
        refuse(what, database.call(what, connection -> question.of(diagnosis, connection)));
    }

    private static void refuse(String what, Optional<MissingRight> right) {
        if (right.isPresent()) {
            throw new DatabaseException(
                    what,
                    new MissingRightException("some are perhaps not shown", right.get()),
                    List.of(Explanation.of(right.get())));
        }
    }

    /** By which index replicas tell the rows of a table apart; empty if nobody has chosen one. */
    public Optional<ReplicaIdentity> replicaIdentity(QualifiedName table) {
        return database.call(
                "Cannot read by what replicas tell the rows of " + table + " apart",
                connection -> database.dialect().diagnosis(database.server()).replicaIdentity(connection, table));
    }

    /**
     * The right without which the server would not show some of these tables, even if they were there; empty if it would.
     *
     * @param absent tables that the catalog does not show
     */
    public Optional<MissingRight> toSee(Collection<QualifiedName> absent) {
        return absent.isEmpty()
                ? Optional.empty()
                : database.call("Cannot tell which tables there are", connection -> database.dialect()
                        .diagnosis(database.server())
                        .toSee(connection, absent));
    }

    /**
     * The open transactions of others that seem to have made or changed tables, which nobody else sees before they commit: for
     * each which tables, and who it is. Empty where DDL commits itself, and where nobody can ask.
     */
    public List<String> uncommitted() {
        Optional<Sql> query = database.dialect().diagnosis(database.server()).uncommitted();
        try {
            return query.stream()
                    .flatMap(q -> database.query(q).stream())
                    .map(Inquiry::uncommitted)
                    .toList();
        } catch (DatabaseException unseen) {
            return List.of();
        }
    }

    private static String uncommitted(Map<String, @Nullable Object> row) {
        return "what a transaction has made or changed (" + row.get("tables")
                + ") is not committed, and nobody else sees it:\n"
                + row.get("holder");
    }

    /**
     * The statements of others in this database that wait for a lock or take more than a second, the oldest first. None where
     * nobody can ask.
     */
    public List<Standstill> standstill() {
        Map<String, Standstill> all = new LinkedHashMap<>();
        try {
            database.query(database.dialect().diagnosis(database.server()).standstill()).stream()
                    .map(Standstill::of)
                    .forEach(s -> all.merge(s.statement(), s, Standstill::and));
        } catch (DatabaseException unseen) {
            return List.of();
        }
        return List.copyOf(all.values());
    }

    /**
     * The foreign keys that statements say, and that the server did not make though it took them without a word: MySQL before
     * 9.0 passes over {@code REFERENCES} behind a column, MyISAM over every foreign key. One of a table or column that is not
     * there any more, or that a later statement drops, is not missed.
     *
     * @param executed statements that the server has taken, in their order, and none since that drops a foreign key
     */
    public List<Explanation> passedOver(List<Sql> executed) {
        return database.call("Cannot look for foreign keys", connection -> database.investigation()
                .passedOver(connection, executed));
    }
}

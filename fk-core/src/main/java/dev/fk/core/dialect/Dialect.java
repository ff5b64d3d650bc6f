package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One kind of server. Implementations are stateless, thread-safe and found by {@link java.util.ServiceLoader}. */
@API(status = Status.EXPERIMENTAL)
public interface Dialect {
    DialectId id();

    /** Whether the server behind this connection is of this kind, whatever driver is used. */
    boolean speaksTo(DatabaseMetaData server) throws SQLException;

    /** What there is to know about the server and database, in one round trip. */
    ServerInfo server(Connection connection) throws SQLException;

    Capabilities capabilities(ServerVersion version);

    /** Whether a rollback undoes DDL. */
    default boolean hasTransactionalDdl(ServerInfo server) {
        return capabilities(server.version()).transactionalDdl();
    }

    Canonicalizer canonicalizer(ServerInfo server);

    ExpressionNormalizer normalizer(ServerInfo server);

    Ddl ddl(ServerInfo server);

    CatalogReader catalog(ServerInfo server);

    /** Reads what a catalog has beside tables. */
    ObjectReader objects(ServerInfo server);

    /** Reads the views and programs from under which the server takes tables and columns; absent where it refuses to. */
    default Optional<Onlookers> onlookers(ServerInfo server) {
        return Optional.empty();
    }

    /** Reads for the sake of what the server refuses changes; absent where it does not. */
    default Optional<Obstacles> obstacles(ServerInfo server) {
        return Optional.empty();
    }

    /** Reads what goes with tables without a word. */
    Belongings belongings(ServerInfo server);

    /** What the server changes only if the session lets it; absent where there is nothing like it. */
    default Optional<Consent> consent(ServerInfo server) {
        return Optional.empty();
    }

    AdvisoryLock lock(ServerInfo server);

    /** How statements are kept from waiting without end; absent where they cannot be. */
    default Optional<LockLimit> lockLimit(ServerInfo server) {
        return Optional.empty();
    }

    ScratchSpace scratch(ServerInfo server);

    /** What explains the errors of this server. */
    Diagnosis diagnosis(ServerInfo server);

    /** What the server makes of rows that a change meets. */
    RowRules rowRules(ServerInfo server);

    /** How rows are made to see what a foreign key does, and taken back. */
    ProbeRules probeRules(ServerInfo server);

    /** How several statements go over this connection at once that the server commits one by one; absent where they do not. */
    default Optional<StatementBlock> block(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** Which names the server takes for one and the same. */
    default IdentifierRules identifiers(ServerInfo server) {
        return IdentifierRules.caseCounts("");
    }

    /** What the server does to names, and with which it makes its own. */
    default NameRules names(ServerInfo server) {
        return NameRules.None.INSTANCE;
    }

    /** Whether a column with this is one that counts up, as good as that which a model asks for. */
    default boolean countsUp(Generation there) {
        return there.isCounter();
    }

    /** Lets labels of these enum types stand without their type: so an expression holds where that is called otherwise. */
    default UnaryOperator<Expression> withoutTypes(Collection<QualifiedName> enums) {
        return UnaryOperator.identity();
    }

    /** The tables without which this one cannot exist, beside those its foreign keys refer to: whose columns it inherits. */
    default List<QualifiedName> parents(Table table) {
        return List.of();
    }

    /** Whether the table holds some of the rows of its parent, whose keys it has; canonical. */
    default boolean isPartition(Table table) {
        return false;
    }

    /** Why the server would refuse a foreign key from one column to the other; both canonical. Empty if it would not. */
    Optional<String> incompatibility(Column referencing, Column referenced);

    /** Finds what enforced foreign keys let through; absent where they let nothing through. */
    default Optional<Gaps> gaps(ServerInfo server) {
        return Optional.empty();
    }

    /** What becomes of a referential action that is none of the capabilities: {@code which MariaDB 11.8 …}. */
    default String fateOf(ReferentialAction action) {
        return "refuses or silently replaces";
    }

    /** What a foreign key does that no index serves. */
    default String withoutIndex(QualifiedName referencing, QualifiedName referenced) {
        return "every delete in " + referenced + " reads all of " + referencing;
    }

    /**
     * What else the server would refuse, or take and not carry out, about a table; canonical.
     *
     * @param reachable the tables that its foreign keys may reference, itself included
     */
    default List<Objection> objections(Table table, Schema reachable, ServerInfo server) {
        return List.of();
    }

    /** Whether no two rows that are there have the same values in these columns, so that a foreign key may refer to them; canonical. */
    default boolean isUnique(Table table, List<String> columns) {
        return table.isUnique(columns);
    }

    /**
     * A table that a model wants, with what the one that is there has and models do not speak of, so that it stays; both
     * canonical.
     */
    default Table withUnsaid(Table wanted, Table there) {
        return wanted;
    }

    /** A column that is there with another type, and with what has to fit that: what gives it its values, if need be. */
    default Column retyped(Column there, DataType type) {
        return there.withType(type);
    }

    /** How tables say the collation of their columns; absent where columns alone do. */
    default Optional<TableCollation> tableCollation(ServerInfo server) {
        return Optional.empty();
    }

    /** Finds objections that nobody but the server knows; absent where there are none of that kind. */
    default Optional<Examiner> examiner(ServerInfo server) {
        return Optional.empty();
    }

    /** Why a column that it takes in a new table cannot be added to one that is there. */
    default List<Objection> objectionsToAdding(QualifiedName table, Column column) {
        return List.of();
    }

    /**
     * Why a column cannot go, or get another name, because of what else stands in its table; canonical.
     *
     * @param table without what goes as well
     * @param renamed whether it only gets another name
     */
    default List<Objection> objectionsToTaking(Table table, String column, boolean renamed) {
        return List.of();
    }

    /** Why a change cannot be made, whatever else stands in its table; canonical. */
    default List<Objection> objectionsTo(Change change) {
        return List.of();
    }

    /**
     * What gives the rows of a table the values of a new column's default, if it takes a statement of its own: the server
     * refuses to add a column with that default, and takes the default of one that is there.
     */
    default Optional<Sql> filling(Table table, Column column) {
        return Optional.empty();
    }
}

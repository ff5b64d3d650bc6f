package dev.fk.core.dialect;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one kind of server contributes when an error is explained: what its error codes mean, how it writes names and types,
 * and where to look. What the reasons are is known outside, once for all servers.
 */
@API(status = Status.EXPERIMENTAL)
public interface Diagnosis {
    /**
     * The causes that the server reports by this error; none if it is no error that tables and rows could explain. Where an
     * error says little, these are many: MariaDB has one (1005, errno 150) for all that may be wrong with a foreign key.
     */
    Set<Cause> causes(ServerError error);

    /** The account that the server misses by this error. */
    Optional<MissingAccount> missingAccount(ServerError error);

    Lexis lexis();

    String quote(String name);

    String quote(QualifiedName name);

    /** A type as it stands in a statement; {@link DataType.Other} if it is not known. */
    DataType type(String sql);

    /** A type as it is written in a statement. */
    String sql(DataType type);

    /** The collation of a text column of this table, said or inherited; empty where it makes no difference. */
    Optional<String> collation(Column column, Table table);

    /** The room that a column of this table takes in a row or key, where the server has limits that its statements meet. */
    default Optional<Width> width(Column column, Table table) {
        return Optional.empty();
    }

    /** Whether a foreign key that does not say which columns it references means the primary key. */
    boolean impliesPrimaryKey();

    /**
     * The query for the foreign keys that are there and that somebody has switched off, for all who write: what is so
     * ({@code fact}) and the statement that ends it ({@code fix}). Empty if the server has no such switch that stays.
     */
    default Optional<Sql> switchedOff() {
        return Optional.empty();
    }

    /** By which index replicas tell the rows of a table apart; empty if nobody has chosen one. */
    default Optional<ReplicaIdentity> replicaIdentity(Connection connection, QualifiedName table) throws SQLException {
        return Optional.empty();
    }

    /**
     * The right without which the server would not show some of these tables, even if they were there.
     *
     * @param absent tables that the catalog does not show
     */
    default Optional<MissingRight> toSee(Connection connection, Collection<QualifiedName> absent) throws SQLException {
        return Optional.empty();
    }

    /** The right without which the server would show some tables and views only, and not others, of the default schema. */
    default Optional<MissingRight> toSeeAll(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** The right without which the server would not show the triggers of a table. */
    default Optional<MissingRight> toSeeTriggers(Connection connection, QualifiedName table) throws SQLException {
        return Optional.empty();
    }

    /** What makes the server keep rows of these tables from the user of the connection without a word; empty if it keeps none. */
    default Optional<MissingRight> toSeeRows(Connection connection, Collection<QualifiedName> tables)
            throws SQLException {
        return Optional.empty();
    }

    /** Which foreign keys the server reads and does not make, without a word; empty if it makes or refuses all of them. */
    default Optional<String> passesOver() {
        return Optional.empty();
    }

    /** Whether a foreign key that does not say in which schema the referenced table is means that of its own table. */
    default boolean referencesBesideChild() {
        return false;
    }

    /** Whether what is called a schema here is a database: another one may be anybody's. */
    default boolean schemasAreDatabases() {
        return false;
    }

    /** Whether a column that goes takes the foreign keys on it along. */
    boolean columnsTakeForeignKeysAlong();

    /** What the name leads to for the user of this connection, views and temporary tables included. */
    Optional<Relation> relation(Connection connection, QualifiedName name) throws SQLException;

    /** The query for the schemas that have a permanent table of a name, in order, without those of the server itself; its one parameter is the name. */
    String schemasOfTable();

    /** The query for the views that users have made: schema, name. */
    Sql views();

    /** The query for the names of all schemas, without those of the server itself. */
    Sql schemas();

    /** The query that has a row if there is a schema of a name; its one parameter is the name. */
    String schemaNamed();

    /**
     * The query for the views that use a table, or a column of it, and those that use them; each before those it uses: its
     * name, the statement that drops it, the one that creates it. Empty if the server does not refuse anything for them.
     */
    default Optional<Sql> viewsOn(QualifiedName table, Optional<String> column) {
        return Optional.empty();
    }

    /**
     * The query for what uses something that should go or change, beside views, foreign keys and computed columns: what it is,
     * the statement that ends it, the one that makes it again; where it is a column, its table, the schema of that, its name,
     * and a type that holds the same values. Empty if the server does not refuse anything for them.
     *
     * @param kind the word behind DROP: TYPE, SEQUENCE, SCHEMA; TABLE with a column of it
     */
    default Optional<Sql> usersOf(Used kind, QualifiedName name, Optional<String> column) {
        return Optional.empty();
    }

    /**
     * The query that has a row if the generator of a column stands below the highest value in it: where it stands, that value,
     * and the statement that lets it go on from there. Empty where generators follow the rows by themselves.
     */
    default Optional<Sql> generatorBehind(QualifiedName table, String column) {
        return Optional.empty();
    }

    /**
     * The query for the types that there are: schema, name, and whether it is found without the schema ({@code t}); those of
     * others by the name that users write. Empty where types are words of the language.
     */
    default Optional<Sql> types() {
        return Optional.empty();
    }

    /** What another kind of server calls by this name, in the words of this one: {@code DATETIME} is {@code TIMESTAMP}. */
    default Optional<String> typeOfOthers(String name) {
        return Optional.empty();
    }

    /**
     * The query for the functions that there are: schema, name, whether it is found without the schema ({@code t}), and what
     * it takes. Empty where nothing is asked for them.
     */
    default Optional<Sql> functions() {
        return Optional.empty();
    }

    /**
     * What gives the same as a function of others, as it is written here: a name where what it takes stays, or all up to its
     * parentheses.
     */
    default Optional<String> functionOfOthers(String name) {
        return Optional.empty();
    }

    /** The extension that brings a type, function or class of operators, or that lets plain types into indexes of a method. */
    default Optional<String> extensionOf(String name) {
        return Optional.empty();
    }

    /** The types that extensions bring, of those that many use. */
    default Collection<String> typesOfExtensions() {
        return List.of();
    }

    /** The query that has a row if an extension could be created: its name. */
    default Optional<Sql> extensionAvailable(String name) {
        return Optional.empty();
    }

    /** The query for the triggers of a table: name, when and on what, what they do. Empty where they may do what they like. */
    default Optional<Sql> triggersOn(QualifiedName table) {
        return Optional.empty();
    }

    /** The query for the collations of the server with their character sets; empty where they are no words of statements. */
    default Optional<Sql> collations() {
        return Optional.empty();
    }

    /** The query for the engines that store tables, the name first; empty where there are no such. */
    default Optional<Sql> engines() {
        return Optional.empty();
    }

    /** The query for what a domain asks of its values, a text each. Empty where there are no domains. */
    default Optional<Sql> rulesOfDomain(QualifiedName domain) {
        return Optional.empty();
    }

    /** What INSERT says behind the columns to give a value to one that always counts; empty if nothing does. */
    default Optional<String> overriding() {
        return Optional.empty();
    }

    /** The query for why nothing is written here: who only reads, and what to do. */
    Sql readers();

    /**
     * The query for the open transactions of others that a statement waits for, the oldest first: the tables they keep, who
     * they are and what they did last, and the statement that ends them. Empty if the server does not tell.
     *
     * @param tables what the statement changes; none for one that only reads the catalog
     */
    default Optional<Sql> lockers(List<QualifiedName> tables) {
        return Optional.empty();
    }

    /**
     * The query for the open transactions of others that seem to have made or changed tables, in the same columns; something
     * new is what has no name that others see, be it a table or what keeps its long texts. Empty where DDL commits itself.
     */
    default Optional<Sql> uncommitted() {
        return Optional.empty();
    }

    /** What in a table keeps it from being altered in a session with these settings, whatever the change is about. */
    default Optional<Objection> keptFromAltering(Table there) {
        return Optional.empty();
    }

    /** The setting of the session by which the server refused a value with this error, whatever table it was for. */
    default Optional<Objection> keptFromWriting(ServerError error) {
        return Optional.empty();
    }

    /** Words that others have and this server does not understand, those first that begin others. */
    default List<ForeignWord> foreignWords() {
        return List.of();
    }

    /** What lets a session meanwhile do what it is kept from. */
    default List<Sql> leniency() {
        return List.of();
    }

    /** Whether the server says by this error that somebody else kept what the statement needed: a timeout, a deadlock. */
    boolean isLockConflict(ServerError error);

    /**
     * The query for the statements of others in the current database that wait for a lock, or have run for more than a
     * second, the oldest first: the statement, who keeps what it waits for (empty if it waits for nobody; a row for each), and
     * the statement that cancels it.
     */
    Sql standstill();

    /** The rights that the current user lacks for what a statement does, which the server has refused with this error. */
    List<MissingRight> missingRights(Connection connection, ServerError error, List<Access> accesses)
            throws SQLException;
}

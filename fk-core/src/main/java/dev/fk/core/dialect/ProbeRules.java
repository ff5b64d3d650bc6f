package dev.fk.core.dialect;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What differs between servers when rows are inserted to see what a foreign key does, and taken back. */
@API(status = Status.EXPERIMENTAL)
public interface ProbeRules {
    /** A string as a literal. */
    String literal(String value);

    /** Bytes as a literal, given as hexadecimal digits. */
    String bytes(String hex);

    /**
     * Literals of a type that only this server knows; other numbers give other ones where the type has many values. Empty
     * if fk knows none.
     */
    List<String> values(DataType.Other type, int number);

    /** The type below a domain, with its conditions on {@code VALUE}; empty if the name is none of a domain. */
    Optional<Domain> domain(Connection connection, QualifiedName type) throws SQLException;

    /** The statement that inserts one row; the values are SQL, also for columns that the server would count up itself. */
    Sql insert(Table table, Map<String, String> values);

    /** Whether an explicit value in a column that counts up would move what it counts on from, for good. */
    boolean movesCounter(Column column);

    /** The query for the number that the server gave to the last row. */
    Sql lastNumber();

    /** Statements that insert rows which refer to each other, though the foreign keys cannot be deferred. */
    Group together(List<Sql> inserts);

    /** The statement after which, until the transaction ends, nothing is checked later than it could be. */
    Optional<Sql> checkAtOnce();

    /** Conditions on the rows of these tables beyond their checks: the bounds of partitions. */
    List<RowCondition> conditions(Connection connection, Collection<QualifiedName> tables) throws SQLException;

    /** Why rows of these tables could not be taken back as if they had never been; empty if they can. */
    List<String> obstacles(Connection connection, Collection<Table> tables) throws SQLException;

    /** Why a foreign key that the catalog shows is not carried out in this session; empty if it is. */
    Optional<String> whyIgnored(Connection connection, QualifiedName table, ForeignKey key) throws SQLException;

    /** A domain: the type below it and the conditions on its values, in which they are called {@code VALUE}. */
    record Domain(DataType type, List<String> conditions) {
        public Domain {
            conditions = List.copyOf(conditions);
        }
    }

    /** Statements that belong together, and those that follow in any case, whether they succeed or not. */
    record Group(List<Sql> statements, List<Sql> afterwards) {
        public Group {
            statements = List.copyOf(statements);
            afterwards = List.copyOf(afterwards);
        }
    }

    /** A condition on the rows of a table, in terms of its columns. */
    record RowCondition(QualifiedName table, String sql) {}
}

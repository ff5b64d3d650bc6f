package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why a server refuses a statement about tables and foreign keys. */
@API(status = Status.EXPERIMENTAL)
public enum Cause {
    /** No table has the name that the foreign key refers to. */
    PARENT_TABLE_MISSING,
    /** The schema or database of the referenced table does not exist. */
    SCHEMA_MISSING,
    /** The referenced table is in another schema than the one the statement means. */
    PARENT_IN_OTHER_SCHEMA,
    /** What is referenced is a view. */
    PARENT_IS_VIEW,
    /** What is referenced is a temporary or unlogged table, or something that is no table. */
    PARENT_IS_NOT_PERMANENT,
    /** A temporary table has the foreign key. */
    CHILD_IS_TEMPORARY,
    /** The referenced table has no such column. */
    PARENT_COLUMN_MISSING,
    /** The table has no such column. */
    COLUMN_MISSING,
    /** The two sides of a foreign key name different numbers of columns. */
    COLUMN_COUNT_DIFFERS,
    /** The referenced columns are neither the primary key nor unique. */
    PARENT_NOT_UNIQUE,
    /** The referenced key is deferrable: its values may be there twice until a transaction ends. */
    PARENT_KEY_DEFERRABLE,
    /** The referenced columns are unique, but in another order. */
    COLUMN_ORDER_DIFFERS,
    /** The types of a column and the one it references do not go together. */
    TYPE_DIFFERS,
    /** The collations of a column and the one it references differ. */
    COLLATION_DIFFERS,
    /** A foreign key sets a column to NULL that is NOT NULL. */
    SET_NULL_ON_NOT_NULL,
    /** A foreign key would pass on NULL to a column that is NOT NULL. */
    PARENT_IS_NULLABLE,
    /** A table is stored by an engine without foreign keys. */
    ENGINE,
    /** A table is partitioned, on a server whose partitioned tables have no foreign keys. */
    PARTITIONED,
    /** A foreign key would set a computed column, or needs values that are not stored. */
    COMPUTED_COLUMN,
    /** A foreign key would set a column that a check looks at. */
    CHECKED_COLUMN,
    /** The statement says something that the server cannot do, or not in this way. */
    NOT_SUPPORTED,
    /** There is no collation or character set of the name, or the two do not go together. */
    COLLATION_MISSING,
    /** No key makes the columns unique for which an INSERT says what is done where a row is there already. */
    KEY_MISSING,
    /** Another constraint, index, table or column has the name. */
    NAME_TAKEN,
    /** A name is a reserved word, which has to be quoted. */
    RESERVED_WORD,
    /** A table would have two primary keys. */
    SECOND_PRIMARY_KEY,
    /** A table would be one that the server does not have: a name too long, a counter without a key, a key over a text. */
    TABLE_NOT_POSSIBLE,
    /** No table has the name of the statement. */
    TABLE_MISSING,
    /** There is no type of the name. */
    TYPE_MISSING,
    /** There is no function of the name, or none that takes what it is given. */
    FUNCTION_MISSING,
    /** What a statement names comes with an extension that the database does not have. */
    EXTENSION_MISSING,
    /** There is no constraint or index of the name. */
    CONSTRAINT_MISSING,
    /** A foreign key references the table that should go. */
    TABLE_REFERENCED,
    /** A foreign key needs the column that should go or change. */
    COLUMN_IN_FOREIGN_KEY,
    /** A foreign key references the key that should go. */
    KEY_REFERENCED,
    /** A view uses the table or column that should go or change. */
    USED_BY_VIEW,
    /** Something else uses what should go or change: a column its type, a trigger or policy a column, a default a sequence. */
    IN_USE,
    /** A computed column uses the column that should go or get another name. */
    USED_BY_COMPUTED_COLUMN,
    /** A foreign key needs the index that should go. */
    INDEX_NEEDED,
    /** A table cannot become a part of another, or its heir: columns, rules or bounds do not go with it. */
    PART_UNFIT,
    /** A column or rule comes from another table, or the parts of a table are told apart by it: it does not go or change alone. */
    INHERITED,
    /** Rows reference what does not exist. */
    ORPHANS,
    /** Rows have values in some columns of a foreign key and NULL in the others, which MATCH FULL refuses. */
    PARTLY_NULL,
    /** Rows reference the rows that should go or change. */
    ROWS_REFERENCED,
    /** Rows have the same values in columns that should be unique. */
    DUPLICATES,
    /** Rows have NULL in a column that should be NOT NULL. */
    NULLS,
    /** Rows have values that a check refuses. */
    CHECK_VIOLATED,
    /** A statement gives a value to a column that the server fills by itself: a computed one, one that always counts. */
    COLUMN_NOT_WRITABLE,
    /** A generator of keys is behind the rows, whose keys somebody else has given. */
    GENERATOR_BEHIND,
    /** Rows have values that the type which a column should get does not hold. */
    VALUES_UNFIT,
    /** The server does not turn the values of a column into another type by itself. */
    CAST_MISSING,
    /** The session itself still has to do with the table: a result is being read, triggers wait for the end of the transaction. */
    BUSY_IN_SESSION,
    /** The statement runs outside of transactions only. */
    IN_TRANSACTION,
    /** Transactions of others that are still open keep the tables. */
    LOCKED,
    /** The user lacks a right: on a table, on its schema, or that of its owner. */
    PERMISSION_DENIED,
    /** The server has no account of that name: a role of PostgreSQL, a user of MySQL and MariaDB. */
    ACCOUNT_MISSING,
    /** The server only reads, as a standby does, or this session. */
    READ_ONLY,
    /** A setting of the session does not let the server make the change. */
    CONSENT_MISSING,
    /** A value is a date of zeros, which the SQL mode of the session refuses to write. */
    ZERO_DATE,
    /** Tables, columns, types and keys are as a foreign key needs them: the reason is one that fk does not look for. */
    UNKNOWN
}

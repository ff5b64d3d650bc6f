package dev.fk.core.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types of MySQL, MariaDB, SQL Server and Oracle that PostgreSQL has by another name. */
final class OtherTypes {
    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("datetime", "timestamp"),
            Map.entry("datetime2", "timestamp"),
            Map.entry("datetimeoffset", "timestamptz"),
            Map.entry("tinyint", "smallint"),
            Map.entry("mediumint", "integer"),
            Map.entry("year", "smallint"),
            Map.entry("double", "double precision"),
            Map.entry("tinytext", "text"),
            Map.entry("mediumtext", "text"),
            Map.entry("longtext", "text"),
            Map.entry("clob", "text"),
            Map.entry("tinyblob", "bytea"),
            Map.entry("blob", "bytea"),
            Map.entry("mediumblob", "bytea"),
            Map.entry("longblob", "bytea"),
            Map.entry("binary", "bytea"),
            Map.entry("varbinary", "bytea"),
            Map.entry("number", "numeric"),
            Map.entry("varchar2", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("nvarchar2", "varchar"),
            Map.entry("uniqueidentifier", "uuid"));

    private OtherTypes() {}

    static Optional<String> here(String name) {
        return Optional.ofNullable(HERE.get(name.toLowerCase(Locale.ROOT)));
    }
}

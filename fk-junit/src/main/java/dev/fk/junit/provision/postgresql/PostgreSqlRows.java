package dev.fk.junit.provision.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, as PostgreSQL writes them.
 *
 * @param columns in which something can be inserted, quoted and joined
 * @param values the same columns of a row named r
 * @param rows an array of rows; empty if there are more than can be put back cheaply
 */
record PostgreSqlRows(String columns, String values, Optional<String> rows) {
    /** Tables that have ever had a row; a page at most, and no values that are kept apart. */
    private static final String TABLES =
            """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname),
                   pg_relation_size(c.oid) <= current_setting('block_size')::int
                     AND coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)), 0) = 0,
                   (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                     WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''),
                   (SELECT string_agg('(r).' || quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                     WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '')
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND c.oid >= 16384 AND pg_relation_size(c.oid) > 0
            """;

    private record Table(String name, boolean isSmall, @Nullable String columns, @Nullable String values) {}

    boolean areKnown() {
        return rows.isPresent();
    }

    /** All that are in a database, by the numbers of their tables. */
    static Map<Long, PostgreSqlRows> of(Connection connection) throws SQLException {
        Map<Long, PostgreSqlRows> all = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            Map<Long, Table> tables = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.put(
                            row.getLong(1),
                            new Table(row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5)));
                }
            }
            for (Map.Entry<Long, Table> table : tables.entrySet()) {
                all.put(table.getKey(), read(statement, table.getValue()));
            }
        }
        return all;
    }

    private static PostgreSqlRows read(Statement statement, Table table) throws SQLException {
        if (!table.isSmall() || table.columns() == null || table.values() == null) {
            return new PostgreSqlRows("", "", Optional.empty());
        }
        try (ResultSet row = statement.executeQuery(
                "SELECT array_agg(t.*::text ORDER BY t.ctid)::text FROM ONLY " + table.name() + " t")) {
            row.next();
            String rows = row.getString(1);
            return new PostgreSqlRows(table.columns(), table.values(), Optional.of(rows == null ? "{}" : rows));
        }
    }

    /** In the order in which they were; empty if there are none. */
    Optional<String> insert(String table) {
        return rows.filter(r -> !r.equals("{}"))
                .map(r -> "INSERT INTO " + table + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + values
                        + " FROM (SELECT row::" + table + " AS r FROM unnest('" + r.replace("'", "''")
                        + "'::text[]) WITH ORDINALITY AS u (row, no) ORDER BY no) AS rows");
    }
}

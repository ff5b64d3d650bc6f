package dev.fk.examples.oracles;

import dev.fk.core.schema.Deferrability;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The driver as an oracle: what {@link DatabaseMetaData} says about every table of the default schema. */
final class DriverMetaData {
    private final Connection connection;
    private final Engine engine;
    private final DatabaseMetaData metaData;
    private final Facts facts = new Facts();

    private DriverMetaData(Connection connection, Engine engine) throws SQLException {
        this.connection = connection;
        this.engine = engine;
        this.metaData = connection.getMetaData();
    }

    static Facts facts(Connection connection, Engine engine) throws SQLException {
        DriverMetaData oracle = new DriverMetaData(connection, engine);
        for (String table : oracle.tables()) {
            oracle.facts.add("table " + table);
            oracle.columns(table);
            oracle.primaryKey(table);
            oracle.foreignKeys(table);
            oracle.indexes(table);
        }
        return oracle.facts;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = metaData.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private void columns(String table) throws SQLException {
        String pattern = table.replace("_", metaData.getSearchStringEscape() + "_");
        try (ResultSet rows = metaData.getColumns(connection.getCatalog(), connection.getSchema(), pattern, "%")) {
            while (rows.next()) {
                facts.add("column " + table + "." + rows.getString("COLUMN_NAME") + " #"
                        + rows.getInt("ORDINAL_POSITION") + " " + type(rows)
                        + (rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " NOT NULL" : "")
                        + Reading.counted(rows.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
    }

    private static String type(ResultSet row) throws SQLException {
        int type = row.getInt("DATA_TYPE");
        String family = TypeFamily.of(type);
        String digits = row.getString("COLUMN_SIZE");
        if (family.equals("decimal")) {
            return family + "(" + digits + "," + row.getInt("DECIMAL_DIGITS") + ")";
        }
        boolean measured = (type == Types.CHAR || type == Types.VARCHAR)
                && !row.getString("TYPE_NAME").toLowerCase(Locale.ROOT).contains("text");
        return measured ? family + "(" + digits + ")" : family;
    }

    private void primaryKey(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = "";
        try (ResultSet rows = metaData.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
                name = rows.getString("PK_NAME");
            }
        }
        if (!columns.isEmpty()) {
            facts.add("primary key " + table + "." + name + " " + Facts.list(List.copyOf(columns.values())));
        }
    }

    private void indexes(String table) throws SQLException {
        Map<String, Map<Integer, String>> parts = new TreeMap<>();
        Map<String, Boolean> unique = new TreeMap<>();
        try (ResultSet rows =
                metaData.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                if (rows.getShort("TYPE") == DatabaseMetaData.tableIndexStatistic) {
                    continue;
                }
                String name = rows.getString("INDEX_NAME");
                boolean descending = "D".equals(rows.getString("ASC_OR_DESC"));
                parts.computeIfAbsent(name, n -> new TreeMap<>())
                        .put(
                                rows.getInt("ORDINAL_POSITION"),
                                rows.getString("COLUMN_NAME") + (descending ? " DESC" : ""));
                unique.put(name, !rows.getBoolean("NON_UNIQUE"));
            }
        }
        parts.forEach((name, columns) ->
                facts.add(Reading.index(table, name, unique.getOrDefault(name, false), List.copyOf(columns.values()))));
    }

    private record Side(List<String> columns, List<String> referenced) {}

    private void foreignKeys(String table) throws SQLException {
        Map<String, Side> sides = new TreeMap<>();
        Map<String, List<String>> rest = new TreeMap<>();
        try (ResultSet rows = metaData.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                String name = rows.getString("FK_NAME");
                Side side = sides.computeIfAbsent(name, n -> new Side(new ArrayList<>(), new ArrayList<>()));
                side.columns().add(rows.getString("FKCOLUMN_NAME"));
                side.referenced().add(rows.getString("PKCOLUMN_NAME"));
                if (rows.getInt("KEY_SEQ") != side.columns().size()) {
                    throw new IllegalStateException(table + "." + name + " is not told in the order of its columns.");
                }
                rest.put(
                        name,
                        List.of(
                                rows.getString("PKTABLE_NAME"),
                                action(rows.getInt("DELETE_RULE")),
                                action(rows.getInt("UPDATE_RULE")),
                                deferrability(rows.getInt("DEFERRABILITY")).name()));
            }
        }
        rest.forEach((name, more) -> {
            Side side = sides.getOrDefault(name, new Side(List.of(), List.of()));
            facts.add(Reading.foreignKey(
                            table, name, side.columns(), more.get(0), side.referenced(), more.get(1), more.get(2))
                    + " " + more.get(3));
        });
    }

    /** To InnoDB, RESTRICT and NO ACTION are the same, and we say the latter. */
    private String action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> "CASCADE";
            case DatabaseMetaData.importedKeySetNull -> "SET_NULL";
            case DatabaseMetaData.importedKeySetDefault -> "SET_DEFAULT";
            case DatabaseMetaData.importedKeyRestrict -> engine.isPostgres() ? "RESTRICT" : "NO_ACTION";
            case DatabaseMetaData.importedKeyNoAction -> "NO_ACTION";
            default -> throw new IllegalStateException("No rule of DatabaseMetaData: " + rule);
        };
    }

    private static Deferrability deferrability(int value) {
        return switch (value) {
            case DatabaseMetaData.importedKeyInitiallyDeferred -> Deferrability.INITIALLY_DEFERRED;
            case DatabaseMetaData.importedKeyInitiallyImmediate -> Deferrability.INITIALLY_IMMEDIATE;
            default -> Deferrability.NOT_DEFERRABLE;
        };
    }
}

package dev.fk.examples.oracles;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The views of the SQL standard as an oracle, asked as they are and joined here. */
final class InformationSchema {
    private final Connection connection;
    private final Engine engine;
    private final String own;
    private final Facts facts = new Facts();

    private InformationSchema(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
        this.own = engine.isPostgres() ? "current_schema()" : "database()";
    }

    static Facts facts(Connection connection, Engine engine) throws SQLException {
        InformationSchema oracle = new InformationSchema(connection, engine);
        for (Row table : oracle.rows("tables", "table_schema", "table_type = 'BASE TABLE'", "table_name")) {
            oracle.facts.add("table " + table.text("table_name"));
        }
        oracle.columns();
        oracle.constraints();
        return oracle.facts;
    }

    /** One row of a view; what is NULL is absent. */
    private record Row(Map<String, String> values) {
        Optional<String> get(String column) {
            return Optional.ofNullable(values.get(column));
        }

        String text(String column) {
            return get(column).orElse("");
        }

        boolean is(String column, String value) {
            return text(column).equalsIgnoreCase(value);
        }
    }

    private List<Row> rows(String view, String schema, String where, String order) throws SQLException {
        String sql = "SELECT * FROM information_schema." + view + " WHERE " + schema + " = " + own + " AND " + where
                + " ORDER BY " + order;
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    if (value != null) {
                        values.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
                    }
                }
                rows.add(new Row(values));
            }
        }
        return rows;
    }

    private void columns() throws SQLException {
        String tables = "table_name IN (SELECT table_name FROM information_schema.tables WHERE table_schema = " + own
                + " AND table_type = 'BASE TABLE')";
        for (Row row : rows("columns", "table_schema", tables, "table_name, ordinal_position")) {
            facts.add("column " + row.text("table_name") + "." + row.text("column_name") + " #"
                    + row.text("ordinal_position") + " " + type(row) + (row.is("is_nullable", "NO") ? " NOT NULL" : "")
                    + value(row) + (row.text("extra").contains("on update") ? " ON UPDATE" : ""));
        }
    }

    /** A serial column's default is its sequence's next value, and MariaDB writes the absence of a default as NULL. */
    private String value(Row row) {
        boolean counted = row.text("extra").contains("auto_increment") || row.is("is_identity", "YES");
        String value = row.get("column_default")
                .filter(v -> !(engine == Engine.MARIADB && v.equals("NULL")))
                .orElse("");
        if (engine.isPostgres() && value.equals(serial(row))) {
            return Reading.counted(true);
        }
        boolean has = !value.isEmpty() || row.get("column_default").isPresent() && engine == Engine.MYSQL;
        return Reading.counted(counted) + (has ? Reading.value(value) : "");
    }

    private static String serial(Row row) {
        return "nextval('" + row.text("table_name") + "_" + row.text("column_name") + "_seq'::regclass)";
    }

    private String type(Row row) {
        String unsigned = row.text("column_type").contains("unsigned") ? " unsigned" : "";
        String length =
                row.get("character_maximum_length").map(l -> "(" + l + ")").orElse("");
        String digits = "(" + row.text("datetime_precision") + ")";
        String name = row.text("data_type");
        return switch (name) {
            case "integer", "int" -> "int" + unsigned;
            case "tinyint" -> row.is("column_type", "tinyint(1)") ? "boolean" : "tinyint" + unsigned;
            case "smallint", "mediumint", "bigint", "float", "double" -> name + unsigned;
            case "double precision" -> "double";
            case "numeric", "decimal" ->
                "decimal"
                        + row.get("numeric_precision")
                                .map(p -> "(" + p + "," + row.text("numeric_scale") + ")")
                                .orElse("")
                        + unsigned;
            case "character", "char" -> "char" + length;
            case "character varying", "varchar" -> "varchar" + length;
            case "binary", "varbinary" -> name + length;
            case "bytea" -> "blob";
            case "time", "time without time zone" -> "time" + digits;
            case "datetime", "timestamp without time zone" -> "timestamp" + digits;
            case "timestamp", "timestamp with time zone" -> "timestamptz" + digits;
            case "bit" -> engine.isPostgres() ? name + length : row.text("column_type");
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    private static String id(Row row, String table, String name) {
        return row.text(table) + "." + row.text(name);
    }

    private void constraints() throws SQLException {
        Map<String, List<Row>> columns = rows(
                        "key_column_usage",
                        "constraint_schema",
                        "1 = 1",
                        "table_name, constraint_name, ordinal_position")
                .stream()
                .collect(Collectors.groupingBy(r -> id(r, "table_name", "constraint_name")));
        Map<String, Row> rules = new LinkedHashMap<>();
        rows("referential_constraints", "constraint_schema", "1 = 1", "constraint_name")
                .forEach(r -> rules.put(
                        engine.isPostgres() ? r.text("constraint_name") : id(r, "table_name", "constraint_name"), r));
        for (Row row : rows("table_constraints", "constraint_schema", "1 = 1", "table_name, constraint_name")) {
            String id = id(row, "table_name", "constraint_name");
            List<Row> own = columns.getOrDefault(id, List.of());
            String names = Facts.list(names(own, "column_name"));
            switch (row.text("constraint_type")) {
                case "PRIMARY KEY" -> facts.add("primary key " + id + " " + names);
                case "UNIQUE" -> facts.add("unique key " + id + " " + names + " " + deferrability(row));
                case "FOREIGN KEY" -> {
                    Row rule = rules.get(engine.isPostgres() ? row.text("constraint_name") : id);
                    facts.add(foreignKey(row, own, rule, columns) + " MATCH " + rule.text("match_option") + " "
                            + deferrability(row));
                }
                case "CHECK" -> check(row, id);
                default -> throw new IllegalStateException("An unknown kind of constraint: " + row);
            }
        }
    }

    /** PostgreSQL lists NOT NULL as a check, with a name that it makes up or, since 18, has in its catalog. */
    private void check(Row row, String id) throws SQLException {
        String clause = rows(
                        "check_constraints",
                        "constraint_schema",
                        "constraint_name = '" + row.text("constraint_name") + "'",
                        "1")
                .stream()
                .map(r -> r.text("check_clause"))
                .findFirst()
                .orElse("");
        if (!(engine.isPostgres()
                && row.text("constraint_name").endsWith("_not_null")
                && clause.endsWith("IS NOT NULL"))) {
            facts.add("check " + id);
        }
    }

    private String foreignKey(Row row, List<Row> own, Row rule, Map<String, List<Row>> columns) {
        boolean paired = !engine.isPostgres();
        List<Row> parents = paired ? own : parents(own, rule, columns);
        return Reading.foreignKey(
                row.text("table_name"),
                row.text("constraint_name"),
                names(own, "column_name"),
                parents.get(0).text(paired ? "referenced_table_name" : "table_name"),
                names(parents, paired ? "referenced_column_name" : "column_name"),
                action(rule.text("delete_rule")),
                action(rule.text("update_rule")));
    }

    /** The standard pairs a column with the one at a position of the unique constraint that is referred to. */
    private static List<Row> parents(List<Row> own, Row rule, Map<String, List<Row>> columns) {
        List<List<Row>> keys = columns.values().stream()
                .filter(rows -> rows.get(0).is("constraint_name", rule.text("unique_constraint_name")))
                .toList();
        if (keys.size() != 1) {
            throw new IllegalStateException(
                    rule + " refers to a constraint whose name is not unique: the standard's views cannot tell which.");
        }
        return own.stream()
                .map(c -> keys.get(0).get(Integer.parseInt(c.text("position_in_unique_constraint")) - 1))
                .toList();
    }

    private static List<String> names(List<Row> rows, String column) {
        return rows.stream().map(r -> r.text(column)).toList();
    }

    private String action(String rule) {
        String action = rule.replace(' ', '_');
        return !engine.isPostgres() && action.equals("RESTRICT") ? "NO_ACTION" : action;
    }

    private static String deferrability(Row row) {
        if (!row.is("is_deferrable", "YES")) {
            return "NOT_DEFERRABLE";
        }
        return row.is("initially_deferred", "YES") ? "INITIALLY_DEFERRED" : "INITIALLY_IMMEDIATE";
    }
}

package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads out of a database what it takes to make another like it: tables, rows, views, routines, triggers, events. */
record MySqlTemplate(Connection connection, String database) {
    private static final int SQL_OF_TABLE = 2;

    String createDatabase() throws SQLException {
        return show("DATABASE", database).get(SQL_OF_TABLE - 1);
    }

    /** In an order in which each finds what it needs. */
    List<String> statements() throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String sequence : sequences()) {
            statements.add(show("SEQUENCE", sequence).get(SQL_OF_TABLE - 1));
            statements.add("DO SETVAL(" + MySqlNames.quoted(sequence) + ", " + next(sequence) + ", 0)");
        }
        Set<String> tables = parentsFirst();
        for (String table : tables) {
            // MariaDB 11.8.9 keeps the database in DEFAULT nextval(…): copies would count in the template
            statements.add(withoutDatabase(show("TABLE", table).get(SQL_OF_TABLE - 1)));
        }
        Set<String> remembering = remembering();
        for (String table : tables) {
            statements.addAll(rows(table, remembering.contains(table)));
        }
        for (String function : names("ROUTINE_NAME", "ROUTINES", "ROUTINE_TYPE = 'FUNCTION'")) {
            statements.addAll(program("FUNCTION", function, 3));
        }
        for (String procedure : names(
                "ROUTINE_NAME",
                "ROUTINES",
                "ROUTINE_TYPE = 'PROCEDURE' AND ROUTINE_NAME <> '" + MySqlDatabases.COMPLETE + "'")) {
            statements.addAll(program("PROCEDURE", procedure, 3));
        }
        for (String kind : List.of("PACKAGE", "PACKAGE BODY")) {
            for (String name : names("ROUTINE_NAME", "ROUTINES", "ROUTINE_TYPE = '" + kind + "'")) {
                statements.addAll(program(kind, name, 3));
            }
        }
        statements.addAll(views());
        for (String trigger : names("TRIGGER_NAME", "TRIGGERS", "TRUE ORDER BY ACTION_ORDER")) {
            statements.addAll(program("TRIGGER", trigger, 3));
        }
        for (String event : names("EVENT_NAME", "EVENTS", "TRUE")) {
            statements.addAll(program("EVENT", event, 4));
        }
        return statements;
    }

    /** Creating a referenced table after those that reference it is slower, and needs checks to be off. */
    private Set<String> parentsFirst() throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        for (String table : names("TABLE_NAME", "TABLES", "TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')")) {
            parents.put(table, new LinkedHashSet<>());
        }
        String sql = "SELECT TABLE_NAME, REFERENCED_TABLE_NAME FROM information_schema.REFERENTIAL_CONSTRAINTS"
                + " WHERE CONSTRAINT_SCHEMA = ?";
        for (List<String> reference : query(sql)) {
            parents.getOrDefault(reference.get(0), new LinkedHashSet<>()).add(reference.get(1));
        }
        return inOrder(parents);
    }

    /** The keys, each after those it names, as far as they do not name each other. */
    private static Set<String> inOrder(Map<String, Set<String>> needs) {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> entered = new LinkedHashSet<>();
        needs.keySet().forEach(name -> enter(name, needs, entered, ordered));
        return ordered;
    }

    private static void enter(String name, Map<String, Set<String>> needs, Set<String> entered, Set<String> ordered) {
        Set<String> needed = needs.get(name);
        if (needed != null && entered.add(name)) {
            needed.forEach(n -> enter(n, needs, entered, ordered));
            ordered.add(name);
        }
    }

    List<String> sequences() throws SQLException {
        return names("TABLE_NAME", "TABLES", "TABLE_TYPE = 'SEQUENCE'");
    }

    private String next(String sequence) throws SQLException {
        return ask("SELECT next_not_cached_value FROM " + MySqlNames.quoted(sequence))
                .get(0)
                .get(0);
    }

    /** The tables of MariaDB that keep their past, where rows of the past can be inserted. */
    private Set<String> remembering() throws SQLException {
        Set<String> all = new LinkedHashSet<>(names("TABLE_NAME", "TABLES", "TABLE_TYPE = 'SYSTEM VERSIONED'"));
        return all.isEmpty()
                        || ask("SHOW VARIABLES LIKE 'system_versioning_insert_history'")
                                .isEmpty()
                ? Set.of()
                : all;
    }

    private List<String> rows(String table, boolean remembers) throws SQLException {
        List<String> times = remembers ? times(table) : List.of();
        String all = times.isEmpty() ? "" : " FOR SYSTEM_TIME ALL";
        if (ask("SELECT 1 FROM " + MySqlNames.quoted(table) + all + " LIMIT 1").isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(columns(table, "coalesce(GENERATION_EXPRESSION, '') = ''"));
        columns.addAll(times);
        String insert = insert(table, columns, all);
        return times.isEmpty()
                ? List.of(insert)
                : List.of(
                        "SET system_versioning_insert_history = 1", insert, "SET system_versioning_insert_history = 0");
    }

    /** The columns that say when a row was current; none that say it by the number of a transaction. */
    private List<String> times(String table) throws SQLException {
        String time = "GENERATION_EXPRESSION IN ('ROW START', 'ROW END')";
        return columns(table, time).isEmpty()
                ? List.of("ROW_START", "ROW_END")
                : columns(table, time + " AND DATA_TYPE = 'timestamp'");
    }

    private List<String> columns(String table, String condition) throws SQLException {
        return names("COLUMN_NAME", "COLUMNS", "TABLE_NAME = ? AND " + condition + " ORDER BY ORDINAL_POSITION", table);
    }

    private String insert(String table, List<String> columns, String when) {
        String list = columns.stream().map(MySqlNames::quoted).collect(Collectors.joining(", "));
        return "INSERT INTO " + MySqlNames.quoted(table) + " (" + list + ") SELECT " + list + " FROM "
                + MySqlNames.quoted(database, table) + when;
    }

    /** A view comes after those that its text mentions. */
    private List<String> views() throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String view : names("TABLE_NAME", "TABLES", "TABLE_TYPE = 'VIEW'")) {
            texts.put(view, withoutDatabase(show("VIEW", view).get(SQL_OF_TABLE - 1)));
        }
        Map<String, Set<String>> mentioned = new LinkedHashMap<>();
        texts.forEach((view, text) -> mentioned.put(
                view,
                texts.keySet().stream()
                        .filter(other -> !other.equals(view) && text.contains(MySqlNames.quoted(other)))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        return inOrder(mentioned).stream().map(texts::get).toList();
    }

    /** Programs run in the mode in which they were made. */
    private List<String> program(String kind, String name, int position) throws SQLException {
        List<String> shown = show(kind, name);
        return List.of(
                "SET sql_mode = '" + shown.get(1) + "'", withoutDatabase(shown.get(position - 1)), MySqlScript.MODE);
    }

    private String withoutDatabase(String sql) {
        return sql.replace(MySqlNames.quoted(database) + ".", "");
    }

    private List<String> show(String kind, String name) throws SQLException {
        return ask("SHOW CREATE " + kind + " " + MySqlNames.quoted(name)).get(0);
    }

    private List<List<String>> ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return values(rows);
        }
    }

    private List<String> names(String column, String view, String condition, String... parameters) throws SQLException {
        String schema =
                switch (view) {
                    case "ROUTINES" -> "ROUTINE_SCHEMA";
                    case "TRIGGERS" -> "TRIGGER_SCHEMA";
                    case "EVENTS" -> "EVENT_SCHEMA";
                    default -> "TABLE_SCHEMA";
                };
        String sql =
                "SELECT " + column + " FROM information_schema." + view + " WHERE " + schema + " = ? AND " + condition;
        return query(sql, parameters).stream().map(r -> r.get(0)).toList();
    }

    /** The first parameter is the database. */
    private List<List<String>> query(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, database);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 2, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return values(rows);
            }
        }
    }

    private static List<List<String>> values(ResultSet rows) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            all.add(row(rows));
        }
        return all;
    }

    private static List<String> row(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String value = row.getString(i);
            values.add(value == null ? "" : value);
        }
        return values;
    }
}

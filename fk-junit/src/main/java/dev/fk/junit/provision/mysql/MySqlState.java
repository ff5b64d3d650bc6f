package dev.fk.junit.provision.mysql;

import dev.fk.junit.provision.Departure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What changes when anybody changes a database of the MySQL family. These servers count nothing per database that could be
 * relied on, so what is there is looked at: what would create each table, view and program, with the next value of
 * AUTO_INCREMENT, and a checksum of the rows, those included that are not committed yet. Two round trips.
 */
final class MySqlState {
    private static final String OBJECTS =
            """
            SELECT CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END, TABLE_NAME
              FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?
            UNION ALL SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
            UNION ALL SELECT 'TRIGGER', TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?
            UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?
            UNION ALL SELECT 'SESSION', ID FROM information_schema.PROCESSLIST WHERE DB = ?
            ORDER BY 1, 2
            """;

    /** After the name of the table, unquoted. */
    private static final Pattern CREATE_TABLE = Pattern.compile("[^\t]+\tCREATE TABLE (`(?:[^`]|``)++`) \\(");

    private static final Pattern CHECKSUM = Pattern.compile("fk\\.([^\t]+)\t\\d+");
    private static final Pattern NEXT_KEY = Pattern.compile(" AUTO_INCREMENT=(\\d+)");

    private MySqlState() {}

    private record Named(String kind, String name) {}

    /**
     * Empty if somebody else is connected to it.
     *
     * @param admin lets several statements through at once
     * @param ours the sessions that may be connected
     */
    static Optional<String> of(Connection admin, String database, Set<Long> ours) throws SQLException {
        List<Named> objects =
                Departure.await(() -> objects(admin, database), found -> !othersAreConnected(found, ours));
        if (othersAreConnected(objects, ours)) {
            return Optional.empty();
        }
        List<String> questions = new ArrayList<>();
        questions.add("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED");
        questions.add("SHOW CREATE DATABASE " + MySqlNames.quoted(database));
        for (Named object : objects) {
            if (!object.kind().equals("SESSION")) {
                questions.add("SHOW CREATE " + object.kind() + " " + MySqlNames.quoted(database, object.name()));
            }
            if (object.kind().equals("SEQUENCE")) {
                questions.add("SELECT concat('SEQUENCE ', next_not_cached_value) FROM "
                        + MySqlNames.quoted(database, object.name()));
            }
        }
        String tables = objects.stream()
                .filter(o -> o.kind().equals("TABLE"))
                .map(o -> MySqlNames.quoted(database, o.name()))
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            questions.add("CHECKSUM TABLE " + tables);
        }
        return Optional.of(answers(admin, questions).replace(database, "fk"));
    }

    static String withoutGeneratedKeys(String state) {
        return state.replaceAll(" AUTO_INCREMENT=\\d+", "").replaceAll("(?m)^SEQUENCE .*\n", "");
    }

    /**
     * The tables that have other rows or another next key; empty if anything else differs. A name that looks like
     * part of a statement may mislead it, so whoever relies on it compares again.
     */
    static Optional<Set<String>> tablesThatDiffer(String before, String now) {
        String[] then = before.split("\n", -1);
        String[] lines = now.split("\n", -1);
        if (then.length != lines.length) {
            return Optional.empty();
        }
        Set<String> tables = new LinkedHashSet<>();
        String current = "";
        for (int i = 0; i < lines.length; i++) {
            Matcher create = CREATE_TABLE.matcher(then[i]);
            current = create.lookingAt() ? create.group(1) : current;
            if (!then[i].equals(lines[i])) {
                Matcher checksum = CHECKSUM.matcher(then[i]);
                boolean key = then[i].startsWith(") ENGINE=")
                        && withoutGeneratedKeys(then[i]).equals(withoutGeneratedKeys(lines[i]));
                if (checksum.matches()) {
                    tables.add(checksum.group(1));
                } else if (key) {
                    tables.add(current.substring(1, current.length() - 1).replace("``", "`"));
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(tables);
    }

    /** @param table quoted */
    static Optional<String> nextKey(String state, String table) {
        int create = state.indexOf("\tCREATE TABLE " + table + " (\n");
        int options = state.indexOf("\n) ENGINE=", create);
        if (create < 0 || options < 0) {
            return Optional.empty();
        }
        Matcher key = NEXT_KEY.matcher(
                state.substring(options + 1).lines().findFirst().orElse(""));
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    private static boolean othersAreConnected(List<Named> objects, Set<Long> ours) {
        return objects.stream().anyMatch(o -> o.kind().equals("SESSION") && !ours.contains(Long.valueOf(o.name())));
    }

    private static List<Named> objects(Connection admin, String database) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(OBJECTS)) {
            for (int i = 1; i <= 5; i++) {
                statement.setString(i, database);
            }
            List<Named> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Named(rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        }
    }

    private static String answers(Connection admin, List<String> questions) throws SQLException {
        StringBuilder answers = new StringBuilder();
        try (Statement statement = admin.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(String.join(";\n", questions));
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    append(statement.getResultSet(), answers);
                }
                rows = statement.getMoreResults();
            }
        }
        return answers.toString();
    }

    private static void append(ResultSet rows, StringBuilder answers) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                answers.append(i == 1 ? "" : "\t").append(rows.getString(i));
            }
            answers.append('\n');
        }
    }
}

package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of a template, and what is done to rows of one when those of another go.
 *
 * @param tables their names
 * @param sequences likewise
 * @param changed by the name of a table, those whose foreign keys do something to their rows when its rows change
 * @param isClosed whether no foreign key leads to another database
 * @param known tables that were looked at before
 */
record MySqlKin(
        String template,
        Set<String> tables,
        Set<String> sequences,
        Map<String, Set<String>> changed,
        boolean isClosed,
        Map<String, MySqlTable> known) {

    private static final String TABLES =
            "SELECT TABLE_NAME, TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_TYPE <> 'VIEW' AND TABLE_SCHEMA = '%s'";

    private static final String CHANGES =
            """
            SELECT REFERENCED_TABLE_NAME, TABLE_NAME, UNIQUE_CONSTRAINT_SCHEMA = CONSTRAINT_SCHEMA
              FROM information_schema.REFERENTIAL_CONSTRAINTS
             WHERE CONSTRAINT_SCHEMA = '%s'
               AND (DELETE_RULE NOT IN ('RESTRICT', 'NO ACTION') OR UPDATE_RULE NOT IN ('RESTRICT', 'NO ACTION'))
            """;

    static MySqlKin of(Connection connection, String template) throws SQLException {
        MySqlAnswers answers =
                MySqlAnswers.to(connection, List.of(TABLES.formatted(template), CHANGES.formatted(template)));
        Set<String> tables = new TreeSet<>();
        Set<String> sequences = new TreeSet<>();
        answers.rows(0).forEach(row -> (row.get(1).equals("SEQUENCE") ? sequences : tables).add(row.get(0)));
        Map<String, Set<String>> changed = new HashMap<>();
        answers.rows(1).forEach(row -> changed.computeIfAbsent(row.get(0), parent -> new TreeSet<>())
                .add(row.get(1)));
        boolean isClosed = answers.rows(1).stream().allMatch(row -> row.get(2).equals("1"));
        return new MySqlKin(template, tables, sequences, changed, isClosed, new ConcurrentHashMap<>());
    }

    /** How writing is seen on this server. */
    MySqlTraces traces(Connection connection) throws SQLException {
        MySqlTraces checksums =
                new MySqlChecksums(List.copyOf(tables), List.copyOf(sequences), true, isMariaDb(connection));
        if (isMariaDb(connection) || !isClosed) {
            return checksums;
        }
        try {
            MySqlTraces counts = new MySqlCounts();
            return MySqlCounts.areComplete(MySqlAnswers.to(connection, counts.questions(template)))
                    ? counts
                    : checksums;
        } catch (SQLException notAllowed) {
            return checksums;
        }
    }

    /** The rows themselves, for which no counter tells whether they were committed. */
    MySqlTraces checksums() {
        return new MySqlChecksums(List.copyOf(tables), List.of(), false, false);
    }

    private static boolean isMariaDb(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }

    /** The tables in which rows may have changed because of foreign keys, without those that are known anyway. */
    Set<String> reachedFrom(Set<String> written, Set<String> anyway) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(written);
        while (!next.isEmpty()) {
            for (String table : changed.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(table)) {
                    next.push(table);
                }
            }
        }
        reached.removeAll(anyway);
        return reached;
    }

    /** Those that do not look in a copy as they look in the template. */
    Set<String> differing(Connection connection, String database, Set<String> suspects) throws SQLException {
        List<String> names = List.copyOf(suspects);
        Set<String> differing = new TreeSet<>();
        if (!names.isEmpty()) {
            List<MySqlTable> expected = expected(connection, names);
            List<MySqlTable> found = look(connection, database, names);
            for (int i = 0; i < names.size(); i++) {
                if (!expected.get(i).equals(found.get(i))) {
                    differing.add(names.get(i));
                }
            }
        }
        return differing;
    }

    /** What these tables look like in the template; it is asked once. */
    List<MySqlTable> expected(Connection connection, List<String> names) throws SQLException {
        List<String> unknown =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            List<MySqlTable> found = look(connection, template, unknown);
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), found.get(i));
            }
        }
        return names.stream().map(known::get).toList();
    }

    private static List<MySqlTable> look(Connection connection, String database, List<String> names)
            throws SQLException {
        return MySqlTable.of(
                MySqlAnswers.to(connection, MySqlTable.questions(database, names)), database, names.size());
    }
}

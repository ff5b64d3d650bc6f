package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What makes a copy of a database, in the server's own words.
 *
 * @param createTemplate how the template itself would be created, character set included
 */
record MySqlScript(String template, String createTemplate, List<String> statements) {
    /** Servers refuse messages above max_allowed_packet, 16 MB at the least; more than this at once gains nothing. */
    private static final int CHARACTERS_AT_MOST = 1 << 20;

    /** MySQL 9.7.4 keeps a semicolon behind the only statement of a program as part of it, but not behind BEGIN … END. */
    private static final Pattern PROGRAM =
            Pattern.compile("CREATE (DEFINER=\\S+ )?(TRIGGER|EVENT|PROCEDURE|FUNCTION) ");

    private static final Pattern BLOCK =
            Pattern.compile("\\bBEGIN\\b.*\\bEND\\z", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A row with id 0 gets 0; what the template has was allowed when it was made. */
    static final String MODE = "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'";

    private static final List<String> SESSION = List.of(
            // a table may come before the one it references, where they reference each other
            "SET foreign_key_checks = 0, unique_checks = 0", MODE);

    MySqlScript {
        statements = List.copyOf(statements);
    }

    static MySqlScript of(Connection connection, String template) throws SQLException {
        MySqlTemplate source = new MySqlTemplate(connection, template);
        connection.setCatalog(template); // so that the server writes names without it
        try (Statement statement = connection.createStatement()) {
            for (String sql : SESSION) {
                statement.execute(sql); // in the mode in which it will be said again: ANSI_QUOTES quotes otherwise
            }
        }
        return new MySqlScript(template, source.createDatabase(), source.statements());
    }

    String createDatabase(String database) {
        return createTemplate.replace(MySqlNames.quoted(template), MySqlNames.quoted(database));
    }

    boolean hasTriggers() {
        return statements.stream().anyMatch(s -> s.matches("(?s)CREATE (DEFINER=\\S+ )?TRIGGER .*"));
    }

    /** @param table quoted */
    boolean fills(String table) {
        return !rows(table).isEmpty();
    }

    /** What puts the rows of a table into a copy of it that is empty. */
    List<String> rows(String table) {
        return statements.stream()
                .filter(s -> s.startsWith("INSERT INTO " + table + " ("))
                .toList();
    }

    /** Everything in it; the database is there and empty. */
    void fill(Connection connection, String database) throws SQLException {
        run(connection, database, statements);
    }

    private void run(Connection connection, String database, List<String> what) throws SQLException {
        List<String> all = inSession(database, what);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            for (String batch : batches(all)) {
                boolean rows = statement.execute(batch);
                while (rows || statement.getUpdateCount() != -1) {
                    rows = statement.getMoreResults();
                }
            }
        }
    }

    /** In a session that takes what the template has. */
    List<String> inSession(String database, List<String> what) {
        List<String> all = new ArrayList<>();
        all.add("USE " + MySqlNames.quoted(database));
        all.addAll(SESSION);
        all.addAll(what);
        all.add("USE information_schema"); // or it would look as if somebody used the new one
        return all;
    }

    /** How many statements {@link MySqlWitness} has to know of, without that which creates the database. */
    int ddl() {
        return (int)
                statements.stream().filter(sql -> sql.startsWith("CREATE ")).count();
    }

    private static List<String> batches(List<String> statements) {
        List<String> batches = new ArrayList<>();
        StringBuilder batch = new StringBuilder();
        boolean keepsWhatFollows = false;
        for (String statement : statements) {
            if (keepsWhatFollows || batch.length() + statement.length() > CHARACTERS_AT_MOST) {
                batches.add(batch.toString());
                batch.setLength(0);
            }
            batch.append(batch.isEmpty() ? "" : ";\n").append(statement);
            keepsWhatFollows = PROGRAM.matcher(statement).lookingAt()
                    && !BLOCK.matcher(statement).find();
        }
        batches.add(batch.toString());
        return batches;
    }
}

package dev.fk.core.probe;

import dev.fk.core.dialect.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection on which nothing lasts: what happens is in a transaction that is rolled back or, if one was open, behind a
 * savepoint of it.
 */
final class Stage implements AutoCloseable {
    private static final String BEGINNING = "fk_probe";

    /**
     * How the transaction began. By a call, wherever that is taken: a connection of a test that is one transaction makes a
     * savepoint of it, and SQL would end what the test does. One that somebody shares takes no such call.
     */
    private enum Begun {
        BY_CALL,
        IN_SQL,
        WITHIN
    }

    private final Connection connection;
    private final Begun begun;
    private final Courtesy courtesy;
    private final List<String> script = new ArrayList<>();
    private int marks;

    private Stage(Connection connection, Begun begun, Courtesy courtesy) {
        this.connection = connection;
        this.begun = begun;
        this.courtesy = courtesy;
    }

    static Stage on(Connection connection, Courtesy courtesy) throws SQLException {
        if (!connection.getAutoCommit()) {
            Stage within = new Stage(connection, Begun.WITHIN, courtesy);
            within.run("SAVEPOINT " + BEGINNING);
            return within;
        }
        Stage early = new Stage(connection, Begun.IN_SQL, courtesy);
        early.run(courtesy.beginning());
        connection.setAutoCommit(false);
        if (connection.getAutoCommit()) {
            early.run("START TRANSACTION");
            return early;
        }
        return new Stage(connection, Begun.BY_CALL, courtesy);
    }

    /** A state to which everything can be taken back. */
    record Mark(String savepoint, int statements) {}

    Connection connection() {
        return connection;
    }

    /** What has been executed and is in effect. */
    List<String> script() {
        return List.copyOf(script);
    }

    Mark mark() throws SQLException {
        Mark mark = new Mark(BEGINNING + "_" + ++marks, script.size());
        run("SAVEPOINT " + mark.savepoint());
        return mark;
    }

    void back(Mark mark) throws SQLException {
        run("ROLLBACK TO SAVEPOINT " + mark.savepoint());
        script.subList(mark.statements(), script.size()).clear();
    }

    /**
     * Runs a statement; what the server says if it refuses, after which all is as it was before.
     *
     * @throws SQLException if it waited for somebody else, who would be in the way of any other attempt as well
     */
    Optional<SQLException> attempt(Sql sql) throws SQLException {
        Mark mark = mark();
        try {
            run(sql.text());
            script.add(sql.text());
            return Optional.empty();
        } catch (SQLException refused) {
            if (courtesy.isInTheWay(refused)) {
                throw refused;
            }
            back(mark);
            return Optional.of(refused);
        }
    }

    /** Runs a statement that belongs to no story. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(Optional<Sql> sql) throws SQLException {
        if (sql.isPresent()) {
            run(sql.get().text());
        }
    }

    /** The first row of a query, NULL as empty; nothing if it has none or the server cannot say. */
    List<Optional<String>> ask(String query) throws SQLException {
        Mark mark = mark();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<Optional<String>> values = new ArrayList<>();
            if (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(Optional.ofNullable(row.getString(i)));
                }
            }
            return values;
        } catch (SQLException unclear) {
            back(mark);
            return List.of();
        }
    }

    @Override
    public void close() throws SQLException {
        switch (begun) {
            case BY_CALL -> {
                connection.rollback();
                connection.setAutoCommit(true);
                run(courtesy.end());
            }
            case IN_SQL -> {
                run("ROLLBACK");
                run(courtesy.end());
            }
            case WITHIN -> {
                run("ROLLBACK TO SAVEPOINT " + BEGINNING);
                run("RELEASE SAVEPOINT " + BEGINNING);
            }
        }
    }
}

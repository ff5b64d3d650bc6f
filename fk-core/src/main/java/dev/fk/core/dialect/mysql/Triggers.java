package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The triggers of tables, which go with them. */
record Triggers(Settings settings) {
    List<Belonging> read(Connection connection, Collection<QualifiedName> tables) throws SQLException {
        List<Belonging> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            List<String> triggers = names(statement, tables);
            String mode = triggers.isEmpty() ? "" : mode(statement);
            for (String trigger : triggers) {
                try (ResultSet row = statement.executeQuery("SHOW CREATE TRIGGER " + trigger)) {
                    row.next();
                    found.add(new Belonging(
                            false, again(row.getString("SQL Original Statement"), row.getString("sql_mode"), mode)));
                }
            }
        }
        return found;
    }

    private static String mode(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * A trigger keeps the {@code sql_mode} in which it was created, and its body is read in it: whether {@code ||} is OR, and
     * what stands in double quotes, depends on it.
     */
    private static List<Sql> again(String statement, String own, String session) {
        return own.equals(session)
                ? List.of(new Sql(statement))
                : List.of(SqlMode.of(own), new Sql(statement), SqlMode.back());
    }

    /** In the order they fire. MySQL 9.7.4 has their bodies in {@code information_schema} without what escapes quotes in them. */
    private List<String> names(Statement statement, Collection<QualifiedName> tables) throws SQLException {
        Quoting quoting = new Quoting(settings.backslashEscapes());
        String own = settings.info().defaultSchema();
        String names = tables.stream()
                .map(t -> "(" + quoting.literal(t.schema().orElse(own)) + ", " + quoting.literal(t.name()) + ")")
                .collect(Collectors.joining(", "));
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                """
                SELECT trigger_schema, trigger_name FROM information_schema.triggers
                 WHERE (event_object_schema, event_object_table) IN (%s)
                 ORDER BY event_object_schema, event_object_table, action_timing, event_manipulation, action_order"""
                        .formatted(names))) {
            while (row.next()) {
                found.add(Identifiers.quote(QualifiedName.of(row.getString(1), row.getString(2))));
            }
        }
        return found;
    }
}

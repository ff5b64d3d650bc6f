package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Asks for SHOW CREATE TABLE where {@code information_schema} does not tell. It has tables of periods since MariaDB 11.4
 * alone; MariaDB 10.11.18 shows a check like any other, and no version says what SYSTEM_TIME partitions are made by, tells
 * {@code DEFAULT} of a list from {@code IN (0)}, or says how vectors are compared. MySQL 9.7.4 has a default of bytes up to
 * its first zero, and nothing of parsers; MariaDB 10.11.18 has {@code ?} for those that are no UTF-8.
 */
final class Definitions {
    private static final int NO_SUCH_TABLE = 1146;

    private final Connection connection;
    private final Settings settings;

    Definitions(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    boolean isNeededFor(Answers table) {
        return isOfWordsOrVectors(table) || hasBytes(table) || (settings.isMariaDb() && hasTimesOrLists(table));
    }

    private static boolean isOfWordsOrVectors(Answers table) {
        return table.to(Question.INDEXES).stream()
                .anyMatch(i -> i.is(Label.METHOD, "FULLTEXT") || i.is(Label.METHOD, "VECTOR"));
    }

    private boolean hasTimesOrLists(Answers table) {
        return table.to(Question.CHECKS).stream().anyMatch(c -> mayBePeriod(c, table))
                || table.to(Question.PARTITIONS).stream()
                        .map(p -> p.text(Label.METHOD))
                        .anyMatch(m -> m.equals("SYSTEM_TIME") || m.startsWith("LIST"));
    }

    private boolean hasBytes(Answers table) {
        return table.to(Question.COLUMNS).stream()
                .filter(c -> c.text(Label.TYPE).contains("binary"))
                .anyMatch(c -> settings.isMariaDb()
                        ? c.get(Label.DFLT).filter(d -> d.contains("?")).isPresent()
                        : c.get(Label.DFLT).isPresent() && !c.text(Label.EXTRA).contains("DEFAULT_GENERATED"));
    }

    /** The columns of a period are NOT NULL and of one type. */
    private boolean mayBePeriod(Row check, Answers table) {
        List<String> names = check.is(Label.LEVEL, "Table")
                ? Period.checked(settings.fromCatalog(check.text(Label.CLAUSE)))
                : List.of();
        List<String> types = table.to(Question.COLUMNS).stream()
                .filter(c -> names.contains(c.text(Label.C)) && c.is(Label.NULLABLE, "NO"))
                .map(c -> c.text(Label.TYPE))
                .toList();
        return types.size() == 2
                && types.get(0).equals(types.get(1))
                && (types.get(0).startsWith("date") || types.get(0).startsWith("timestamp"));
    }

    /** Absent if the table was dropped meanwhile. */
    Optional<Shown> of(QualifiedName table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + Identifiers.quote(table))) {
            row.next();
            String text = row.getString(2);
            return Optional.of(
                    new Shown(settings.plain(RawText.isUnreadable(text) ? RawText.readable(row.getBytes(2)) : text)));
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return Optional.empty();
            }
            if (e.getErrorCode() == MySqlRights.TABLE_DENIED) {
                throw new MissingRightException(
                        "the definition of " + table + " is not shown",
                        new MySqlRights(connection, settings.info().defaultSchema()).toSeeDefinition(table));
            }
            throw e;
        }
    }
}

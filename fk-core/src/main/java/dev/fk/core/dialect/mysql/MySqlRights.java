package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rights as errors 1142 and 1143 name them; what roles bring, no catalog shows to everybody. The names of the privileges are
 * SQL and are not translated with the rest of the message.
 */
record MySqlRights(Connection connection, String defaultSchema) {
    private static final String ADMINISTRATOR = "Let an administrator of the server grant it.";
    private static final String UNSEEN =
            ADMINISTRATOR + " A table may be there all the same: those on which a user has no"
                    + " privilege at all, the server does not show.";
    static final int TABLE_DENIED = 1142;
    static final int DATABASE_DENIED = 1044;
    private static final String SHOWING_ALL = ", which shows all tables of the database and their columns.";
    private static final String NOWHERE = "fk_nowhere";
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'|`(?:[^`]|``)*`");
    private static final Pattern PRIVILEGES =
            Pattern.compile("\\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|INDEX|REFERENCES|TRIGGER)\\b");

    private static final String GRANTED = Resource.text("granted.sql");

    List<MissingRight> missing(ServerError error, List<Access> accesses) throws SQLException {
        List<String> privileges = PRIVILEGES
                .matcher(QUOTED.matcher(error.message()).replaceAll(""))
                .results()
                .map(r -> r.group())
                .distinct()
                .toList();
        Optional<QualifiedName> table = accesses.stream()
                .map(Access::table)
                .filter(t -> isNamed(t, error.message()))
                .findFirst()
                .or(() -> accesses.stream().map(Access::table).findFirst());
        return privileges.isEmpty() || table.isEmpty() ? List.of() : List.of(missing(privileges, table.get()));
    }

    private static boolean isNamed(QualifiedName table, String message) {
        return Pattern.compile("['`.]" + Pattern.quote(table.name()) + "['`]")
                .matcher(message)
                .find();
    }

    /** What lets one create a table also lets one create others; on a table that is not there, nothing else is granted. */
    private MissingRight missing(List<String> privileges, QualifiedName table) throws SQLException {
        String schema = table.schema().orElse(defaultSchema);
        boolean creates = privileges.contains("CREATE");
        String on = creates ? database(schema) : Identifiers.quote(QualifiedName.of(schema, table.name()));
        return new MissingRight(
                "The user of this connection has no privilege " + String.join(" or ", privileges) + " on "
                        + (creates ? "database " + schema : table),
                creates ? UNSEEN : ADMINISTRATOR,
                grant(String.join(", ", privileges), on));
    }

    /**
     * What MariaDB 10.11.18 and 11.8.9 ask for besides SELECT before they show the actions of a foreign key: any other
     * privilege. This one permits nothing there.
     */
    MissingRight toSeeForeignKeys(QualifiedName table) throws SQLException {
        return toReference(
                "MariaDB shows foreign keys only to users with another privilege than SELECT, and the user of this"
                        + " connection has none on " + table,
                ", which permits nothing else there.",
                table);
    }

    MissingRight toSeeChecks(QualifiedName table) throws SQLException {
        return toReference(
                "MariaDB shows checks only to users with a privilege on the whole database, and the user of this"
                        + " connection has none",
                SHOWING_ALL,
                table);
    }

    /** What SHOW CREATE TABLE asks for: any privilege on the table as a whole. */
    MissingRight toSeeDefinition(QualifiedName table) throws SQLException {
        return toReference(
                "The user of this connection has no privilege on " + table
                        + " as a whole, and to others MariaDB does not show how it is defined",
                ".",
                table);
    }

    /** Both servers show a table to those who may create or alter it, but its columns to those who may read or write them. */
    MissingRight toSeeColumns(QualifiedName table) throws SQLException {
        return toReference(
                "The user of this connection has none of the privileges SELECT, INSERT, UPDATE and REFERENCES on "
                        + table + ", and to others the server does not show its columns",
                ".",
                table);
    }

    /** Tables without a privilege of the user's answer 1142 whether they are there or not, others 1146 if they are not. */
    Optional<MissingRight> toSee(Collection<QualifiedName> absent) throws SQLException {
        List<QualifiedName> unseen = new ArrayList<>();
        for (QualifiedName table : absent) {
            if (isDenied(table)) {
                unseen.add(table);
            }
        }
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        String names = unseen.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        return Optional.of(toReference(
                "The user of this connection has no privilege at all on " + names
                        + ": whether there are such tables, the server does not show",
                SHOWING_ALL,
                unseen.get(0)));
    }

    /** Who has a privilege on the whole database is told of a table that is not there (1146), others are denied it (1142). */
    Optional<MissingRight> toSeeAll() throws SQLException {
        return isDenied(QualifiedName.of(NOWHERE))
                ? Optional.of(toReference(
                        "The user of this connection has no privilege on database " + defaultSchema
                                + " as a whole, so that the server shows only those tables and views on which they have one",
                        SHOWING_ALL,
                        QualifiedName.of(NOWHERE)))
                : Optional.empty();
    }

    /** Asked of what the user is granted, roles included: information_schema leaves those out, and shows no trigger. */
    Optional<MissingRight> toSeeTriggers(QualifiedName table) throws SQLException {
        QualifiedName full = QualifiedName.of(table.schema().orElse(defaultSchema), table.name());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GRANTS")) {
            while (row.next()) {
                if (TriggerGrant.covers(row.getString(1), full)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new MissingRight(
                "The user of this connection has no privilege TRIGGER on " + table
                        + ", and to others the server does not show its triggers",
                ADMINISTRATOR,
                grant("TRIGGER", Identifiers.quote(full))));
    }

    /** The least privilege that shows anything, on the whole database of a table. */
    private MissingRight toReference(String fact, String which, QualifiedName table) throws SQLException {
        return new MissingRight(
                fact,
                "Let an administrator of the server grant REFERENCES" + which,
                grant("REFERENCES", database(table.schema().orElse(defaultSchema))));
    }

    private boolean isDenied(QualifiedName table) throws SQLException {
        String name = Identifiers.quote(QualifiedName.of(table.schema().orElse(defaultSchema), table.name()));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHOW CREATE TABLE " + name);
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == TABLE_DENIED || e.getErrorCode() == DATABASE_DENIED;
        }
    }

    /** The right to tables that nobody else sees. */
    MissingRight toCreateTemporaryTables() throws SQLException {
        return new MissingRight(
                "The user of this connection has no privilege CREATE TEMPORARY TABLES on database " + defaultSchema
                        + ", so that the server cannot be asked how it writes an expression",
                ADMINISTRATOR,
                grant("CREATE TEMPORARY TABLES", database(defaultSchema)));
    }

    /** The right to a database of one's own, of these names. */
    MissingRight toCreateDatabases(String prefix) throws SQLException {
        return new MissingRight(
                "The user of this connection may not create a database named " + prefix + "…",
                ADMINISTRATOR,
                grant("ALL", pattern(prefix).replaceFirst("`$", "%`") + ".*"));
    }

    /**
     * A database as the user's rights on it name it. Of several names that fit, the servers take the rights of one alone, the
     * most specific: next to a grant on {@code my_shop} one on {@code my\_shop} would take away all that the first one gave.
     */
    private String database(String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GRANTED)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                return (row.next() ? Identifiers.quote(row.getString(1)) : pattern(schema)) + ".*";
            }
        }
    }

    /** Underscores and percent signs stand for others in the name of a database in GRANT, and there alone. */
    private static String pattern(String schema) {
        return Identifiers.quote(schema.replaceAll("[_%]", Matcher.quoteReplacement("\\") + "$0"));
    }

    private Sql grant(String privileges, String on) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String account = row.getString(1);
            int at = account.lastIndexOf('@');
            return new Sql("GRANT " + privileges + " ON " + on + " TO " + SqlText.literal(account.substring(0, at))
                    + "@" + SqlText.literal(account.substring(at + 1)));
        }
    }
}

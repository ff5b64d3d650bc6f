package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rights as the catalog has them. PostgreSQL 18.6 names one at a time, and neither the user nor the privilege; of a schema
 * without USAGE on the search path it says that its tables do not exist.
 */
record PostgreSqlRights(Connection connection, String defaultSchema) {
    /** insufficient_privilege. */
    static final String DENIED = "42501";

    private static final String RIGHTS = "SELECT current_user AS name, has_schema_privilege(n.oid, 'USAGE') AS uses,"
            + " has_schema_privilege(n.oid, 'CREATE') AS creates, pg_get_userbyid(c.relowner) AS owner,"
            + " pg_has_role(c.relowner, 'USAGE') AS owns,"
            + " (SELECT r.rolsuper FROM pg_roles r WHERE r.oid = c.relowner) AS by_superuser,"
            + " has_table_privilege(c.oid, 'SELECT') AS reads, has_table_privilege(c.oid, ?) AS has"
            + " FROM pg_namespace n LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = ?"
            + " WHERE n.nspname = ?";

    private static final String POLICIES = "SELECT current_user AS name, n.nspname, c.relname"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relrowsecurity AND row_security_active(c.oid) ORDER BY n.nspname, c.relname";

    /** Where the server says that something is not there, all that can be missing is the right to see it. */
    List<MissingRight> missing(ServerError error, List<Access> accesses) throws SQLException {
        List<MissingRight> missing = new ArrayList<>();
        for (Access access : accesses) {
            missing.addAll(missing(access, !error.state().equals(DENIED)));
        }
        return missing;
    }

    /** Policies keep rows even from the owner if they are forced, but not from superusers. */
    Optional<MissingRight> toSeeRows(Collection<QualifiedName> tables) throws SQLException {
        List<String> kept = new ArrayList<>();
        String user = "";
        try (PreparedStatement statement = connection.prepareStatement(POLICIES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                user = row.getString("name");
                QualifiedName table =
                        Identifiers.local(row.getString("nspname"), row.getString("relname"), defaultSchema);
                if (tables.contains(table)) {
                    kept.add(table.toString());
                }
            }
        }
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new MissingRight(
                        "Row-level security keeps rows of " + String.join(", ", kept)
                                + " from the user of this connection, " + user,
                        "Ask as a user from whom it keeps none, such as a superuser, or let one of them lift it for"
                                + " this one.",
                        new Sql("ALTER ROLE " + Identifiers.quote(user) + " BYPASSRLS")));
    }

    /** The right to a schema of one's own. */
    MissingRight toCreateSchemas() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT current_database() AS base, current_user AS name");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new MissingRight(
                    "The user of this connection has no privilege CREATE on database " + row.getString("base"),
                    "Let the owner of the database grant it.",
                    grant("CREATE ON DATABASE " + Identifiers.quote(row.getString("base")), row));
        }
    }

    /** The right to tables that nobody else sees; every role has it unless it was taken from PUBLIC. */
    List<MissingRight> toCreateTemporaryTables() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT current_database() AS base, current_user AS name,"
                                + " has_database_privilege(current_database(), 'TEMPORARY') AS has");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean("has")
                    ? List.of()
                    : List.of(new MissingRight(
                            "The user of this connection has neither privilege CREATE nor TEMPORARY on database "
                                    + row.getString("base")
                                    + ", so that the server cannot be asked how it writes an expression",
                            "Let the owner of the database grant it.",
                            grant("TEMPORARY ON DATABASE " + Identifiers.quote(row.getString("base")), row)));
        }
    }

    List<MissingRight> missing(Access access, boolean unseen) throws SQLException {
        boolean named = access.kind() != Access.Kind.CREATE && access.kind() != Access.Kind.ALTER_OR_DROP;
        String schema = access.table().schema().orElse(defaultSchema);
        try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
            statement.setString(1, named ? access.kind().name() : "SELECT");
            statement.setString(2, access.table().name());
            statement.setString(3, schema);
            try (ResultSet row = statement.executeQuery()) {
                boolean counts = row.next() && !(unseen && row.getBoolean("uses"));
                return counts
                        ? missing(
                                access, QualifiedName.of(schema, access.table().name()), row)
                        : List.of();
            }
        }
    }

    /** @param full the table with its schema: whoever grants rights may have another search path */
    private static List<MissingRight> missing(Access access, QualifiedName full, ResultSet row) throws SQLException {
        String schema = full.schema().orElseThrow();
        List<MissingRight> missing = new ArrayList<>();
        boolean creates = access.kind() == Access.Kind.CREATE;
        List<String> onSchema = Stream.of(
                        row.getBoolean("uses") ? "" : "USAGE", !creates || row.getBoolean("creates") ? "" : "CREATE")
                .filter(p -> !p.isEmpty())
                .toList();
        if (!onSchema.isEmpty()) {
            missing.add(new MissingRight(
                    "The user of this connection has no privilege " + String.join(" or ", onSchema) + " on schema "
                            + schema,
                    "Let the owner of the schema grant it.",
                    grant(String.join(", ", onSchema) + " ON SCHEMA " + Identifiers.quote(schema), row)));
        }
        if (creates || row.getString("owner") == null) {
            return missing;
        }
        if (access.kind() == Access.Kind.ALTER_OR_DROP) {
            if (!row.getBoolean("owns")) {
                missing.add(ownership(access.table(), full, row));
            }
        } else if (!row.getBoolean("has")) {
            missing.add(privilege(access.kind().name(), access.table(), full, row));
        } else if (readsToo(access.kind()) && !row.getBoolean("reads")) {
            missing.add(privilege("SELECT", access.table(), full, row));
        }
        return missing;
    }

    /** Which rows, is asked of their values. */
    private static boolean readsToo(Access.Kind kind) {
        return kind == Access.Kind.UPDATE || kind == Access.Kind.DELETE;
    }

    private static MissingRight privilege(String name, QualifiedName table, QualifiedName full, ResultSet row)
            throws SQLException {
        return new MissingRight(
                "The user of this connection has no privilege " + name + " on " + table,
                "Let the owner of the table grant it.",
                grant(name + " ON " + Identifiers.quote(full), row));
    }

    /** Membership of a superuser's role would give everything away. */
    private static MissingRight ownership(QualifiedName table, QualifiedName full, ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String user = row.getString("name");
        boolean give = row.getBoolean("by_superuser");
        return new MissingRight(
                table + " belongs to " + owner
                        + ", and only its owner may alter or drop it; the user of this connection is " + user,
                "Connect as " + owner + ", or "
                        + (give ? "let them give you the table." : "be made a member of that role."),
                give
                        ? new Sql("ALTER TABLE " + Identifiers.quote(full) + " OWNER TO " + Identifiers.quote(user))
                        : new Sql("GRANT " + Identifiers.quote(owner) + " TO " + Identifiers.quote(user)));
    }

    private static Sql grant(String what, ResultSet row) throws SQLException {
        return new Sql("GRANT " + what + " TO " + Identifiers.quote(row.getString("name")));
    }
}

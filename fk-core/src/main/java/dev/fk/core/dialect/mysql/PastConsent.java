package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Consent;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * MariaDB alters the columns and unique keys of a table that keeps its past only if the session says that the past may be
 * altered as well (11.8.9: 4119, also for a comment or a default, which MODIFY COLUMN says); indexes, foreign keys, checks of
 * the table and names it alters without.
 */
record PastConsent(ServerInfo server) implements Consent {
    private static final String SETTING = "system_versioning_alter_history";

    @Override
    public boolean concerns(Table table) {
        return table.options().has(TableOptions.SYSTEM_VERSIONING);
    }

    @Override
    public boolean isNeeded(Change change, Table table) {
        return concerns(table)
                && (change instanceof Change.AddColumn
                        || change instanceof Change.DropColumn
                        || change instanceof Change.AlterColumn
                        || change instanceof Change.AddPrimaryKey
                        || change instanceof Change.AddUniqueKey
                        || (change instanceof Change.AddIndex add && add.index().unique()));
    }

    @Override
    public boolean isGiven(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@" + SETTING)) {
            return row.next() && row.getString(1).equalsIgnoreCase("KEEP");
        }
    }

    @Override
    public Objection missing(Table table) {
        return new Objection(
                "FK108",
                List.of(),
                table.name() + " keeps its past (WITH SYSTEM VERSIONING), and " + server
                        + " alters the columns and unique keys of such a table only for who says with " + SETTING
                        + " that the rows of the past are altered as well: a column that goes is gone from them,"
                        + " a new one has its default there",
                "If that is meant, put sessionVariables=" + SETTING + "=KEEP into the JDBC URL, or execute SET "
                        + SETTING
                        + " = KEEP on the connection. If not, copy the past into a table of its own before: "
                        + "CREATE TABLE … AS SELECT * FROM " + Identifiers.quote(table.name())
                        + " FOR SYSTEM_TIME ALL.");
    }
}

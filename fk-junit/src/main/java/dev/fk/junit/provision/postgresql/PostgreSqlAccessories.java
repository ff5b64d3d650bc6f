package dev.fk.junit.provision.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs to a database and is not in it, so that {@code CREATE DATABASE … TEMPLATE} leaves it behind: settings, as
 * {@code ALTER DATABASE ${flyway:database} SET search_path = app} in a migration makes them, and rights.
 *
 * @param statements with a marker for the name of the database
 */
record PostgreSqlAccessories(List<String> statements) {
    /**
     * Of settings the value is a text; a list of names, whose quotes are part of it, is written as it is. Rights are there as
     * soon as they are not the usual ones.
     */
    private static final String QUESTION =
            """
            WITH template AS (SELECT oid, datdba, datacl FROM pg_database WHERE datname = ?),
            setting AS (
                SELECT coalesce('ALTER ROLE ' || quote_ident(rolname) || ' IN DATABASE <database>', 'ALTER DATABASE <database>') AS alter,
                       split_part(entry, '=', 1) AS name, substr(entry, strpos(entry, '=') + 1) AS value
                  FROM template JOIN pg_db_role_setting s ON setdatabase = template.oid CROSS JOIN unnest(setconfig) entry
                  LEFT JOIN pg_roles r ON r.oid = setrole),
            granted AS (
                SELECT privilege_type, is_grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(rolname) END AS who
                  FROM template CROSS JOIN aclexplode(datacl) LEFT JOIN pg_roles r ON r.oid = grantee
                 WHERE grantee <> datdba)
            SELECT statement FROM (
                SELECT 1 AS place, alter || ' SET ' || name || ' = ' || CASE
                           WHEN name IN ('search_path', 'temp_tablespaces', 'local_preload_libraries',
                                         'session_preload_libraries') AND value <> '""' THEN value
                           ELSE quote_literal(CASE value WHEN '""' THEN '' ELSE value END) END AS statement
                  FROM setting
                UNION ALL SELECT 2, 'REVOKE ALL ON DATABASE <database> FROM PUBLIC' FROM template WHERE datacl IS NOT NULL
                UNION ALL SELECT 3, 'GRANT ' || privilege_type || ' ON DATABASE <database> TO ' || who
                           || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                  FROM granted) all_of_them
             ORDER BY place, statement
            """;

    static PostgreSqlAccessories of(Connection admin, String template) throws SQLException {
        try (PreparedStatement question = admin.prepareStatement(QUESTION)) {
            question.setString(1, template);
            List<String> statements = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
            return new PostgreSqlAccessories(statements);
        }
    }

    /** What gives another database the same. */
    List<String> of(String database) {
        return statements.stream().map(s -> s.replace("<database>", database)).toList();
    }
}

package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.source.SchemaSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

/** What a migration says of its database as a whole holds in each that a test gets, and is no trace of a test. */
@WithSchema(AccessoriesTest.OfTheDatabase.class)
class AccessoriesTest {
    static final class OfTheDatabase implements SchemaSource {
        private static final List<String> STATEMENTS = List.of(
                "CREATE TABLE t (id int)",
                "ALTER DATABASE %s SET lock_timeout = '66s'",
                "ALTER DATABASE %s SET search_path = \"Odd one\", public",
                "ALTER ROLE CURRENT_USER IN DATABASE %s SET statement_timeout = '77s'",
                "ALTER DATABASE %s SET app.motto = 'it''s <so> %% \\ so'",
                "REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC",
                "GRANT CREATE ON DATABASE %s TO pg_monitor WITH GRANT OPTION");

        @Override
        public void applyTo(Database database) {
            STATEMENTS.forEach(s -> database.execute(
                    new Sql(s.formatted(database.server().database()).replace("%%", "%"))));
        }

        @Override
        public String fingerprint() {
            return STATEMENTS.toString();
        }
    }

    @RepeatedTest(3)
    void are_those_of_the_template(DataSource dataSource) throws Exception {
        assertThat(Notes.ask(dataSource, "SHOW lock_timeout")).isEqualTo("66s");
        assertThat(Notes.ask(dataSource, "SHOW search_path")).isEqualTo("\"Odd one\", public");
        assertThat(Notes.ask(dataSource, "SHOW statement_timeout")).isEqualTo("77s");
        assertThat(Notes.ask(dataSource, "SHOW app.motto")).isEqualTo("it's <so> % \\ so");
        assertThat(Notes.ask(
                        dataSource,
                        "SELECT array_agg(coalesce(rolname, 'all') || ' ' || privilege_type || ' ' || is_grantable ORDER BY privilege_type)"
                                + " FROM pg_database CROSS JOIN aclexplode(datacl) LEFT JOIN pg_roles r ON r.oid = grantee"
                                + " WHERE datname = current_database() AND grantee <> datdba"))
                .isEqualTo("{\"all CONNECT false\",\"pg_monitor CREATE true\"}");
    }
}

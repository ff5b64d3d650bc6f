package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.liquibase.LiquibaseSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources beside models: in which order they run, and what is said where they fail. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class SourcesTest {
    @Table("writer")
    record Writer(@Id String name) {}

    @Test
    void scripts_run_after_classes_and_a_method_may_add_them(TestKit kit) {
        kit.run(OrderTestCases.class).succeeded(3);
    }

    @WithSchema(Writer.class)
    static class OrderTestCases {
        @Test
        void without_rows(Connection connection) throws SQLException {
            assertThat(writers(connection)).isZero();
        }

        @Test
        @WithSchema(scripts = {"classpath:sources/writers.sql", "sources/more-writers.sql"})
        void with_rows(Connection connection) throws SQLException {
            assertThat(writers(connection)).isEqualTo(3);
        }

        @Test
        @WithSchema(liquibase = "classpath:sources/changelog.yaml", scripts = "classpath:sources/writers.sql")
        void with_tables_of_a_changelog_before_the_models(Schema schema, Connection connection) throws SQLException {
            assertThat(schema.tables().keySet())
                    .extracting(QualifiedName::name)
                    .contains("shelf", "writer", "databasechangelog", "databasechangeloglock");
            assertThat(writers(connection)).isEqualTo(2);
        }

        private static int writers(Connection connection) throws SQLException {
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM writer")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void no_source_runs_without_synchronisation(TestKit kit) {
        kit.run(NoneTestCases.class).succeeded(1);
    }

    @WithSchema(scripts = "classpath:sources/writers.sql", sync = SyncMode.NONE)
    static class NoneTestCases {
        @Test
        void empty(Schema schema) {
            assertThat(schema.tables()).isEmpty();
        }
    }

    @Test
    void a_failing_script_is_named_with_its_line(TestKit kit) {
        assertThat(kit.run(FailingScriptTestCases.class).failed(1).failure())
                .hasMessageStartingWith("Cannot build the database of classpath:sources/writers.sql:"
                        + " classpath:sources/writers.sql:2: PostgreSQL ");
    }

    @WithSchema(scripts = "classpath:sources/writers.sql")
    static class FailingScriptTestCases {
        @Test
        void has_no_table() {}
    }

    @Test
    void a_failing_changelog_says_what_liquibase_says(TestKit kit) {
        assertThat(kit.run(FailingChangelogTestCases.class).failed(1).failure())
                .hasMessageContaining("Migration failed for changeset sources/failing.yaml::second::fk")
                .hasMessageContaining("relation \"public.missing\" does not exist");
        assertThat(kit.run(MissingChangelogTestCases.class).failed(1).failure())
                .hasMessageContaining("Liquibase cannot read classpath:sources/none.yaml");
    }

    @WithSchema(liquibase = "classpath:sources/failing.yaml")
    static class FailingChangelogTestCases {
        @Test
        void has_no_table() {}
    }

    @WithSchema(liquibase = "classpath:sources/none.yaml")
    static class MissingChangelogTestCases {
        @Test
        void is_not_there() {}
    }

    /** Flyway's core is on the class path of these tests, its module for PostgreSQL is not. */
    @Test
    void what_flyway_lacks_is_named(TestKit kit) {
        assertThat(kit.run(FlywayTestCases.class).failed(1).failure())
                .hasMessageContaining("Flyway's module for PostgreSQL ")
                .hasMessageContaining("Add org.flywaydb:flyway-database-postgresql in the version of flyway-core.");
    }

    @WithSchema(flyway = "classpath:sources")
    static class FlywayTestCases {
        @Test
        void has_no_module() {}
    }

    @Test
    void a_location_without_migrations_is_refused(TestKit kit) {
        assertThat(kit.run(NoMigrationsTestCases.class).failed(1).failure())
                .hasMessageContaining("Flyway's location classpath:db/nowhere has no files.");
    }

    @WithSchema(flyway = "classpath:db/nowhere")
    static class NoMigrationsTestCases {
        @Test
        void is_not_there() {}
    }

    @Test
    void the_fingerprint_of_a_changelog_covers_what_it_refers_to() {
        LiquibaseSource source = LiquibaseSource.of("classpath:sources/changelog.yaml");
        assertThat(source.fingerprint())
                .isEqualTo(source.fingerprint())
                .isNotEqualTo(source.inContexts("test").fingerprint())
                .isNotEqualTo(
                        LiquibaseSource.of("classpath:sources/failing.yaml").fingerprint());
    }
}

package dev.fk.examples.flyway;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The migrations of Eclipse hawkBit 0.3.0M7, as they are in its jar: one baseline and two more for PostgreSQL, the whole
 * history since 2015 for MySQL. hawkBit's own Flyway calls its history table schema_version.
 */
class HawkbitMigrationsTest {
    @Test
    @WithSchema(flyway = "classpath:db/migration/POSTGRESQL")
    void on_postgresql() {
        actions_go_with_their_target_and_stay_without_it_nowhere();
    }

    @Test
    @Tag("thorough")
    @WithSchema(flyway = "classpath:db/migration/MYSQL", dialect = "mysql", whenUnavailable = WhenUnavailable.ABORT)
    void on_mysql() {
        actions_go_with_their_target_and_stay_without_it_nowhere();
    }

    private static void actions_go_with_their_target_and_stay_without_it_nowhere() {
        assertThat(schema()).hasTables("sp_action", "sp_target", "sp_rollout", "flyway_schema_history");
        assertThat(table("sp_action"))
                .hasForeignKey("target")
                .referencing("sp_target", "id")
                .onDelete(CASCADE);
        assertThat(table("sp_action")).hasForeignKey("rollout").referencing("sp_rollout", "id");
    }
}

package dev.fk.examples.seed002;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithSchema(UserMigrations.class)
@DisplayName("Seed 002: users, their e-mail addresses and their region")
class UserMigrationsTest {
    private static final Migrator MIGRATOR = Migrator.of(new UserMigrations().migrations());

    @Test
    void emails_reference_their_user_and_nothing_was_said_of_actions() {
        assertThat(table("user_emails"))
                .hasForeignKey("userId")
                .referencing("users", "id")
                .onDelete(NO_ACTION)
                .onUpdate(NO_ACTION);
    }

    @Test
    void users_forget_a_region_that_goes() {
        assertThat(table("users"))
                .hasForeignKey("region_id")
                .referencing("regions", "id")
                .onUpdate(CASCADE)
                .onDelete(SET_NULL)
                .returnToTable()
                .hasColumn("region_id")
                .isNullable();
    }

    @Test
    void the_column_comes_after_another_where_a_server_has_positions(Database database) {
        assertThat(QueryInterface.of(database).describeTable("users").columnNames())
                .containsSubsequence("can_maintain_system", "region_id")
                .element(database.server().product().equals("PostgreSQL") ? 4 : 2)
                .isEqualTo("region_id");
    }

    @Test
    void undoing_it_leaves_the_users_without_the_column(Database database) {
        assertThat(MIGRATOR.undo(database)).containsExactly("20240206-add-region_id-in-users");
        assertThat(table("users")).hasOnlyColumns("id", "can_maintain_system", "createdAt", "updatedAt");
        assertThat(table("regions")).doesNotExist();
        assertThat(MIGRATOR.up(database)).containsExactly("20240206-add-region_id-in-users");
        assertThat(table("users")).hasForeignKey("region_id");
    }
}

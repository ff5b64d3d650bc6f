package dev.fk.examples.seed002;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.MigrationProblemsException;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.junit.WithSchema;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithSchema
@DisplayName("Seed 002: projects are created before their types")
class ProjectOrderTest {
    private record Step(String id, Consumer<QueryInterface> calls) implements Migration {
        @Override
        public void up(QueryInterface q) {
            calls.accept(q);
        }
    }

    private static Step project(boolean referencing) {
        return new Step(
                "20220216-create-project",
                q -> q.createTable(
                        "project", t -> t.column("id", integer().primaryKey().autoIncrement())
                                .column(
                                        "projectTypeId",
                                        referencing ? integer().references("project_type", "id") : integer())));
    }

    private static Step type(boolean constraining) {
        return new Step("20220217-create-project-type", q -> {
            q.createTable(
                    "project_type", t -> t.column("id", integer().primaryKey().autoIncrement()));
            if (constraining) {
                q.addConstraint(
                        "project",
                        foreignKey("projectTypeId")
                                .references("project_type", "id")
                                .named("FK_projectType_project")
                                .onDelete(NO_ACTION)
                                .onUpdate(NO_ACTION));
            }
        });
    }

    @Test
    void the_wrong_order_is_found_before_the_first_statement_runs(Database database) {
        assertThatThrownBy(() -> Migrator.of(project(true), type(false)).up(database))
                .isInstanceOf(MigrationProblemsException.class)
                .hasMessage("1 problem was found before any migration ran; the database is unchanged.\n"
                        + "  1. 20220216-create-project adds a foreign key project(projectTypeId) → project_type(id), but"
                        + " project_type is created later, by 20220217-create-project-type. Rename the files, or add the"
                        + " constraint in the later one with q.addConstraint(\"project\", …).");
        assertThat(QueryInterface.of(database).showAllTables()).isEmpty();
    }

    @Test
    void the_constraint_added_in_the_later_one_solves_it(Database database) {
        assertThat(Migrator.of(project(false), type(true)).up(database)).hasSize(2);
        assertThat(table("project"))
                .hasForeignKey("projectTypeId")
                .referencing("project_type", "id")
                .named("FK_projectType_project")
                .onDelete(NO_ACTION);
    }

    @Test
    void it_can_be_removed_again_by_its_name(Database database) {
        Migrator.of(project(false), type(true)).up(database);
        QueryInterface.of(database).removeConstraint("project", "FK_projectType_project");
        assertThat(table("project")).doesNotHaveForeignKey("projectTypeId");
    }
}

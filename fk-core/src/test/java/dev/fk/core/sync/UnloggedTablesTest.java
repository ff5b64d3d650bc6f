package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.model.ModelsSpec;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.testing.OnPostgres;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL lets no permanent table reference an unlogged one, at no time (42P16). */
@OnPostgres
class UnloggedTablesTest {
    private static Model model(ModelsSpec models, String name, List<String> unlogged) {
        return models.model(name, m -> {
            m.tableName(name).attribute("id", integer().primaryKey()).noTimestamps();
            if (unlogged.contains(name)) {
                m.option("unlogged", "");
            }
        });
    }

    /** Each references the next, and the first itself. */
    private static Models chain(String names, String unlogged) {
        List<String> all = Arrays.asList(unlogged.split(""));
        return Models.define(models -> {
            Model child = model(models, names.substring(0, 1), all);
            child.belongsTo(child, a -> a.as("self").foreignKey("selfId"));
            for (String name : names.substring(1).split("")) {
                Model parent = model(models, name, all);
                child.belongsTo(parent, a -> a.foreignKey(name + "Id"));
                child = parent;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "cba", "bac", "acb"})
    void change_all_at_once_in_an_order_that_works(String names, Database database) {
        for (String unlogged : List.of("", names, names.substring(0, 1), names, names.substring(0, 2), "")) {
            Models models = chain(names, unlogged);

            Sync.alter().run(models, database);

            assertThat(database.read().schema().tables().values().stream()
                            .filter(t -> t.options().has("unlogged")))
                    .hasSize(unlogged.length());
            assertThat(Sync.alter().plan(models, database).steps()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "bc", "b"})
    void are_not_referenced_by_permanent_ones_which_is_found_before_anything_runs(String unlogged, Database database) {
        assertThatThrownBy(() -> Sync.alter().run(chain("abc", unlogged), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("is an unlogged table, and ")
                .hasMessageContaining("[FK233]");
        assertThat(database.read().schema().tables()).isEmpty();
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The MySQL family gives rows a value that nobody has declared where others refuse the column. */
@Tag("thorough")
class FilledColumnsTest {
    @TestFactory
    Stream<DynamicTest> say_what_rows_get() {
        return EachServer.family()
                .map(server -> server.test("NOT NULL without a default", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE users (id INT PRIMARY KEY)"));
                    database.execute(new Sql("INSERT INTO users VALUES (7)"));
                    Models models = Models.define(all -> all.model("User", m -> m.tableName("users")
                            .attribute("id", integer().primaryKey())
                            .attribute("age", integer().notNull())
                            .attribute("name", string(20).notNull())
                            .attribute("state", enumOf("new", "old").notNull())
                            .attribute("level", integer().notNull().defaultValue(3))
                            .noTimestamps()));

                    Plan plan = Sync.alter().run(models, database);

                    assertThat(plan.steps()).allMatch(s -> s.assessment().risk() == Risk.SAFE);
                    assertThat(plan.toString())
                            .contains("rows of users get 0 in age, which has no default")
                            .contains("rows of users get an empty text in name")
                            .contains("rows of users get its first label in state")
                            .doesNotContain("in level");
                    assertThat(database.query(new Sql("SELECT age, name, state, level FROM users")))
                            .containsExactly(Map.of("age", 0, "name", "", "state", "new", "level", 3));
                }));
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.DataType;
import dev.fk.core.testing.EachServer;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Servers that put the current time where nobody knew one do not do so without consent. */
@Tag("thorough")
class NullTimestampsTest {
    @TestFactory
    Stream<DynamicTest> that_would_become_now_want_consent() {
        return EachServer.family()
                .map(server -> server.test("when unknown", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE visit (id integer PRIMARY KEY, since datetime NULL)"));
                    database.execute(new Sql("INSERT INTO visit (id) VALUES (1)"));
                    Models models = Models.define(all -> all.model("Visit", m -> m.tableName("visit")
                            .attribute("id", integer().primaryKey())
                            .attribute(
                                    "since",
                                    typed(new DataType.Timestamp(OptionalInt.empty(), true))
                                            .notNull())
                            .noTimestamps()));

                    assertThatThrownBy(() -> Sync.alter().run(models, database))
                            .isInstanceOf(RefusedPlanException.class)
                            .hasMessageContaining("NULLs of visit.since would become zero, empty or the current time");
                    assertThat(database.query(new Sql("SELECT since FROM visit"))
                                    .get(0)
                                    .get("since"))
                            .isNull();
                }));
    }
}

package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Letters that are not in ASCII, in names and strings of expressions. */
@OnPostgres
class LettersTest {
    private static final Models MODELS = Models.define(models -> models.model("Tür", m -> m.tableName("türen")
            .attribute("größe", integer().primaryKey())
            .attribute("zustand", string(20))
            .check("größe > 0")
            .check("zustand in ('geöffnet', 'zu', '開')")
            .noTimestamps()));

    @TestFactory
    Stream<DynamicTest> are_read_as_they_were_written(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("letters", fresh -> {
                    Database database = Database.of(fresh.dataSource());

                    Sync.alter().verifying().run(MODELS, database);

                    assertThat(Sync.alter().plan(MODELS, database).isEmpty()).isTrue();
                    assertThat(database.read().schema().toString())
                            .contains("größe", "geöffnet", "開")
                            .doesNotContain("Ã");
                }));
    }
}

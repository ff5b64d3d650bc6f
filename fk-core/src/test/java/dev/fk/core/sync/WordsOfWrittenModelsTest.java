package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.collated;
import static dev.fk.core.model.Attributes.counted;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What only the models of a database that was there need to say: {@code db:models} writes it. */
@OnPostgres
class WordsOfWrittenModelsTest {
    private static Models chat(String name) {
        return Models.define(models -> models.model("Chat", m -> m.tableName("chat")
                .noTimestamps()
                .primaryKeyName(name)
                .attribute("no", integer().primaryKey())));
    }

    private static Table table(Database database, String name) {
        return database.read().schema().table(name).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> names_of_primary_keys_where_the_server_has_any(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("pk_chat", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(chat("pk_chat"), database);
                    assertThat(Sync.alter().plan(chat("pk_chat"), database).isEmpty())
                            .isTrue();

                    Plan renamed = Sync.alter().plan(chat("chat_no"), database);

                    assertThat(renamed.steps()).hasSize(server.isTransactional() ? 1 : 0);
                    Sync.alter().verifying().run(chat("chat_no"), database);
                    assertThat(table(database, "chat").primaryKey().flatMap(PrimaryKey::name))
                            .hasToString(server.isTransactional() ? "Optional[chat_no]" : "Optional.empty");
                }));
    }

    @Test
    void a_domain_may_count(Database database) {
        database.execute(new Sql("CREATE DOMAIN positive AS int CHECK (VALUE > 0)"));
        database.execute(new Sql("CREATE SEQUENCE numbers"));
        database.execute(new Sql("CREATE TABLE ticket (no positive PRIMARY KEY DEFAULT nextval('numbers'))"));
        Models models = Models.define(all -> all.model("Ticket", m -> m.tableName("ticket")
                .noTimestamps()
                .attribute(
                        "no",
                        counted(new DataType.Named(QualifiedName.of("positive")))
                                .primaryKey())));

        assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
        assertThat(models.schema().table("ticket").orElseThrow().column("no").map(Column::generation))
                .contains(Generation.autoIncrement());
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> enums_and_sets_of_the_family_have_collations() {
        return EachServer.family()
                .map(server -> server.test("collations", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models models = Models.define(all -> all.model("Chat", m -> m.tableName("chat")
                            .noTimestamps()
                            .noPrimaryKey()
                            .attribute("state", enumOf("open", "paid").collate("utf8mb4_bin"))
                            .attribute("flags", collated(new DataType.Other("set('a','b')"), "utf8mb4_bin"))));

                    Sync.create().verifying().run(models, database);

                    assertThat(table(database, "chat").columns())
                            .extracting(c -> c.collation().orElse(""))
                            .containsExactly("utf8mb4_bin", "utf8mb4_bin");
                }));
    }
}

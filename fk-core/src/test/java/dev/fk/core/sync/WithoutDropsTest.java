package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What a table has beyond its model, when the model gets more of the same kind. */
@OnPostgres
@Tag("thorough")
class WithoutDropsTest {
    private static Models models(Consumer<ModelSpec> more) {
        return models(integer(), more);
    }

    private static Models models(Attribute<?> b, Consumer<ModelSpec> more) {
        return Models.define(all -> all.model("Person", m -> {
            m.tableName("person")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey())
                    .attribute("a", integer())
                    .attribute("b", b);
            more.accept(m);
        }));
    }

    @TestFactory
    Stream<DynamicTest> another_index_and_key_leave_those_of_others(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("an index of the administrator", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(models(m -> {}), database);
                    database.execute(new Sql("CREATE INDEX theirs ON person (a)"));
                    database.execute(new Sql("ALTER TABLE person ADD CONSTRAINT their_key UNIQUE (a, b)"));
                    database.execute(new Sql(
                            "ALTER TABLE person ADD CONSTRAINT their_parent FOREIGN KEY (a) REFERENCES person (id)"));
                    Models more = models(m -> m.index(i -> i.named("ours").on("b", "a"))
                            .unique(u -> u.named("our_key").on("b"))
                            .attribute("parent", integer().references("person", "id")));
                    Sync sync = Sync.alter().withoutDrops();

                    sync.run(more, database);

                    Table person = database.read()
                            .schema()
                            .table(QualifiedName.of("person"))
                            .orElseThrow();
                    assertThat(person.indexes().stream().map(Index::name).flatMap(n -> n.stream()))
                            .contains("theirs", "ours");
                    assertThat(person.uniqueKeys()).hasSize(2);
                    assertThat(person.foreignKeys()).hasSize(2);
                    assertThat(sync.plan(more, database).isEmpty()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> comments_that_the_model_has_no_words_for_stay(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("comments of the administrator", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(models(m -> {}), database);
                    List<String> comments = server.isTransactional()
                            ? List.of(
                                    "COMMENT ON TABLE person IS 'theirs'",
                                    "COMMENT ON COLUMN person.a IS 'their a'",
                                    "COMMENT ON COLUMN person.b IS 'their b'")
                            : List.of("ALTER TABLE person COMMENT 'theirs', MODIFY a INT COMMENT 'their a',"
                                    + " MODIFY b INT COMMENT 'their b'");
                    comments.forEach(sql -> database.execute(new Sql(sql)));
                    Models wider = models(bigInteger(), m -> {});
                    Sync sync = Sync.alter().withoutDrops();

                    assertThat(sync.plan(models(m -> {}), database).isEmpty()).isTrue();
                    sync.run(wider, database);

                    Table person = database.read()
                            .schema()
                            .table(QualifiedName.of("person"))
                            .orElseThrow();
                    assertThat(person.comment()).hasValue("theirs");
                    assertThat(person.columns().stream().map(Column::comment).flatMap(c -> c.stream()))
                            .containsExactly("their a", "their b");
                    assertThat(sync.plan(wider, database).isEmpty()).isTrue();
                }));
    }
}

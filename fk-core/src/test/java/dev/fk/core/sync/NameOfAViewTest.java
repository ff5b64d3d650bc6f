package dev.fk.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A model whose table is a view: the server would refuse it, on the MySQL family after the tables before it. */
@OnPostgres
class NameOfAViewTest {
    private static final Models MODELS = Models.define(models -> {
        models.model("First", m -> m.tableName("a_first"));
        models.model("Seen", m -> m.tableName("seen"));
    });

    @TestFactory
    Stream<DynamicTest> is_found_before_anything_runs(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("the name of a view", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE base (id INTEGER PRIMARY KEY)"));
                    database.execute(new Sql("CREATE VIEW seen AS SELECT id FROM base"));

                    assertThat(Sync.alter().plan(MODELS, database).problems())
                            .singleElement()
                            .satisfies(p -> assertThat(p.table()).isEqualTo(QualifiedName.of("seen")))
                            .extracting(Problem::code)
                            .isEqualTo("FK109");
                    assertThatExceptionOfType(PreflightException.class)
                            .isThrownBy(() -> Sync.create().run(MODELS, database))
                            .withMessageContaining("seen is the name of a view");
                    assertThat(database.read().schema().tables()).containsOnlyKeys(QualifiedName.of("base"));

                    database.execute(new Sql("DROP VIEW seen"));
                    Sync.create().run(MODELS, database);
                    assertThat(database.read().schema().tables()).hasSize(3);
                }));
    }
}

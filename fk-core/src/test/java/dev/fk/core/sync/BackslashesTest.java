package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A backslash in a text is one, whatever a server takes it for in SQL. */
@OnPostgres
class BackslashesTest {
    private static final String FOLDER = "C:\\new\\ta'ble\\";
    private static final Models MODELS = Models.define(models -> models.model("Share", m -> m.tableName("share")
            .attribute("id", integer().primaryKey())
            .attribute("folder", string(20).notNull().defaultValue(FOLDER).comment("as in \\\\host"))
            .attribute("kind", enumOf("\\n", "n").notNull().defaultValue("\\n"))
            .noTimestamps()));

    @TestFactory
    Stream<DynamicTest> of_defaults_labels_and_comments_stay(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("backslashes", fresh -> verify(Database.of(fresh.dataSource()))));
    }

    @TestFactory
    Stream<DynamicTest> also_where_they_escape_nothing() {
        return EachServer.family()
                .map(server -> server.test("NO_BACKSLASH_ESCAPES", fresh -> {
                    verify(Database.at(fresh.url() + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES'"));
                }));
    }

    private static void verify(Database database) {
        Sync.create().verifying().run(MODELS, database);
        database.execute(new Sql("INSERT INTO share (id) VALUES (1)"));

        List<Map<String, Object>> rows = database.query(new Sql("SELECT folder, kind FROM share"));
        assertThat(rows).containsExactly(Map.of("folder", FOLDER, "kind", "\\n"));
        assertThat(database.read().schema().toString()).contains("as in \\\\host");
        assertThat(Sync.alter().plan(MODELS, database).steps()).isEmpty();
    }
}

package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.generate.AssertionWriter;
import dev.fk.core.rule.Rules;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What CREATE INDEX CONCURRENTLY leaves on PostgreSQL where it fails stands in the catalog and is of no use. */
class InvalidIndexTest {
    private static List<ThrowingCallable> presences(Database database) {
        return List.of(
                () -> assertThat(table(database, "parent")).hasUniqueKey("code"),
                () -> assertThat(table(database, "parent")).hasIndex("code").isUnique(),
                () -> assertThat(table(database, "parent")).hasIndexNamed("parent_code"),
                () -> assertThat(table(database, "parent")).doesNotHaveIndex("code"),
                () -> assertThat(table(database, "child")).hasForeignKey("p").isIndexed(),
                () -> assertThat(schema(database)).obeys(Rules.foreignKeysAreIndexed()));
    }

    @Test
    void is_not_taken_for_one() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY, code text)",
                    "CREATE TABLE child (id int PRIMARY KEY, p int REFERENCES parent)",
                    "INSERT INTO parent VALUES (1, 'a'), (2, 'a')",
                    "INSERT INTO child VALUES (1, 1), (2, 1)");
            for (String on : List.of("parent_code ON parent (code)", "child_p ON child (p)")) {
                assertThatThrownBy(() ->
                                TestServer.execute(database.dataSource(), "CREATE UNIQUE INDEX CONCURRENTLY " + on))
                        .hasMessageContaining("could not create unique index");
            }

            String told = presences(database).stream()
                    .map(p -> String.valueOf(catchThrowable(p).getMessage()).replaceAll("\n  db  : .*", ""))
                    .collect(Collectors.joining("\n"));

            Golden.verify(Engine.POSTGRESQL, "texts/invalid-index", told);
            String source = AssertionWriter.of("", "ShopTest").write(database);
            GeneratedClass generated = GeneratedClass.of(source, "ShopTest", url);
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
            TestServer.execute(
                    database.dataSource(), "UPDATE parent SET code = 'b' WHERE id = 2", "REINDEX INDEX parent_code");
            assertThat(table(database, "parent")).hasUniqueKey("code");
        });
    }
}

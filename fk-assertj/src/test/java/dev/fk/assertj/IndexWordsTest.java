package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of an index may be said as they were written: PostgreSQL makes lower(email) lower((email)::text). */
class IndexWordsTest {
    private static final String TABLE = "CREATE TABLE account (email varchar(50), no integer)";

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    void of_expressions(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    TABLE,
                    "CREATE INDEX by_email ON account ((lower(email)), no, (no + 1) DESC)");
            IndexAssert index = assertThat(table(database, "account")).hasIndexNamed("by_email");

            index.hasParts("lower(email)", "no", "no + 1 DESC");
            index.hasParts("LOWER( email )", "no", "(no+1) DESC");
            for (String other :
                    new String[] {"upper(email)", "lower(email) DESC", "lower(mail)", "email", "lower(", ""}) {
                assertThatThrownBy(() -> index.hasParts(other, "no", "no + 1 DESC"))
                        .isInstanceOf(AssertionError.class);
            }
            assertThatThrownBy(() -> index.hasParts("lower(email)", "no", "no + 1"))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> index.hasParts("lower(email)", "no")).isInstanceOf(AssertionError.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower(email)", "lower(email::text)", "lower((email)::text)"})
    void and_as_the_server_writes_them(String words) throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), TABLE, "CREATE UNIQUE INDEX by_email ON account (lower(email))");

            assertThat(table(database, "account")).hasIndexNamed("by_email").hasParts(words);
        });
    }
}

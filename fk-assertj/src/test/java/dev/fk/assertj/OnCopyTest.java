package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.schema.QualifiedName;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of tables of any schema are made in one place, and not where the tables are. */
class OnCopyTest {
    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_another_schema(Engine engine) throws Exception {
        Database fixture = engine.server().fixture();
        assertThat(table(fixture, "audit", "reply"))
                .hasForeignKey("threadNo")
                .onCopy()
                .cascadesDeletes();
    }

    @Test
    void of_tables_of_the_same_name_and_with_types_of_another_schema() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE SCHEMA sales",
                    "CREATE TYPE sales.state AS ENUM ('open', 'done')",
                    "CREATE TYPE kind AS ENUM ('big')",
                    "CREATE TABLE orders (id int PRIMARY KEY, kind kind NOT NULL)",
                    "CREATE TABLE sales.orders (id int REFERENCES public.orders ON DELETE CASCADE,"
                            + " state sales.state NOT NULL DEFAULT 'open', day date NOT NULL CHECK (day = '2031-07-08'))");
            Database both = database.withScope(CatalogScope.with("sales"));
            ForeignKeyAssert key = assertThat(table(both, "sales", "orders")).hasForeignKey("id");

            key.onCopy().cascadesDeletes().isEnforced();
            key.withRow(QualifiedName.of("sales", "orders"), Map.of("state", "done"))
                    .onCopy()
                    .cascadesDeletes();
            assertThat(both.read().schema().tables()).hasSize(2);
        });
    }
}

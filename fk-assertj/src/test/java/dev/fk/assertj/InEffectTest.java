package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fk.core.database.Database;
import dev.fk.core.generate.AssertionWriter;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the catalog and does nothing is not taken for what is there. */
class InEffectTest {
    /** Each fails, is put right by the statements it shows, and passes; unless it is told that it need not be in effect. */
    private static void mended(Database database, String state, List<ThrowingCallable> presences) {
        for (ThrowingCallable presence : presences) {
            assertThatThrownBy(presence).hasMessageContainingAll(state, "fix : ", "inEffectOrNot()");
        }
        String failure = String.valueOf(catchThrowable(presences.get(0)).getMessage());
        TestServer.execute(database.dataSource(), Fix.of(failure).toArray(String[]::new));
        for (ThrowingCallable presence : presences) {
            assertThat(catchThrowable(presence)).as(failure).isNull();
        }
    }

    private static void written(Database database, String url) throws Exception {
        String source = AssertionWriter.of("", "ShopTest").write(database);
        GeneratedClass generated = GeneratedClass.of(source, "ShopTest", url);
        for (String test : generated.tests()) {
            assertThat(generated.run(test)).as(source).isEmpty();
        }
    }

    @Test
    void of_a_foreign_key() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            assumeTrue(database.server().version().isAtLeast(18, 0), "PostgreSQL has them since 18");
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY)",
                    "CREATE TABLE other (id int PRIMARY KEY)",
                    "CREATE TABLE child (p int CONSTRAINT to_parent REFERENCES parent ON DELETE CASCADE NOT ENFORCED)");
            assertThat(table(database, "child"))
                    .inEffectOrNot()
                    .hasForeignKey("p")
                    .onDelete(CASCADE)
                    .isNotEnforced()
                    .and()
                    .hasOnlyConstraints("to_parent")
                    .hasOnlyForeignKeys(fk("p").referencing("parent", "id")
                            .onDelete(CASCADE)
                            .notEnforced());
            written(database, url);

            TestServer.execute(database, "ALTER TABLE child ADD CONSTRAINT to_other FOREIGN KEY (p) REFERENCES other");
            assertThat(table(database, "child")).hasForeignKey("p").referencing("other", "id");
            assertThatThrownBy(() -> assertThat(table(database, "child"))
                            .hasForeignKey("p")
                            .referencing("parent", "id"))
                    .hasMessageContainingAll("NOT ENFORCED", "fix : ");
            TestServer.execute(database, "ALTER TABLE child DROP CONSTRAINT to_other");

            mended(
                    database,
                    "it is NOT ENFORCED: rows are not checked, and nothing cascades",
                    List.of(
                            () -> assertThat(table(database, "child"))
                                    .hasForeignKey("p")
                                    .onDelete(CASCADE),
                            () -> assertThat(table(database, "child")).hasForeignKeyNamed("to_parent"),
                            () -> assertThat(table(database, "child")).hasConstraintNamed("to_parent"),
                            () -> assertThat(table(database, "child")).hasOnlyConstraints("to_parent")));
            assertThatThrownBy(() -> assertThat(table(database, "child"))
                            .hasForeignKey("p")
                            .isNotEnforced())
                    .hasMessageContaining("is asked after .inEffectOrNot()");
            TestServer.execute(database, "INSERT INTO parent VALUES (1)");
            assertThatThrownBy(() -> TestServer.execute(database, "INSERT INTO child VALUES (2)"))
                    .hasMessageContaining("violates foreign key");
        });
    }

    @Test
    void one_that_is_not_valid_is() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY)",
                    "CREATE TABLE child (p int, CHECK (p > 0))",
                    "ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent ON DELETE CASCADE NOT VALID");
            assertThat(table(database, "child"))
                    .hasForeignKey("p")
                    .onDelete(CASCADE)
                    .isNotValid();
            written(database, url);
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MYSQL"})
    void of_a_check(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            assumeTrue(
                    engine != Engine.POSTGRESQL || database.server().version().isAtLeast(18, 0),
                    "PostgreSQL has them since 18");
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (a int, CONSTRAINT least CHECK (a > 0) NOT ENFORCED,"
                            + " CONSTRAINT most CHECK (a < 9))");
            assertThat(table(database, "one"))
                    .inEffectOrNot()
                    .hasCheck("least")
                    .isNotEnforced()
                    .and()
                    .hasOnlyConstraints("least", "most");
            assertThat(table(database, "one")).hasCheckOn("a").hasExpression("a < 9");
            written(database, url);
            mended(
                    database,
                    "it is NOT ENFORCED: no row is checked",
                    List.of(
                            () -> assertThat(table(database, "one")).hasCheck("least"),
                            () -> assertThat(table(database, "one"))
                                    .hasCheckOn("a")
                                    .named("least"),
                            () -> assertThat(table(database, "one")).hasConstraintNamed("least"),
                            () -> assertThat(table(database, "one")).hasOnlyConstraints("least", "most")));
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void of_an_index(Engine engine) throws Exception {
        String hidden = engine == Engine.MYSQL ? " INVISIBLE" : " IGNORED";
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY)",
                    "CREATE TABLE child (p int, q int, FOREIGN KEY (p) REFERENCES parent (id))",
                    "CREATE INDEX by_p ON child (p)" + hidden,
                    "CREATE UNIQUE INDEX by_q ON child (q)" + hidden);
            assertThat(table(database, "child"))
                    .inEffectOrNot()
                    .hasIndex("p")
                    .named("by_p")
                    .and()
                    .hasOnlyIndexes("by_p", "by_q");
            assertThat(table(database, "child")).hasUniqueKey("q").named("by_q");
            assertThat(table(database, "child")).hasForeignKey("p").isIndexed();
            written(database, url);
            mended(
                    database,
                    ", hidden",
                    List.of(
                            () -> assertThat(table(database, "child"))
                                    .hasIndex("p")
                                    .isNotUnique(),
                            () -> assertThat(table(database, "child")).hasIndexNamed("by_p")));
            mended(
                    database,
                    ", hidden",
                    List.of(
                            () -> assertThat(table(database, "child")).hasIndexNamed("by_q"),
                            () -> assertThat(table(database, "child")).hasOnlyIndexes("by_p", "by_q")));
        });
    }
}

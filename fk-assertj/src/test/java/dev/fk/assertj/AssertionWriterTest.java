package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.generate.AssertionWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A class that fk writes compiles, passes where it was written, and reads as a person would write it. */
@Tag("thorough")
class AssertionWriterTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_class_of_the_examples_compiles_and_passes(Engine engine) throws Exception {
        engine.server().changing(examples -> {
            Database whole = examples.withScope(CatalogScope.with("audit"));
            String source = AssertionWriter.of("", "ExamplesTest").write(whole);
            GeneratedClass generated =
                    GeneratedClass.of(source, "ExamplesTest", engine.server().url(examples));
            assertThat(generated.tests())
                    .hasSize(1 + whole.read().schema().tables().size());
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_class_reads_like_this(Engine engine) {
        String source = AssertionWriter.of("com.example", "ExamplesTest")
                .withoutFingerprints()
                .write(engine.server().fixture());
        Golden.verify(engine, "generated/ExamplesTest", source);
    }

    @Test
    void tests_may_get_their_database_from_the_extension() {
        String source = AssertionWriter.of("com.example", "ExamplesTest")
                .withSchema("flyway = \"classpath:db/migration\"")
                .write(Engine.POSTGRESQL.server().fixture());
        assertThat(source)
                .contains("@WithSchema(flyway = \"classpath:db/migration\")\nclass ExamplesTest {\n    @Test")
                .contains("import dev.fk.junit.WithSchema;")
                .contains("assertThat(table(\"chat\"))")
                .doesNotContain("DATABASE");
    }

    @Test
    void what_stands_in_other_schemas_is_named_with_them() throws Exception {
        Engine.POSTGRESQL.server().fresh((one, url) -> {
            TestServer.execute(one, "CREATE SCHEMA billing");
            TestServer.execute(one, "CREATE TYPE billing.state AS ENUM ('open', 'paid')");
            TestServer.execute(one, "CREATE SEQUENCE billing.number START 7");
            TestServer.execute(one, "CREATE TABLE billing.invoice (state billing.state)");
            TestServer.execute(one, "CREATE VIEW billing.unpaid AS SELECT * FROM billing.invoice");
            TestServer.execute(one, "CREATE VIEW here AS SELECT 1 AS one");
            String source = AssertionWriter.of("", "BillingTest").write(one.withScope(CatalogScope.with("billing")));
            String name = "(dev.fk.core.schema.QualifiedName.of(\"billing\", ";
            assertThat(source)
                    .contains(".hasOnlyEnums" + name + "\"state\"))")
                    .contains(".hasEnum" + name + "\"state\"), \"open\", \"paid\")")
                    .contains(".hasOnlySequences" + name + "\"number\"))")
                    .contains(".hasView" + name + "\"unpaid\"))")
                    .contains(".hasView(\"here\")");
            GeneratedClass generated = GeneratedClass.of(source, "BillingTest", url);
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
            TestServer.execute(one, "DROP VIEW billing.unpaid");
            assertThat(generated.run("tables_and_types")).hasValueSatisfying(failure -> assertThat(failure.toString())
                    .contains("billing.unpaid"));
        });
    }

    @Test
    void odd_names_are_written_as_java_writes_them() throws Exception {
        Engine.POSTGRESQL.server().fresh((odd, url) -> {
            TestServer.execute(
                    odd,
                    "CREATE TABLE \"a \"\"b\"\" \\c\" (\"class\" text DEFAULT E'tab\\there\\n"
                            + "ü\\\\', CHECK (\"class\" <> '\"'))");
            TestServer.execute(odd, "CREATE TABLE \"class\" (\"1\" text)");
            TestServer.execute(odd, "CREATE TABLE \"1st\" (\"1\" text[])");
            TestServer.execute(odd, "CREATE TABLE \"toString\" ()");
            TestServer.execute(odd, "CREATE TABLE \"a__b___c\" (x char(3))");
            GeneratedClass generated =
                    GeneratedClass.of(AssertionWriter.of("", "OddTest").write(odd), "OddTest", url);
            assertThat(generated.tests())
                    .containsExactly("_1st", "a__b___c", "a__b___c_2", "class_", "tables_and_types", "toString_");
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
        });
    }

    /** With one expression for all of them javac has a StackOverflowError. */
    @Test
    void much_is_said_in_several_tests() throws Exception {
        Engine.POSTGRESQL.server().fresh((wide, url) -> {
            TestServer.execute(
                    wide,
                    IntStream.range(0, 1000)
                            .mapToObj(i -> "column_" + i + " text NOT NULL")
                            .collect(Collectors.joining(", ", "CREATE TABLE wide (", ")")));
            TestServer.execute(wide, "ALTER TABLE wide ADD CONSTRAINT meant CHECK (column_1 <> '') NOT ENFORCED");
            GeneratedClass generated =
                    GeneratedClass.of(AssertionWriter.of("", "WideTest").write(wide), "WideTest", url);
            assertThat(generated.tests()).contains("wide", "wide_2", "wide_26");
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2Test", "a-b", "", "class"})
    void what_is_no_name_of_a_class_is_refused(String name) {
        assertThatThrownBy(() -> AssertionWriter.of("com.example", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name in Java");
    }
}

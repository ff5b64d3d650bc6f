package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.dialect.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is said beside the outcome of tests: files about failures, and what databases cost. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class ReportTest {
    @Test
    void a_failure_has_files_about_its_database(TestKit kit) {
        var files =
                kit.run(FailingTestCases.class, "fk.keep", "never").failed(1).files();
        assertThat(files.keySet())
                .containsExactly(
                        "fk-diagram.md",
                        "fk-diff.txt",
                        "fk-repro.sql",
                        "fk-schema.sql",
                        "fk-settings.txt",
                        "fk-statements.log");
        assertThat(files.get("fk-statements.log"))
                .contains("fk   ALTER TABLE note ADD COLUMN id int;")
                .contains("c1   INSERT INTO note VALUES ('evidence');")
                .doesNotContain("pg_catalog", "pg_class");
        assertThat(files.get("fk-diff.txt"))
                .contains("column note.id")
                .contains("ALTER TABLE \"note\" DROP COLUMN \"id\";")
                .contains("note: 0 → 1");
        assertThat(files.get("fk-diagram.md")).contains("```mermaid\nerDiagram").contains("id \"ADDED\"");
        assertThat(files.get("fk-repro.sql"))
                .startsWith("-- FailingTestCases: fails(DataSource) on PostgreSQL")
                .contains("CREATE TABLE \"note\"")
                .endsWith("INSERT INTO note VALUES ('evidence');\n");
        assertThat(files.get("fk-settings.txt"))
                .contains("fk.keep = never (JUnit configuration parameter)\n")
                .contains("fk.postgresql.password = *** (JUnit configuration parameter)\n")
                .contains("fk.isolation = per-method (default)\n");
    }

    @WithSchema(Notes.class)
    static class FailingTestCases {
        @Test
        void fails(DataSource dataSource) throws Exception {
            CurrentDatabase.get().execute(new Sql("ALTER TABLE note ADD COLUMN id int"));
            Notes.execute(dataSource, "INSERT INTO note VALUES ('evidence')");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void a_lock_that_the_test_left_does_not_keep_anybody_waiting(TestKit kit) {
        assertThat(kit.run(LockingTestCases.class, "fk.keep", "never").failed(1).files())
                .containsKey("fk-diff.txt");
    }

    @WithSchema(Notes.class)
    static class LockingTestCases {
        @Test
        void fails(DataSource dataSource) throws Exception {
            dataSource.getConnection().createStatement().execute("BEGIN; LOCK TABLE note");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void a_dynamic_test_and_one_of_a_shared_database_have_theirs(TestKit kit) {
        assertThat(kit.run(DynamicTestCases.class, "fk.keep", "never")
                        .finished(1, 1, 0)
                        .files())
                .containsKey("fk-repro.sql");
        assertThat(kit.run(SharedTestCases.class, "fk.keep", "never")
                        .finished(1, 1, 0)
                        .files())
                .containsKey("fk-repro.sql");
    }

    @WithSchema(Notes.class)
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of(DynamicTest.dynamicTest("good", () -> {}), DynamicTest.dynamicTest("bad", () -> {
                throw new AssertionError("on purpose");
            }));
        }
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    static class SharedTestCases {
        @Test
        void good() {}

        @Test
        void bad() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void files_of_named_databases_have_the_name(TestKit kit) {
        assertThat(kit.run(NamedTestCases.class, "fk.keep", "never").failed(1).files())
                .containsKeys("fk-audit-repro.sql", "fk-repro.sql");
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "audit", value = Notes.class)
    static class NamedTestCases {
        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void there_are_no_files_if_nobody_wants_them(TestKit kit) {
        assertThat(kit.run(FailingTestCases.class, "fk.keep", "never", "fk.report.files", "false")
                        .failed(1)
                        .files())
                .isEmpty();
    }

    @Test
    void a_class_and_a_run_say_what_databases_cost(TestKit kit, @TempDir Path folder) throws Exception {
        TestKit.Run run = kit.run(CostingTestCases.class, "fk.report.servers", folder.toString())
                .succeeded(5);
        assertThat(run.entries("fk.databases"))
                .hasSize(2)
                .allMatch(e -> e.matches(
                        "\\d databases \\(\\d copied, \\d cleaned\\) in \\d+ ms \\(\\d+\\.\\d ms each\\), given back in \\d+ ms:"
                                + " \\d+ % of \\d+\\.\\d s"))
                .anyMatch(e -> e.startsWith("3 databases ("))
                .anyMatch(e -> e.startsWith("2 databases ("));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = Files.readAllLines(
                    files.filter(f -> f.toString().endsWith(".tsv")).findFirst().orElseThrow());
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0))
                    .startsWith("class\ttemplates\tbuild ms\tdatabases\tcopied\tcleaned\tclone ms\treset ms");
            assertThat(lines.get(3)).matches("all\t1\t[\\d.]+\t5\t\\d\t\\d\t[\\d.]+\t[\\d.]+\t[\\d.]+\t[\\d.]+ %");
        }
    }

    @WithSchema(Notes.class)
    static class CostingTestCases {
        @RepeatedTest(3)
        void test() {}

        @Nested
        class Inner {
            @RepeatedTest(2)
            void test() {}
        }
    }

    @Test
    void a_report_that_cannot_be_written_does_not_hide_what_became_of_the_tests(TestKit kit, @TempDir Path folder)
            throws Exception {
        Path file = Files.createFile(folder.resolve("no-directory"));
        kit.run(CostingTestCases.class, "fk.report.servers", file.toString()).succeeded(5);
    }

    @Test
    void nobody_says_it_if_nobody_wants_to_know(TestKit kit, @TempDir Path folder) throws Exception {
        TestKit.Run run =
                kit.run(CostingTestCases.class, "fk.report.servers", folder.toString(), "fk.report.databases", "false");
        assertThat(run.entries("fk.databases")).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(f -> f.toString().endsWith(".tsv"));
        }
    }
}

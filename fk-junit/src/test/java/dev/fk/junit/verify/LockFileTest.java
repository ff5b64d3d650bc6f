package dev.fk.junit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void lock() throws IOException {
        Files.writeString(folder.resolve("lock"), "# heading\naaaa V1__a.sql\nbbbb V2 with blanks.sql\n");
    }

    @Test
    void what_is_locked_and_unchanged_is_fine() {
        assertThat(problems(step("V1__a.sql", "aaaa"), step("V2 with blanks.sql", "bbbb")))
                .isEmpty();
    }

    @Test
    void an_edit_is_told_with_both_checksums() {
        assertThat(problems(step("V1__a.sql", "cccc"), step("V2 with blanks.sql", "bbbb")))
                .singleElement()
                .asString()
                .startsWith("db/V1__a.sql: V1__a.sql was edited: its checksum is cccc, in ")
                .contains(" it is aaaa.");
    }

    @Test
    void one_that_is_gone_may_have_been_renamed() {
        assertThat(problems(step("V1__b.sql", "aaaa"), step("V2 with blanks.sql", "bbbb")))
                .extracting(MigrationProblem::text)
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .startsWith(
                                        "V1__a.sql is not among the migrations any longer; did you mean V1__b.sql?"),
                        fresh -> assertThat(fresh).startsWith("V1__b.sql is new, but V2 with blanks.sql, which"));
    }

    @Test
    void one_that_comes_last_only_has_to_be_written_down() {
        assertThat(problems(step("V1__a.sql", "aaaa"), step("V2 with blanks.sql", "bbbb"), step("V3__c.sql", "cccc")))
                .singleElement()
                .asString()
                .startsWith("db/V3__c.sql: V3__c.sql is not in ")
                .endsWith(" yet. Run the tests with -Dfk.update, which adds it.");
    }

    @Test
    void what_is_there_to_be_edited_is_not_locked() {
        assertThat(problems(step("V1__a.sql", "aaaa"), step("V2 with blanks.sql", "bbbb"), step("R__view.sql", "")))
                .isEmpty();
    }

    @Test
    void a_missing_file_is_told() {
        assertThat(new LockFile(folder.resolve("nowhere").toString()).problems(List.of(step("V1__a.sql", "aaaa"))))
                .singleElement()
                .asString()
                .endsWith("nowhere: there is no such lock file. Run the tests with -Dfk.update, which writes it.");
    }

    private List<MigrationProblem> problems(MigrationStep... steps) {
        return new LockFile(folder.resolve("lock").toString())
                .problems(Stream.of(steps).toList());
    }

    private static MigrationStep step(String name, String checksum) {
        return new MigrationStep(name, name, "db/" + name, checksum);
    }
}

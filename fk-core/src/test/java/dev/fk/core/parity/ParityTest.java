package dev.fk.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two kinds of servers may say differently, how often, and what is told about the rest. */
class ParityTest {
    private static final NeutralForm POSTGRESQL = NeutralForm.parse(
            """
            # server: postgresql

            table orders
              column id
                type: UUID
              column paid
                default: false
                type: BOOLEAN
              foreign key (customer) → customers (id)
                on delete: CASCADE
            """);
    private static final NeutralForm MYSQL = NeutralForm.parse(
            """
            # server: mysql

            table orders
              column id
                collation: utf8mb4_bin
                type: CHAR(36)
              column paid
                default: 0
                type: BOOLEAN
              foreign key (customer) → customers (id)
                on delete: SET NULL
              index (customer)
            """);

    @TempDir
    private Path folder;

    private static Parity idioms(Parity parity) {
        return parity.allowing(Idiom.UUID_AS_TEXT, 2, "no uuid")
                .allowing(Idiom.BOOLEAN_AS_NUMBER, "no boolean")
                .allowingOn("mysql", Idiom.INDEX_OF_FOREIGN_KEY, "InnoDB makes it")
                .allowingOn("mariadb", Idiom.JSON_KIND, "text with a check");
    }

    @Test
    void what_is_no_idiom_is_told_by_table() {
        ParityReport report = idioms(Parity.with(POSTGRESQL)).compare(MYSQL);
        assertThat(report.isOnPar()).isFalse();
        assertThat(report.describe())
                .isEqualTo(
                        """
                        orders
                          foreign key (customer) → customers (id): on delete is SET NULL here, CASCADE there""");
        assertThat(report.miscounted()).isEmpty();
        assertThat(report.counts())
                .containsExactly(
                        "UUID_AS_TEXT 2 (no uuid)",
                        "BOOLEAN_AS_NUMBER 1 (no boolean)",
                        "INDEX_OF_FOREIGN_KEY 1 (InnoDB makes it)");
    }

    /** One default for another is another spelling as well; the narrower idiom is the one that is named. */
    @Test
    void what_an_idiom_would_explain_is_told_with_its_name() {
        assertThat(Parity.with(POSTGRESQL).compare(MYSQL).allowable())
                .containsExactly(
                        entry(Idiom.UUID_AS_TEXT, 2),
                        entry(Idiom.BOOLEAN_AS_NUMBER, 1),
                        entry(Idiom.INDEX_OF_FOREIGN_KEY, 1));
        assertThat(idioms(Parity.with(POSTGRESQL)).compare(MYSQL).allowable()).isEmpty();
        NeutralForm alike = NeutralForm.parse("# server: mysql\n\ntable orders\n  column paid\n    default: 1\n");
        NeutralForm other = NeutralForm.parse("# server: mysql\n\ntable orders\n  column paid\n    default: true\n");
        ParityReport same = Parity.with(alike).compare(other);
        assertThat(same.differences()).hasSize(1);
        assertThat(same.allowable()).isEmpty();
    }

    @Test
    void every_idiom_that_is_ready_is_looked_at() {
        assertThat(Idiom.ready()).hasSize((int) Arrays.stream(Idiom.class.getFields())
                .filter(f -> f.getType() == Idiom.class)
                .count());
    }

    @Test
    void a_kind_of_server_has_no_idioms_to_itself() {
        ParityReport report = idioms(Parity.with(POSTGRESQL)).compare(POSTGRESQL);
        assertThat(report.isOnPar()).isTrue();
        assertThat(report.allowed()).isEmpty();
    }

    @Test
    void what_is_allowed_has_to_occur_as_often_as_it_says() {
        ParityReport report = Parity.with(POSTGRESQL)
                .allowing(Idiom.UUID_AS_TEXT, 1, "no uuid")
                .allowing(Idiom.MOMENT, "none here")
                .ignoring("flyway_schema_history")
                .compare(MYSQL);
        assertThat(report.miscounted())
                .containsExactly(
                        "table flyway_schema_history is ignored and not there; take it out",
                        "UUID_AS_TEXT (no uuid) is allowed once and occurs 2 times",
                        "MOMENT (none here) is allowed and does not occur; take it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parity.with(POSTGRESQL).allowing(Idiom.MOMENT, ""))
                .withMessageContaining("Say why");
    }

    @Test
    void tables_and_parts_on_one_side_are_told() {
        NeutralForm less = NeutralForm.parse("# server: mysql\n\ntable log\n  column no\n    type: INTEGER\n");
        assertThat(Parity.with(POSTGRESQL).compare(less).describe())
                .isEqualTo("log\n  the table is only here\norders\n  the table is missing here");
        assertThat(Parity.with(POSTGRESQL)
                        .ignoring("orders", "log")
                        .compare(less)
                        .isOnPar())
                .isTrue();
    }

    @Test
    void a_file_is_written_on_request_by_the_server_it_belongs_to() throws IOException {
        Path file = folder.resolve("forms").resolve("shop.txt");
        assertThatThrownBy(() -> new ParityFile(file, false).form(POSTGRESQL))
                .isInstanceOf(ParityException.class)
                .hasMessageContaining("is not there. Run this test with -Dfk.parity.update=true");
        assertThat(new ParityFile(file, true).form(POSTGRESQL)).isEqualTo(POSTGRESQL);
        assertThat(Files.readString(file)).isEqualTo(POSTGRESQL.toString());
        assertThat(new ParityFile(file, true).form(MYSQL))
                .as("another server reads it")
                .isEqualTo(POSTGRESQL);
        NeutralForm changed = POSTGRESQL.without(List.of("orders"));
        assertThat(new ParityFile(file, false).form(changed)).as("kept").isEqualTo(POSTGRESQL);
        assertThat(new ParityFile(file, true).form(changed)).isEqualTo(changed);
        assertThat(Files.readString(file)).isEqualTo(changed.toString());
    }

    @Test
    void a_text_that_is_none_is_refused_with_its_line() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeutralForm.parse("# server: mysql\ntable a\n\tcolumn b\n"))
                .withMessageContaining("Line 3 is no part of a neutral form: '\tcolumn b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeutralForm.parse(""))
                .withMessageContaining("No line says '# server: …'");
        Path file = Files.writeString(folder.resolve("wrong.txt"), "wrong");
        assertThatThrownBy(() -> new ParityFile(file, false).form(MYSQL))
                .isInstanceOf(ParityException.class)
                .hasMessageStartingWith(file.toString());
        assertThatThrownBy(() -> Parity.withResource("/none.txt").compare(MYSQL))
                .hasMessage("There is no resource none.txt on the class path.");
    }
}

package dev.fk.core.rule;

import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.rule.Freeze.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there when a rule is frozen is forgiven, what comes is not, and what goes stays away. */
class FreezeTest {
    @TempDir
    private Path folder;

    private final Rule rule = Rules.foreignKeysAreIndexed();
    private final Target one = Chats.target(
            Chats.table("participant"), Chats.table("chat", Chats.key("participantNo", "participant", CASCADE)));
    private final Target two = Chats.usual();

    private Path store() {
        return folder.resolve("frozen").resolve("{dialect}.txt");
    }

    private String content() throws IOException {
        return Files.readString(folder.resolve("frozen").resolve("postgresql.txt"));
    }

    private static RuleResult check(Rule rule, Path store, Mode mode, Target target) {
        return Freeze.frozen(rule, store, mode).check(target);
    }

    @Test
    void what_is_there_is_forgiven_and_what_is_new_is_not() throws IOException {
        assertThat(check(rule, store(), Mode.SHRINK, one).findings()).isEmpty();
        assertThat(content())
                .isEqualTo(
                        """
                # Violations that were there when their rule was frozen. New ones fail; what is gone goes from here by itself.
                # server: postgresql

                [FK401]
                chat(participantNo)
                """);
        assertThat(check(rule, store(), Mode.SHRINK, two).findings())
                .extracting(f -> f.subject().toString())
                .containsExactly("chat(roomNo)");
        assertThat(content()).as("a new violation is not frozen").doesNotContain("roomNo");
    }

    @Test
    void what_is_gone_goes_from_the_file_and_may_not_come_back() throws IOException {
        check(rule, store(), Mode.SHRINK, two);
        assertThat(content()).contains("chat(participantNo)\nchat(roomNo)\n");
        assertThat(check(rule, store(), Mode.SHRINK, one).findings()).isEmpty();
        assertThat(content()).contains("chat(participantNo)").doesNotContain("roomNo");
        assertThat(check(rule, store(), Mode.SHRINK, two).findings()).hasSize(1);
    }

    @Test
    void a_rule_without_violations_is_frozen_too() throws IOException {
        Rule cascade = RuleDefinition.foreignKeys().should().cascadeOnDelete();
        check(cascade, store(), Mode.SHRINK, one);
        assertThat(content()).contains("[foreign keys should cascade on delete]");
        assertThat(check(cascade, store(), Mode.SHRINK, two).findings()).hasSize(1);
    }

    @Test
    void rules_share_a_file_and_leave_each_other_alone() throws IOException {
        check(rule, store(), Mode.SHRINK, two);
        check(RuleDefinition.foreignKeys().should().cascadeOnDelete(), store(), Mode.SHRINK, two);
        check(rule, store(), Mode.SHRINK, one);
        assertThat(content())
                .contains("[FK401]\nchat(participantNo)\n")
                .contains("[foreign keys should cascade on delete]\nchat(roomNo)\n");
    }

    @Test
    void in_ci_nothing_is_written() throws IOException {
        assertThatThrownBy(() -> check(rule, store(), Mode.READ, one))
                .isInstanceOf(FrozenException.class)
                .hasMessageContaining("is not there")
                .hasMessageContaining("Run this test on your machine");
        assertThat(folder).isEmptyDirectory();
        check(rule, store(), Mode.SHRINK, two);
        String before = content();
        assertThat(check(rule, store(), Mode.READ, one).findings()).isEmpty();
        assertThat(content()).isEqualTo(before);
        assertThatThrownBy(() -> check(Rules.tablesHavePrimaryKeys(), store(), Mode.READ, one))
                .hasMessageContaining("does not know the rule 'FK414'");
    }

    @Test
    void everything_is_frozen_again_on_request() {
        check(rule, store(), Mode.SHRINK, one);
        assertThat(check(rule, store(), Mode.REPLACE, two).findings()).isEmpty();
        assertThat(check(rule, store(), Mode.READ, two).findings()).isEmpty();
    }

    @Test
    void exceptions_come_before_the_file() throws IOException {
        Rule excepted = rule.except("chat.roomNo", "legacy");
        RuleResult result = check(excepted, store(), Mode.SHRINK, two);
        assertThat(result.unusedExceptions()).isEmpty();
        assertThat(content()).doesNotContain("roomNo");
        assertThat(check(excepted, store(), Mode.SHRINK, two).unusedExceptions())
                .isEmpty();
    }

    @Test
    void a_file_belongs_to_one_kind_of_server() throws IOException {
        Path file =
                Files.writeString(folder.resolve("frozen.txt"), "# server: mysql\n\n[FK401]\nchat(participantNo)\n");
        assertThatThrownBy(() -> check(rule, file, Mode.SHRINK, one))
                .hasMessageContaining("frozen on mysql, and this is postgresql. Write {dialect} in its name");
    }

    @Test
    void twins_are_counted() {
        Target twice = Chats.target(
                Chats.table("participant"),
                Chats.table("chat", Chats.key("a", "participant", CASCADE), Chats.key("b", "participant", SET_NULL)));
        Rule blind = Rule.of(
                "nothing has a name",
                target -> new Inspection.Result(
                        2,
                        twice.tables().stream()
                                .map(t -> Violation.of(Subject.of(Chats.table("same")), "so"))
                                .toList()));
        assertThat(check(blind, store(), Mode.SHRINK, twice).findings()).isEmpty();
        assertThat(check(blind, store(), Mode.SHRINK, twice).findings()).isEmpty();
    }

    @Test
    void ci_is_told_by_its_variable_or_ours() {
        Optional<String> nothing = Optional.empty();
        assertThat(Mode.of(Map.of("CI", "true"), nothing)).isEqualTo(Mode.READ);
        assertThat(Mode.of(Map.of("CI", "true"), Optional.of("true"))).isEqualTo(Mode.READ);
        assertThat(Mode.of(Map.of(), Optional.of("false"))).isEqualTo(Mode.READ);
        assertThat(Mode.of(Map.of(), nothing)).isEqualTo(Mode.SHRINK);
        assertThat(Mode.of(Map.of("CI", "false"), Optional.of("true"))).isEqualTo(Mode.REPLACE);
    }
}

package dev.fk.core.rule;

import static dev.fk.core.rule.RuleDefinition.columns;
import static dev.fk.core.rule.RuleDefinition.foreignKeys;
import static dev.fk.core.rule.RuleDefinition.indexes;
import static dev.fk.core.rule.RuleDefinition.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import org.junit.jupiter.api.Test;

/** Rules of one's own: they read as they say, choose what they say, and cannot pass by accident. */
class RuleLanguageTest {
    private final Target chats = Chats.usual();

    @Test
    void a_rule_reads_as_a_sentence() {
        Rule rule = foreignKeys()
                .that()
                .reference("participant")
                .should()
                .cascadeOnDelete()
                .because("a participant takes its chats along");
        assertThat(rule)
                .hasToString("foreign keys that reference participant should cascade on delete, because a participant"
                        + " takes its chats along");
        assertThat(rule.check(chats).findings()).isEmpty();
        assertThat(rule.check(chats).subjects()).isOne();
    }

    @Test
    void a_finding_says_what_is_so_and_shows_the_statements_that_change_it() {
        Rule rule = foreignKeys().should().cascadeOnDelete().because("nothing is left behind");
        assertThat(rule.check(chats).findings())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.describe())
                                .isEqualTo(
                                        """
                        error: chat(roomNo) should cascade on delete, but it says ON DELETE SET NULL
                          why : nothing is left behind
                          fix : ALTER TABLE "chat" DROP CONSTRAINT "fk_roomNo";
                                ALTER TABLE "chat" ADD CONSTRAINT "fk_roomNo" FOREIGN KEY ("roomNo") REFERENCES "room" ("no") ON DELETE CASCADE"""));
    }

    @Test
    void conditions_narrow_widen_and_turn_round() {
        assertThat(foreignKeys()
                        .that()
                        .reference("room")
                        .or()
                        .reference("participant")
                        .should()
                        .allowNull())
                .hasToString("foreign keys that reference room or reference participant should allow null");
        assertThat(foreignKeys()
                        .that()
                        .reference("room")
                        .and()
                        .cascadeOnDelete()
                        .should()
                        .allowNull()
                        .check(chats)
                        .subjects())
                .isZero();
        assertThat(foreignKeys().shouldNot().setNullOnDelete().check(chats).findings())
                .extracting(Finding::fact)
                .containsExactly("chat(roomNo) should not set null on delete");
        assertThat(tables().that()
                        .haveForeignKeys()
                        .should()
                        .haveAComment()
                        .check(chats)
                        .findings())
                .extracting(f -> f.subject().toString())
                .containsExactly("chat");
        assertThat(columns()
                        .that()
                        .haveName("no")
                        .should()
                        .haveTypeOf(DataType.Int.class)
                        .check(chats)
                        .findings())
                .isEmpty();
        assertThat(columns()
                        .that()
                        .belongToAForeignKey()
                        .should()
                        .haveNameMatching("[a-z]+_no")
                        .check(chats)
                        .findings())
                .extracting(f -> f.subject().toString())
                .containsExactly("chat.participantNo", "chat.roomNo");
    }

    @Test
    void traits_of_ones_own_go_where_words_go() {
        Trait<ForeignKey> named = Trait.<ForeignKey>of("bear the name of their column", m -> m.value()
                        .name()
                        .orElse("")
                        .endsWith(m.value().columns().get(0)))
                .and(Trait.<ForeignKey>of(
                                "are short", m -> m.value().name().orElse("").length() < 10)
                        .instead(m -> "fk_… has " + m.value().name().orElse("").length() + " letters"));
        assertThat(foreignKeys().should(named).check(chats).findings())
                .extracting(Finding::fact)
                .containsExactly(
                        "chat(participantNo) should bear the name of their column and are short, but fk_… has 16"
                                + " letters");
    }

    @Test
    void a_rule_that_looked_at_nothing_is_a_fault_unless_that_is_allowed() {
        Rule typo = foreignKeys().that().reference("particpant").should().cascadeOnDelete();
        assertThat(RuleSet.of(typo).check(chats).faults())
                .singleElement()
                .asString()
                .contains("looked at nothing");
        assertThat(RuleSet.of(typo.allowingEmpty()).check(chats).faults()).isEmpty();
        assertThat(Rules.recommended().check(Chats.target()).faults())
                .singleElement()
                .asString()
                .startsWith("'tables should have a primary key' looked at nothing");
        assertThat(RuleSet.of(indexes().should().haveACondition()).check(chats).faults())
                .hasSize(1);
    }

    @Test
    void exceptions_have_a_reason_and_something_to_except() {
        Rule rule = foreignKeys().should().cascadeOnDelete();
        assertThat(rule.except("chat.roomNo", "legacy").check(chats).findings()).isEmpty();
        assertThat(rule.except("chat(room*)", "legacy").check(chats).findings()).isEmpty();
        assertThat(rule.except("chat.fk_roomNo", "by its name").check(chats).findings())
                .isEmpty();
        assertThat(rule.except("chat", "all of it").check(chats).findings()).isEmpty();
        Rule late = rule.except("chat.roomNo", "legacy").except("chat.participantNo", "was so once");
        assertThat(RuleSet.of(late).check(chats).faults())
                .containsExactly(
                        "the exception chat.participantNo (was so once) to 'foreign keys should cascade on delete'"
                                + " excepts nothing any more; take it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.except("chat", " "))
                .withMessageContaining("Say why");
    }

    @Test
    void sets_are_changed_by_code_and_know_what_they_hold() {
        RuleSet rules =
                Rules.recommended().without("FK401").asError("FK405").except("FK409", "chat", "both are wanted");
        assertThat(rules.rules()).extracting(Rule::code).doesNotContain("FK401");
        assertThat(rules.rule("FK405").severity()).isEqualTo(Severity.ERROR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.without("FK999"))
                .withMessageContaining("No rule here has the code FK999; there are FK001");
    }
}

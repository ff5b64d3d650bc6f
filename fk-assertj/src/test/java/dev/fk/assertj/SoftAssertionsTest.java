package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.schema.Trigger;
import java.util.List;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Failures are collected, each once, and nothing else changes. */
@Tag("thorough")
class SoftAssertionsTest {
    private final Database db = Engine.POSTGRESQL.server().fixture();
    private final SchemaSoftAssertions softly = new SchemaSoftAssertions();

    private List<String> headlines() {
        return softly.assertionErrorsCollected().stream()
                .map(e -> e.getMessage().stripLeading().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void nothing_is_collected_from_what_holds() {
        softly.assertThat(table(db, "chat"))
                .exists()
                .hasForeignKey("participantNo")
                .referencing("participant", "no")
                .onDelete(CASCADE)
                .returnToTable()
                .hasColumn("participantNo")
                .isNotNull();
        softly.assertAll();
    }

    @Test
    void failures_on_both_sides_of_a_step_are_collected() {
        softly.assertThat(table(db, "chat"))
                .hasNoForeignKeys()
                .hasForeignKey("participantNo")
                .onDelete(SET_NULL)
                .onUpdate(SET_NULL)
                .and()
                .hasColumn("participantNo")
                .isNullable()
                .and()
                .hasIndex("participantNo")
                .isUnique()
                .and()
                .doesNotExist();
        assertThat(headlines())
                .containsExactly(
                        "Expecting table chat to have no foreign keys, but it has 2.",
                        "Expecting foreign key chat(participantNo)",
                        "Expecting foreign key chat(participantNo)",
                        "Expecting column chat.participantNo to accept NULL",
                        "Expecting index chat_participantNo of table chat to be unique",
                        "Expecting no table chat, but it exists.");
    }

    @Test
    void a_part_that_is_missing_is_one_failure_and_the_chain_goes_on_behind_it() {
        softly.assertThat(table(db, "chat"))
                .hasForeignKey("contents")
                .referencing("participant", "no")
                .onDelete(CASCADE)
                .isIndexed()
                .returnToTable()
                .hasColumn("text")
                .isNotNull()
                .hasType("uuid")
                .and()
                .hasIndex("contents")
                .isUnique()
                .and()
                .hasCheck("positive")
                .isValidated()
                .and()
                .hasPrimaryKey("contents")
                .named("pk")
                .and()
                .hasComment("talk");
        assertThat(headlines())
                .containsExactly(
                        "Expecting table chat to have a foreign key on (contents), but it has none there.",
                        "Expecting table chat to have column text, but it has no such column.",
                        "Expecting table chat to have an index on (contents), but it has none there.",
                        "Expecting table chat to have a check named positive, but it has none of that name.",
                        "Expecting primary key of table chat",
                        "Expecting comment of table chat");
    }

    @Test
    void a_missing_table_fails_each_time_it_is_spoken_of() {
        softly.assertThat(table(db, "chats"))
                .hasForeignKey("participantNo")
                .onDelete(CASCADE)
                .and()
                .hasNoPrimaryKey();
        assertThat(headlines()).hasSize(2);
    }

    @Test
    void inherited_assertions_are_soft_behind_a_step_as_well() {
        softly.assertThat(table(db, "chat"))
                .hasForeignKey("participantNo")
                .satisfies(f -> assertThat(f.columns()).containsExactly("no"))
                .extracting(f -> f.onDelete())
                .isEqualTo(SET_NULL);
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }

    @Test
    void views_sequences_and_triggers_are_soft_too() {
        softly.assertThat(schema(db))
                .hasView("loud_chat")
                .hasOnlyColumns("no")
                .and()
                .hasView("quiet_chat")
                .isMaterialized()
                .and()
                .hasSequence("ticket_no")
                .startsAt(1)
                .and()
                .hasSequence("no_ticket")
                .incrementsBy(5)
                .and()
                .table("note")
                .hasTrigger("note_touch")
                .firesAfter(Trigger.Event.INSERT)
                .and()
                .hasTrigger("note_touched")
                .firesBefore(Trigger.Event.DELETE)
                .and()
                .hasFingerprint(SchemaFingerprint.of(db.read().schema()).text());
        assertThat(headlines())
                .containsExactly(
                        "Expecting view loud_chat to have exactly these columns",
                        "Expecting the schema to have view quiet_chat, but it has none.",
                        "Expecting sequence ticket_no",
                        "Expecting the schema to have sequence no_ticket, but it has none.",
                        "Expecting trigger note_touch of table note",
                        "Expecting table note to have a trigger named note_touched, but it has none of that name.",
                        "Expecting table note to be as it was");
    }

    @Test
    void schemas_databases_and_plans_are_soft_too() {
        softly.assertThat(schema(db)).hasNoTables().table("chat").doesNotExist();
        softly.assertThat(db).hasNoTables();
        softly.assertThat(db.plan(ChangeSet.of(), db.read())).isNotEmpty();
        assertThat(headlines())
                .containsExactly(
                        "Expecting the schema to have no tables, but it has 7.",
                        "Expecting no table chat, but it exists.",
                        "Expecting the schema to have no tables, but it has 7.",
                        "Expecting a plan with steps, but it is empty.");
    }

    @Test
    void bdd_words_are_soft_too() {
        softly.then(table(db, "chat")).doesNotExist();
        softly.then(schema(db)).hasNoTables();
        assertThat(headlines()).hasSize(2);
    }

    @Test
    void descriptions_and_standard_assertions_go_along() {
        softly.assertThat("chat").isEqualTo("room");
        softly.assertThat(table(db, "chat"))
                .as("what people say")
                .hasForeignKey("participantNo")
                .onDelete(SET_NULL);
        assertThat(softly.assertionErrorsCollected().get(1)).hasMessageStartingWith("[what people say] Expecting");
        assertThatThrownBy(softly::assertAll).hasMessageContaining("Multiple Failures (2 failures)");
    }

    @Test
    void assert_softly_reports_at_the_end() {
        assertThatThrownBy(() -> SchemaSoftAssertions.assertSoftly(s -> {
                    s.assertThat(table(db, "chat")).doesNotExist();
                    s.assertThat(table(db, "room")).doesNotExist();
                }))
                .hasMessageContaining("Multiple Failures (2 failures)");
    }

    @Test
    void assertjs_own_check_takes_a_whole_chain() {
        SoftAssertions own = new SoftAssertions();
        own.check(() ->
                assertThat(table(db, "chat")).hasForeignKey("participantNo").onDelete(SET_NULL));
        own.check(() -> assertThat(table(db, "chat")).exists());
        assertThat(own.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    void the_provider_combines_with_others() {
        Combined combined = new Combined();
        combined.assertThat(1).isEqualTo(2);
        combined.assertThat(table(db, "chat")).hasForeignKey("contents").onDelete(CASCADE);
        assertThat(combined.assertionErrorsCollected()).hasSize(2);
    }

    /** As a project would write it that has assertions of its own. */
    static final class Combined extends AbstractSoftAssertions
            implements StandardSoftAssertionsProvider, SchemaSoftAssertionsProvider {}

    @Test
    void each_failure_begins_on_a_line_of_its_own() {
        softly.assertThat(table(db, "chat")).hasNoForeignKeys();
        softly.assertThat(table(db, "chat")).as("the chats").hasColumn("no").isNullable();
        assertThatThrownBy(softly::assertAll)
                .hasMessageContaining("-- failure 1 --\nExpecting table chat to have no foreign keys, but it has 2.\n")
                .hasMessageContaining("-- failure 2 --\n[the chats] Expecting column chat.no to accept NULL\n");
    }
}

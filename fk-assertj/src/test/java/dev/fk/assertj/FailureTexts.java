package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.rule.RuleDefinition.foreignKeys;
import static dev.fk.core.rule.RuleDefinition.tables;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static dev.fk.core.schema.ReferentialAction.SET_DEFAULT;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.parity.Idiom;
import dev.fk.core.parity.NeutralForm;
import dev.fk.core.parity.Parity;
import dev.fk.core.rule.Rules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The texts a failure chooses among, beyond the one of each assertion's example. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FailureTexts {
    /** What some servers take for the same, so that there is nothing to fail. */
    private static final Map<Engine, Set<String>> HOLDS = Map.of(
            Engine.POSTGRESQL,
            Set.of("strictly-no-action"),
            Engine.MYSQL,
            Set.of(
                    "column-in-other-case",
                    "index-of-a-constraint",
                    "fk-name-in-other-case",
                    "on-delete-restrict-is-not-no-action",
                    "strictly-no-action"),
            Engine.MARIADB,
            Set.of(
                    "column-in-other-case",
                    "index-of-a-constraint",
                    "fk-name-in-other-case",
                    "on-delete-restrict-is-not-no-action",
                    "strictly-restrict"));

    private final Engine engine;
    private final Map<String, String> messages = new TreeMap<>();
    private final Map<String, ThrowingCallable> failures = new TreeMap<>(Map.ofEntries(
            Map.entry("table-in-other-case", () -> assertThat(table("Chat")).exists()),
            Map.entry("table-in-other-schema", () -> assertThat(table("entry")).exists()),
            Map.entry("table-far-from-all", () -> assertThat(table("warehouse")).hasColumn("no")),
            Map.entry("column-in-other-case", () -> assertThat(table("chat")).hasColumn("participantno")),
            Map.entry("columns-unknown", () -> assertThat(table("chat")).hasColumns("no", "text", "raed")),
            Map.entry("fk-column-misspelt", () -> assertThat(table("chat")).hasForeignKey("participant_no")),
            Map.entry("fk-on-unknown-table", () -> assertThat(table("chats")).hasForeignKey("participantNo")),
            Map.entry("fk-in-other-order", () -> assertThat(table("invitation"))
                    .hasForeignKey("roomNo", "participantNo")),
            Map.entry(
                    "fk-on-more-columns", () -> assertThat(table("invitation")).hasForeignKey("participantNo")),
            Map.entry("fk-on-fewer-columns", () -> assertThat(table("chat")).hasForeignKey("participantNo", "roomNo")),
            Map.entry("fk-the-other-way-round", () -> assertThat(table("participant"))
                    .hasForeignKey("no")),
            Map.entry("fk-twice", () -> assertThat(table("draft")).hasForeignKey("chatNo")),
            Map.entry("fk-none-at-all", () -> assertThat(table("note")).hasForeignKey("author")),
            Map.entry("fk-named-none-at-all", () -> assertThat(table("note")).hasForeignKeyNamed("note_fk")),
            Map.entry("references-unknown-table", () -> toParticipant().referencing("particpant", "no")),
            Map.entry("references-unknown-column", () -> toParticipant().referencing("participant", "id")),
            Map.entry("references-column-not-unique", () -> toParticipant().referencing("participant", "role")),
            Map.entry("references-in-other-order", () -> assertThat(table("invitation"))
                    .hasForeignKey("participantNo", "roomNo")
                    .referencing("membership", "roomNo", "participantNo")),
            Map.entry("references-primary-key-of-none", () -> toParticipant().referencing("note")),
            Map.entry(
                    "references-several",
                    () -> assertThat(table("draft")).hasForeignKey("authorNo").referencing("chat", "no")),
            Map.entry("wants-all-that-was-asserted", () -> toParticipant()
                    .referencing("participant", "no")
                    .named("chat_participantNo_fkey")
                    .onUpdate(CASCADE)
                    .onDelete(NO_ACTION)),
            Map.entry("on-delete-defaulted-to-set-null", () -> toRoom().referencing("room", "no")
                    .onDelete(CASCADE)),
            Map.entry("on-delete-defaulted-to-no-action", () -> membership().onDelete(CASCADE)),
            Map.entry("on-delete-restrict-is-not-no-action", () -> membership().onDelete(RESTRICT)),
            Map.entry("on-delete-set-null-on-not-null", () -> toParticipant().onDelete(SET_NULL)),
            Map.entry(
                    "on-update-of-several",
                    () -> assertThat(table("draft")).hasForeignKey("authorNo").onUpdate(CASCADE)),
            Map.entry("strictly-no-action", () -> membership().strictly().onDelete(NO_ACTION)),
            Map.entry("strictly-restrict", () -> membership().strictly().onDelete(RESTRICT)),
            Map.entry("on-delete-set-default", () -> toRoom().onDelete(SET_DEFAULT)),
            Map.entry(
                    "primary-key-name",
                    () -> assertThat(table("chat")).hasPrimaryKey("no").named("pk_chat")),
            Map.entry("fk-name-in-other-case", () -> assertThat(table("chat"))
                    .hasForeignKeyNamed("CHAT_participantNo_fkey")),
            Map.entry("vacuous-fk-column", () -> assertThat(table("chat")).doesNotHaveForeignKey("participant")),
            Map.entry("vacuous-fk-table", () -> assertThat(table("chats")).doesNotHaveForeignKey("participantNo")),
            Map.entry("vacuous-fks", () -> assertThat(table("chats")).hasNoForeignKeys()),
            Map.entry("vacuous-column", () -> assertThat(table("chats")).doesNotHaveColumn("contents")),
            Map.entry("vacuous-primary-key", () -> assertThat(table("chats")).hasNoPrimaryKey()),
            Map.entry("vacuous-unique-key", () -> assertThat(table("room")).doesNotHaveUniqueKey("titel")),
            Map.entry("vacuous-index", () -> assertThat(table("chat")).doesNotHaveIndex("content")),
            Map.entry("vacuous-constraint", () -> assertThat(table("chats")).doesNotHaveConstraintNamed("x")),
            Map.entry("vacuous-comment", () -> assertThat(table("chats")).hasNoComment()),
            Map.entry("vacuous-exact-foreign-keys", () -> assertThat(table("chats"))
                    .hasOnlyForeignKeys()),
            Map.entry("primary-key-missing", () -> assertThat(table("note")).hasPrimaryKey("author")),
            Map.entry("primary-key-on-others", () -> assertThat(table("chat")).hasPrimaryKey("participantNo")),
            Map.entry("unique-key-is-primary", () -> assertThat(table("chat")).hasUniqueKey("no")),
            Map.entry("index-of-a-constraint", () -> assertThat(table("room")).hasIndex("title")),
            Map.entry(
                    "type-unknown",
                    () -> assertThat(table("chat")).hasColumn("type").hasType("varchr(45)")),
            Map.entry(
                    "nullable-primary-key",
                    () -> assertThat(table("chat")).hasColumn("no").isNullable()),
            Map.entry(
                    "default-not-accepted",
                    () -> assertThat(table("chat")).hasColumn("read").hasDefault("zero")),
            Map.entry(
                    "default-where-there-is-none",
                    () -> assertThat(table("chat")).hasColumn("contents").hasDefault("''")),
            Map.entry("rule-looked-at-nothing", () -> assertThat(schema())
                    .obeys(foreignKeys().that().reference("particpant").should().cascadeOnDelete())),
            Map.entry("rule-with-needless-exception", () -> assertThat(schema())
                    .obeys(tables().that()
                            .haveNameMatching("chat")
                            .should()
                            .haveAPrimaryKey()
                            .except("chat", "had none once"))),
            Map.entry("rule-of-warnings", () -> assertThat(schema()).obeys(Rules.foreignKeysDoNotIntersect())),
            Map.entry("rule-broken-once", () -> assertThat(schema()).obeys(Rules.foreignKeysAreThereOnce())),
            Map.entry("parity-miscounted", () -> assertThat(schema())
                    .isOnParWith(Parity.with(NeutralForm.parse(
                                    "# server: elsewhere\n\ntable chat\n  column no\n" + "    type: BIGINT\n"))
                            .allowing(Idiom.NUMBER_SIZE, 2, "numbers are large there"))),
            Map.entry(
                    "check-not-accepted",
                    () -> assertThat(table("room")).hasCheck("room_title_check").hasExpression("titel > ''"))));

    private static ForeignKeyAssert toParticipant() {
        return assertThat(table("chat")).hasForeignKey("participantNo");
    }

    private static ForeignKeyAssert toRoom() {
        return assertThat(table("chat")).hasForeignKey("roomNo");
    }

    private static ForeignKeyAssert membership() {
        return assertThat(table("membership")).hasForeignKey("roomNo");
    }

    FailureTexts(Engine engine) {
        this.engine = engine;
        Database fixture = engine.server().fixture();
        failures.keySet()
                .removeAll(HOLDS.getOrDefault(engine, Set.of()).stream()
                        .filter(name -> error(fixture, failures.get(name)).isEmpty())
                        .toList());
        failures.forEach((name, assertion) -> messages.put(
                name,
                error(fixture, assertion)
                        .orElseThrow(() -> new AssertionError(name + " does not fail on " + fixture.server()))
                        .getMessage()));
    }

    @TestFactory
    Stream<DynamicTest> tell_the_difference() {
        return messages.entrySet().stream()
                .map(m -> DynamicTest.dynamicTest(
                        m.getKey(), () -> Golden.verify(engine, "texts/" + m.getKey(), m.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> say_nothing_of_what_is_the_same_to_the_server() {
        return HOLDS.getOrDefault(engine, Set.of()).stream()
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> assertThat(failures).doesNotContainKey(name)));
    }

    @TestFactory
    Stream<DynamicTest> show_only_fixes_that_work() {
        return failures.entrySet().stream()
                .filter(f -> !Fix.of(messages.get(f.getKey())).isEmpty())
                .map(f -> DynamicTest.dynamicTest(
                        f.getKey(), () -> engine.server().changing(broken -> {
                            Fix.of(messages.get(f.getKey())).forEach(sql -> TestServer.execute(broken, sql));
                            assertThat(error(broken, f.getValue())).isEmpty();
                        })));
    }

    private static Optional<AssertionError> error(Database database, ThrowingCallable assertion) {
        try {
            return CurrentDatabase.callWith(
                    database, () -> Optional.ofNullable(catchThrowableOfType(AssertionError.class, assertion)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

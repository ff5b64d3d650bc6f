package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.assertThat;
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.BDDAssertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.presentation.StandardRepresentation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** The ways into an assertion, and what AssertJ's users expect of it; both {@code assertThat} are imported here. */
@Tag("thorough")
class EntryPointsTest {
    private final Database db = Engine.POSTGRESQL.server().fixture();

    @Test
    void assertjs_own_assert_that_takes_a_reference() {
        Assertions.assertThat(table(db, "chat")).hasForeignKey("participantNo").onDelete(CASCADE);
        Assertions.assertThat(schema(db)).hasTables("chat");
    }

    @Test
    void both_assert_that_live_side_by_side() {
        assertThat(table(db, "chat")).hasForeignKey("participantNo");
        assertThat(db).hasTables("chat");
        assertThat("chat").startsWith("ch");
        assertThat(db.plan(ChangeSet.of(), db.read())).isEmpty();
    }

    @Test
    void then_works_too() {
        BDDAssertions.then(table(db, "chat")).exists();
        SchemaAssertions.then(table(db, "audit", "entry")).hasColumn("chatNo");
        SchemaAssertions.then(schema(db)).hasTables("chat");
        SchemaAssertions.then(db).hasTables("chat");
        BddSchemaAssertions.then(table(db, "chat"))
                .hasForeignKey("participantNo")
                .onDelete(CASCADE);
        BddSchemaAssertions.then(schema(db)).hasTables("chat");
        BddSchemaAssertions.then(db).hasTables("chat");
        BddSchemaAssertions.then(db.plan(ChangeSet.of(), db.read())).isEmpty();
    }

    @Test
    void a_bound_database_needs_no_argument() throws Exception {
        CurrentDatabase.callWith(db, () -> Assertions.assertThat(table("chat")).exists());
        CurrentDatabase.callWith(
                db, () -> Assertions.assertThat(table("audit", "entry")).exists());
        CurrentDatabase.callWith(db, () -> Assertions.assertThat(schema()).hasTables("chat"));
    }

    @Test
    void without_a_bound_database_the_error_says_what_to_do() {
        assertThatThrownBy(() -> Assertions.assertThat(table("chat")).exists())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("table(db, \"chat\")");
    }

    @Test
    void a_default_schema_may_be_named() {
        Assertions.assertThat(table(db, "public", "chat"))
                .hasForeignKey("participantNo")
                .referencing(QualifiedName.of("public", "participant"), "no");
    }

    @Test
    void a_reference_reads_the_catalog_whenever_it_is_asserted_and_once_per_chain() throws Exception {
        Engine.POSTGRESQL.server().changing(changing -> {
            TableRef letter = table(changing, "letter");
            TableAssert before = Assertions.assertThat(letter).doesNotExist();
            TestServer.execute(changing, "CREATE TABLE letter (no integer)");
            before.doesNotExist();
            Assertions.assertThat(letter).exists();
        });
    }

    @Test
    void every_step_asserts_at_once() {
        assertThatThrownBy(() -> assertThat(table(db, "chat")).hasForeignKey("contents"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .referencing("room", "no"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void of_several_foreign_keys_the_steps_choose() {
        assertThat(table(db, "draft"))
                .hasForeignKey("authorNo")
                .referencing("room", "no")
                .named("draft_owner");
        assertThat(table(db, "draft"))
                .hasForeignKey("authorNo")
                .onDelete(RESTRICT)
                .referencing("room");
    }

    @Test
    void a_chain_goes_back_and_on() {
        assertThat(schema(db))
                .table("chat")
                .hasForeignKey("participantNo")
                .returnToTable()
                .hasColumn("participantNo")
                .isNotNull()
                .and()
                .hasPrimaryKey("no")
                .and()
                .returnToSchema()
                .hasTables("participant");
    }

    @Test
    void values_are_seen_by_satisfies_and_extracting() {
        assertThat(table(db, "chat"))
                .satisfies(t -> assertThat(t.columnNames()).contains("no"))
                .hasForeignKey("participantNo")
                .satisfies(f -> assertThat(f.referencedColumns()).containsExactly("no"))
                .extracting(ForeignKey::onDelete)
                .isEqualTo(CASCADE);
    }

    @Test
    void looking_into_a_nullable_column_does_not_ask_it_to_be_not_null() {
        ColumnAssert type = assertThat(table(db, "chat")).hasColumn("type");
        type.extracting(Column::nullable).isEqualTo(true);
        type.extracting(Column::name, InstanceOfAssertFactories.STRING).startsWith("ty");
        type.extracting("name").isEqualTo("type");
        type.extracting("name", InstanceOfAssertFactories.STRING).startsWith("ty");
        type.extracting(Column::name, Column::nullable).containsExactly("type", true);
        type.extracting("name", "nullable").containsExactly("type", true);
        type.returns("type", Column::name).doesNotReturn("x", Column::name);
        type.satisfies(c -> assertThat(c.comment()).isEmpty());
        assertThatThrownBy(() -> type.as("the kind").returns("x", Column::name)).hasMessageStartingWith("[the kind] ");
    }

    @Test
    void both_sides_are_there_for_the_ide() {
        AssertionFailedError error =
                catchThrowableOfType(AssertionFailedError.class, () -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .onDelete(SET_NULL));
        assertThat(error.getExpected().getStringRepresentation()).isEqualTo("(participantNo) ON DELETE SET NULL");
        assertThat(error.getActual().getStringRepresentation())
                .startsWith("(participantNo) REFERENCES participant (no) ON DELETE CASCADE ON UPDATE CASCADE");
    }

    @Test
    void the_description_stays_with_the_chain() {
        assertThatThrownBy(() -> assertThat(table(db, "chat"))
                        .as("chat belongs to %s", "participant")
                        .hasForeignKey("participantNo")
                        .onUpdate(CASCADE)
                        .onDelete(SET_NULL))
                .hasMessageStartingWith("[chat belongs to participant] Expecting foreign key chat(participantNo)");
    }

    @Test
    void an_overriding_message_replaces_the_whole_text() {
        assertThatThrownBy(() -> assertThat(table(db, "chat"))
                        .withFailMessage("ask the data team")
                        .hasForeignKey("participantNo")
                        .onDelete(SET_NULL))
                .hasMessage("ask the data team");
    }

    @Test
    void another_representation_prints_the_values() {
        assertThatThrownBy(() -> assertThat(table(db, "chat"))
                        .withRepresentation(new Shouting())
                        .hasForeignKey("participantNo")
                        .onDelete(SET_NULL))
                .hasMessageContaining("have: A FOREIGN KEY!");
    }

    private static final class Shouting extends StandardRepresentation {
        @Override
        protected String fallbackToStringOf(Object value) {
            return value instanceof ForeignKey ? "A FOREIGN KEY!" : super.fallbackToStringOf(value);
        }
    }

    @Test
    void inherited_assertions_print_in_the_same_notation() {
        ForeignKey other = ForeignKey.of(List.of("a"), QualifiedName.of("b"), List.of("c"));
        assertThatThrownBy(() -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .isEqualTo(other))
                .hasMessageContaining("(a) REFERENCES b (c)")
                .hasMessageContaining("(participantNo) REFERENCES participant (no) ON DELETE CASCADE");
    }

    static Stream<ThrowingCallable> failures() {
        Database db = Engine.POSTGRESQL.server().fixture();
        return Stream.of(
                () -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .onDelete(SET_NULL),
                () -> assertThat(table(db, "chat")).hasColumns("nothing"),
                () -> assertThat(table(db, "chat")).hasColumn("nothing"),
                () -> assertThat(table(db, "chat"))
                        .hasForeignKey("participantNo")
                        .referencing("note"),
                () -> assertThat(schema(db)).hasView("nothing"),
                () -> assertThat(schema(db)).hasSequence("nothing"),
                () -> assertThat(schema(db)).deleting("nothing"),
                () -> assertThat(schema(db)).hasNoOrphans().hasTables("nothing"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_stack_trace_begins_in_the_test(ThrowingCallable failure) {
        AssertionError error = catchThrowableOfType(AssertionError.class, failure);
        assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(EntryPointsTest.class.getName());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_stack_trace_is_whole_where_that_is_asked_of_assertj(ThrowingCallable failure) {
        Assertions.setRemoveAssertJRelatedElementsFromStackTrace(false);
        try {
            AssertionError error = catchThrowableOfType(AssertionError.class, failure);
            assertThat(error.getStackTrace())
                    .extracting(StackTraceElement::getClassName)
                    .contains(AbstractSchemaAssert.class.getName());
        } finally {
            Assertions.setRemoveAssertJRelatedElementsFromStackTrace(true);
        }
    }
}

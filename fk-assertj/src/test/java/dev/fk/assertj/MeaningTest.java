package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.Int.Size;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ways of saying the same to the server are the same to an assertion. */
@Tag("thorough")
class MeaningTest {
    private final Database db = Engine.POSTGRESQL.server().fixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chat | read | integer",
                "chat | read | INT",
                "chat | read | int4",
                "chat | type | character varying(45)",
                "chat | type | VARCHAR( 45 )",
                "chat | contents | text",
                "participant | createdAt | timestamptz",
                "participant | createdAt | timestamp with time zone",
                "invitation | code | uuid",
                "room | mood | mood",
            })
    void a_type_may_be_written_in_any_words_of_sql(String table, String column, String words) {
        assertThat(table(db, table)).hasColumn(column).hasType(words);
    }

    @Test
    void a_type_may_be_given_in_terms_that_all_servers_share() {
        assertThat(table(db, "chat")).hasColumn("read").hasType(new DataType.Int(Size.REGULAR));
        assertThat(table(db, "participant")).hasColumn("createdAt").hasType(new DataType.DateTime(OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "cast('true' as varchar)", "('true')"})
    void a_default_may_be_written_in_any_way_the_server_reads_alike(String sql) {
        assertThat(table(db, "participant")).hasColumn("status").hasDefault(sql);
    }

    @Test
    void what_is_not_said_about_a_whole_foreign_key_is_what_sql_makes_of_it() {
        assertThat(table(db, "membership"))
                .hasOnlyForeignKeys(
                        fk("participantNo").referencing("participant", "no"),
                        fk("roomNo")
                                .referencing("room", "no")
                                .onUpdate(NO_ACTION)
                                .named("membership_roomNo_fkey"));
    }

    @Test
    void nothing_is_asserted_over_nothing() {
        TableAssert chat = assertThat(table(db, "chat"));
        SchemaAssert all = assertThat(schema(db));
        assertThat(Stream.<ThrowingCallable>of(
                        chat::hasColumns,
                        chat::hasForeignKey,
                        chat::doesNotHaveForeignKey,
                        chat::hasPrimaryKey,
                        chat::hasUniqueKey,
                        chat::doesNotHaveUniqueKey,
                        chat::hasIndex,
                        chat::doesNotHaveIndex,
                        chat::hasCheckOn,
                        () -> all.hasTables(new String[0]),
                        all::obeys))
                .allSatisfy(over -> assertThatThrownBy(over)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith("are missing; name at least one."));
    }

    @Test
    void a_name_counts_where_one_is_given() {
        assertThatThrownBy(() -> assertThat(table(db, "membership"))
                        .hasOnlyForeignKeys(
                                fk("participantNo")
                                        .referencing("participant", "no")
                                        .named("fk_1"),
                                fk("roomNo").referencing("room", "no")))
                .hasMessageContaining("missing (participantNo) REFERENCES participant (no) [fk_1]");
    }

    @Test
    void without_columns_the_primary_key_is_referenced() {
        assertThat(table(db, "chat"))
                .hasForeignKey("participantNo")
                .referencing("participant")
                .onDelete(CASCADE);
        assertThat(table(db, "invitation"))
                .hasForeignKey("participantNo", "roomNo")
                .referencing("membership");
    }

    @Test
    void strictly_changes_nothing_where_the_server_keeps_both_words_apart() {
        assertThat(table(db, "membership")).hasForeignKey("roomNo").strictly().onDelete(NO_ACTION);
        assertThat(table(db, "chat")).hasForeignKey("roomNo").strictly().onDelete(SET_NULL);
    }

    @Test
    void models_without_tables_agree_with_nothing() {
        Models none = Models.define(m -> {});
        assertThatThrownBy(() -> assertThat(schema(db)).isInSyncWith(none))
                .hasMessageContaining("the models declare no table");
    }

    @Test
    void asking_the_server_leaves_nothing_behind() throws Exception {
        Engine.POSTGRESQL.server().changing(asked -> {
            var before = asked.read();
            assertThat(table(asked, "participant")).hasColumn("status").hasDefault("cast('true' as varchar)");
            assertThat(table(asked, "room")).hasCheck("room_title_check").hasExpression("(title <> (''))");
            assertThat(asked.read()).isEqualTo(before);
        });
    }
}

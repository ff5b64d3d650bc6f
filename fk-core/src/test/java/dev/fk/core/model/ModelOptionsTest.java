package dev.fk.core.model;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelOptionsTest {
    private static Table table(String model, Consumer<ModelSpec> details) {
        return table(Conventions.sequelize6(), model, details);
    }

    private static Table table(Conventions conventions, String model, Consumer<ModelSpec> details) {
        Models models = Models.define(conventions, m -> m.model(model, details));
        return models.schema().table(models.table(model).orElseThrow()).orElseThrow();
    }

    @Test
    void a_model_gets_a_counting_id_first_and_timestamps_last() {
        Table users = table("User", m -> m.attribute("name", string()));

        assertThat(users.name()).isEqualTo(QualifiedName.of("Users"));
        assertThat(users.columnNames()).containsExactly("id", "name", "createdAt", "updatedAt");
        assertThat(users.primaryKey()).hasValue(PrimaryKey.of("id"));
        assertThat(users.column("id").orElseThrow()).satisfies(id -> {
            assertThat(id.nullable()).isFalse();
            assertThat(id.generation()).isEqualTo(Generation.autoIncrement());
        });
        assertThat(users.column("createdAt").orElseThrow().nullable()).isFalse();
    }

    @Test
    void an_attribute_of_a_timestamps_name_keeps_definition_and_place() {
        Table messages = table("Msg", m -> m.attribute("createdAt", dateTime(6).field("created"))
                .attribute("body", text()));

        assertThat(messages.columnNames()).containsExactly("id", "created", "body", "updatedAt");
        assertThat(messages.column("created").orElseThrow().nullable()).isTrue();
    }

    @Test
    void timestamps_can_be_renamed_left_out_and_joined_by_a_mark_of_deletion() {
        Table notes = table("Note", m -> m.createdAt("made")
                .withoutUpdatedAt()
                .paranoid("removedAt")
                .underscored());

        assertThat(notes.name()).isEqualTo(QualifiedName.of("notes"));
        assertThat(notes.columnNames()).containsExactly("id", "made", "removed_at");
        assertThat(notes.column("removed_at").orElseThrow().nullable()).isTrue();
    }

    @Test
    void a_version_counts_from_zero() {
        Table docs = table("Doc", m -> m.noTimestamps().version());

        assertThat(docs.column("version").orElseThrow()).satisfies(version -> {
            assertThat(version.nullable()).isFalse();
            assertThat(version.generation()).isEqualTo(Generation.defaultTo("0"));
        });
    }

    @Test
    void a_table_is_named_by_itself_then_by_the_model_then_by_its_plural() {
        assertThat(table("Person", m -> {}).name().name()).isEqualTo("People");
        assertThat(table("BlogPost", m -> m.underscored()).name().name()).isEqualTo("blog_posts");
        assertThat(table("BlogPost", m -> m.freezeTableName().underscored())
                        .name()
                        .name())
                .isEqualTo("BlogPost");
        assertThat(table("BlogPost", m -> m.tableName("postList").underscored())
                        .name()
                        .name())
                .isEqualTo("postList");
    }

    @Test
    void what_a_model_says_beats_what_the_conventions_say() {
        Conventions conventions = Conventions.sequelize6()
                .underscored()
                .freezeTableName()
                .noTimestamps()
                .paranoid()
                .schema("app");

        Table plain = table(conventions, "BlogPost", m -> m.attribute("wordCount", integer()));
        Table other = table(conventions, "BlogPost", m -> m.attribute("wordCount", integer())
                .underscored(false)
                .pluralTableName()
                .timestamps()
                .notParanoid()
                .schema("blog"));

        assertThat(plain.name()).isEqualTo(QualifiedName.of("app", "BlogPost"));
        assertThat(plain.columnNames()).containsExactly("id", "word_count");
        assertThat(other.name()).isEqualTo(QualifiedName.of("blog", "BlogPosts"));
        assertThat(other.columnNames()).containsExactly("id", "wordCount", "createdAt", "updatedAt");
    }

    @Test
    void primary_keys_are_composed_in_the_order_of_their_attributes_or_left_out() {
        Table membership =
                table("Membership", m -> m.attribute("orgId", integer().primaryKey())
                        .attribute("userId", integer().primaryKey()));

        assertThat(membership.primaryKey()).hasValue(PrimaryKey.of("orgId", "userId"));
        assertThat(membership.column("userId").orElseThrow().nullable()).isFalse();
        assertThat(table("Log", m -> m.attribute("id", integer()).noPrimaryKey())
                        .primaryKey())
                .isEmpty();
        assertThat(table("Log", m -> m.removeAttribute("id")).columnNames()).containsExactly("createdAt", "updatedAt");
    }

    @Test
    void uniques_of_one_name_are_one_key_over_columns() {
        Table seats = table("Seat", m -> m.attribute("row", integer().unique("row_no"))
                .attribute("no", integer().field("seat_no").unique("row_no").unique())
                .noTimestamps());

        assertThat(seats.uniqueKeys())
                .containsExactlyInAnyOrder(
                        UniqueKey.of("seat_no"), UniqueKey.of("row", "seat_no").withName(Optional.of("row_no")));
    }

    @Test
    void a_unique_key_can_be_declared_for_the_table_and_deferred() {
        Table seats = table("Seat", m -> m.attribute("row", integer())
                .attribute("no", integer().field("seat_no"))
                .unique("no", "row")
                .unique(u -> u.named("uk_row").on("row").deferrable(Deferrability.INITIALLY_DEFERRED)));

        assertThat(seats.uniqueKeys())
                .containsExactly(
                        UniqueKey.of("seat_no", "row"),
                        new UniqueKey(
                                Optional.of("uk_row"),
                                List.of("row"),
                                Deferrability.INITIALLY_DEFERRED,
                                Options.none()));
    }

    @Test
    void indexes_take_attributes_or_columns_and_are_named_after_the_columns() {
        Table messages = table("ChatMessage", m -> m.attribute("roomId", integer())
                .attribute("text", text())
                .underscored()
                .index("roomId")
                .uniqueIndex("room_id", "text")
                .index(i -> i.named("ix_recent")
                        .on("createdAt", c -> c.descending().nulls("last"))
                        .on("text", t -> t.prefix(10).operatorClass("text_pattern_ops"))
                        .using("BTREE")
                        .where("text <> ''"))
                .index(i -> i.named("ix_lower").onExpression("lower(text)")));

        assertThat(messages.indexes())
                .extracting(i -> i.name().orElseThrow())
                .containsExactly("chat_messages_room_id", "chat_messages_room_id_text", "ix_recent", "ix_lower");
        assertThat(messages.indexes().get(1).unique()).isTrue();
        Index recent = messages.indexes().get(2);
        assertThat(recent.method()).hasValue("btree");
        assertThat(recent.where().orElseThrow().sql()).isEqualTo("text <> ''");
        assertThat(recent.parts().get(0).text()).isEqualTo("created_at");
        assertThat(recent.parts().get(0).descending()).isTrue();
        assertThat(recent.parts().get(0).options()).isEqualTo(Options.of("nulls", "last"));
        assertThat(recent.parts().get(1).prefixLength()).hasValue(10);
        assertThat(messages.indexes().get(3).parts().get(0).isExpression()).isTrue();
    }

    @Test
    void checks_comments_and_options_reach_the_table() {
        Table users = table("User", m -> m.check("ck_age", "age > 0")
                .comment("people")
                .engine("InnoDB")
                .charset("utf8mb4")
                .collate("utf8mb4_bin")
                .option("row_format", "DYNAMIC"));

        assertThat(users.checks()).containsExactly(Check.of("ck_age", "age > 0"));
        assertThat(users.comment()).hasValue("people");
        assertThat(users.options().values())
                .containsEntry("engine", "InnoDB")
                .containsEntry("charset", "utf8mb4")
                .containsEntry("collate", "utf8mb4_bin")
                .containsEntry("row_format", "DYNAMIC");
    }
}

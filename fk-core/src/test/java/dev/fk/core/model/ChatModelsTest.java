package dev.fk.core.model;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatModelsTest {
    static Models chat(ReferenceActions actions) {
        return Models.define(models -> {
            var participant = models.model("Participant", m -> m.tableName("participant")
                    .attribute("no", integer().primaryKey().autoIncrement())
                    .attribute("role", string(45).notNull())
                    .attribute("status", enumOf("true", "false").notNull())
                    .attribute("createdAt", dateTime().notNull())
                    .attribute("lastReadAt", dateTime().notNull())
                    .noTimestamps());
            var chat = models.model("Chat", m -> m.tableName("chat")
                    .attribute("no", integer().primaryKey().autoIncrement())
                    .attribute("contents", text().notNull())
                    .noTimestamps());
            actions.declare(participant, chat);
        });
    }

    interface ReferenceActions {
        void declare(Model participant, Model chat);
    }

    @Test
    void both_sides_of_an_association_make_one_foreign_key() {
        Models models = chat((participant, chat) -> {
            participant.hasMany(chat, a -> a.foreignKey("participantNo", key -> key.notNull())
                    .onDelete(CASCADE));
            chat.belongsTo(participant, a -> a.foreignKey("participantNo"));
        });

        Table chat = models.schema().table("chat").orElseThrow();
        assertThat(chat.columnNames()).containsExactly("no", "contents", "participantNo");
        assertThat(chat.column("participantNo").orElseThrow().nullable()).isFalse();
        assertThat(chat.foreignKeys()).singleElement().satisfies(foreignKey -> {
            assertThat(foreignKey.key()).hasToString("(participantNo) REFERENCES participant (no)");
            assertThat(foreignKey.onDelete()).isEqualTo(CASCADE);
            assertThat(foreignKey.onUpdate()).isEqualTo(CASCADE);
        });
        assertThat(models.site(QualifiedName.of("chat"), List.of("participantNo")))
                .hasValueSatisfying(site -> assertThat(site).matches("ChatModelsTest\\.java:\\d+"));
    }

    @Test
    void two_sides_that_disagree_are_an_error_that_names_both_places() {
        assertThatThrownBy(() -> chat((participant, chat) -> {
                    participant.hasMany(chat, a -> a.foreignKey("participantNo").onDelete(CASCADE));
                    chat.belongsTo(
                            participant, a -> a.foreignKey("participantNo").onDelete(SET_NULL));
                }))
                .isInstanceOf(ModelException.class)
                .message()
                .matches(
                        "Foreign key chat\\(participantNo\\) is described twice and the descriptions differ: ON DELETE is"
                                + " CASCADE at ChatModelsTest\\.java:\\d+ and SET NULL at ChatModelsTest\\.java:\\d+\\.");
    }
}

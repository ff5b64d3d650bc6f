package dev.fk.examples.seed000;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;
import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;

/** Rooms and users have participants, participants have chats; who goes takes along what is theirs. */
public final class ChatModels implements ModelSource {
    static final Models MODELS = Models.define(models -> {
        var room = models.model("Room", m -> m.tableName("room")
                .attribute("no", integer().primaryKey().autoIncrement())
                .noTimestamps());
        var user = models.model("User", m -> m.tableName("user")
                .attribute("no", integer().primaryKey().autoIncrement())
                .noTimestamps());
        var participant = models.model("Participant", m -> m.tableName("participant")
                .attribute("no", integer().primaryKey().autoIncrement())
                .attribute("role", string(45).notNull())
                .attribute("status", enumOf("true", "false").notNull())
                .attribute("createdAt", dateTime().notNull())
                .attribute("lastReadAt", dateTime().notNull())
                .noTimestamps());
        var chat = models.model("Chat", m -> m.tableName("chat")
                .attribute("no", integer().primaryKey().autoIncrement())
                .attribute("type", string(45).notNull())
                .attribute("createdAt", dateTime().notNull())
                .attribute("contents", text().notNull())
                .attribute("read", integer().notNull())
                .noTimestamps());

        room.hasMany(participant, a -> a.foreignKey("roomNo").onDelete(CASCADE));
        participant.belongsTo(room, a -> a.foreignKey("roomNo"));
        user.hasMany(participant, a -> a.foreignKey("userNo").onDelete(CASCADE));
        participant.belongsTo(user, a -> a.foreignKey("userNo"));
        participant.hasMany(chat, a -> a.foreignKey("participantNo").onDelete(CASCADE));
        chat.belongsTo(participant, a -> a.foreignKey("participantNo"));
    });

    @Override
    public Models models() {
        return MODELS;
    }
}

package dev.fk.examples.seed000;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithSchema(ChatModels.class)
@DisplayName("Seed 000: rooms, users, participants and chats")
class ChatSchemaTest {
    @Test
    void chats_follow_their_participant() {
        assertThat(table("chat"))
                .hasForeignKey("participantNo")
                .referencing("participant", "no")
                .onDelete(CASCADE)
                .onUpdate(CASCADE);
    }

    @Test
    void participants_follow_their_room_and_their_user() {
        assertThat(table("participant"))
                .hasForeignKey("roomNo")
                .referencing("room", "no")
                .onDelete(CASCADE)
                .onUpdate(CASCADE)
                .returnToTable()
                .hasForeignKey("userNo")
                .referencing("user", "no")
                .onDelete(CASCADE)
                .onUpdate(CASCADE);
    }

    @Test
    void the_column_of_a_chat_is_nullable_because_nobody_said_otherwise_on_the_key() {
        assertThat(table("chat")).hasColumn("participantNo").isNullable();
    }

    @Test
    void model_and_database_agree() {
        assertThat(schema()).isInSyncWith(ChatModels.MODELS);
    }

    @Test
    void altering_what_is_right_already_executes_nothing(Database database) {
        assertThat(Sync.alter().run(ChatModels.MODELS, database).steps()).isEmpty();
    }

    @Test
    @WithSchema(sync = SyncMode.NONE)
    void chats_alone_are_refused_before_their_participants_are_there(Database database) {
        assertThatThrownBy(() -> Sync.create().only("Chat").run(ChatModels.MODELS, database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("chat(participantNo) references table participant,"
                        + " which is neither declared nor in the database (ChatModels.java:");
    }

    @Test
    void deleting_a_participant_deletes_its_chats(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO participant (role, status, 'createdAt', 'lastReadAt')".replace("'", quote)
                    + " VALUES ('guest', 'true', now(), now())");
            statement.execute(
                    "INSERT INTO chat (type, 'createdAt', contents, 'read', 'participantNo')".replace("'", quote)
                            + " SELECT 'text', now(), 'hello', 0, no FROM participant");

            assertThat(chats(statement)).isOne();
            statement.execute("DELETE FROM participant");
            assertThat(chats(statement)).isZero();
        }
    }

    private static int chats(Statement statement) throws SQLException {
        try (ResultSet chats = statement.executeQuery("SELECT count(*) FROM chat")) {
            chats.next();
            return chats.getInt(1);
        }
    }
}

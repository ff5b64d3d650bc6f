package dev.fk.junit;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.source.ModelSource;
import dev.fk.core.sync.Sync;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user writes, on whichever servers are to be had, or on those that -Dfk.provider and the images name. */
@Tag("thorough")
@Tag("containers")
@OnEachDialect
@WithSchema(value = ChatOnEachDialectTest.ChatModels.class, whenUnavailable = WhenUnavailable.ABORT)
class ChatOnEachDialectTest {
    static final class ChatModels implements ModelSource {
        static final Models MODELS = Models.define(models -> {
            var participant = models.model("Participant", m -> m.tableName("participant")
                    .attribute("no", integer().primaryKey().autoIncrement())
                    .attribute("role", string(45).notNull())
                    .attribute("status", enumOf("true", "false").notNull())
                    .attribute("createdAt", dateTime().notNull())
                    .noTimestamps());
            var chat = models.model("Chat", m -> m.tableName("chat")
                    .attribute("no", integer().primaryKey().autoIncrement())
                    .attribute("type", string(45))
                    .noTimestamps());
            participant.hasMany(chat, a -> a.foreignKey("participantNo", key -> key.notNull())
                    .onDelete(CASCADE));
            chat.belongsTo(participant, a -> a.foreignKey("participantNo"));
        });

        @Override
        public Models models() {
            return MODELS;
        }
    }

    private static void execute(DataSource dataSource, Database database, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(quoted(database, sql));
        }
    }

    private static String quoted(Database database, String sql) {
        return database.server().dialect().id().equals("postgresql") ? sql : sql.replace('"', '`');
    }

    @Test
    void chats_refer_to_their_participant(Database database) {
        assertThat(database.read().schema().table("chat").orElseThrow().foreignKeys())
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.columns()).containsExactly("participantNo");
                    assertThat(key.referencedTable().name()).isEqualTo("participant");
                    assertThat(key.referencedColumns()).containsExactly("no");
                })
                .extracting(ForeignKey::onDelete)
                .isEqualTo(CASCADE);
    }

    @Test
    void what_was_created_needs_no_change(Database database) {
        assertThat(Sync.alter().plan(ChatModels.MODELS, database).isEmpty()).isTrue();
    }

    @Test
    void a_chat_goes_with_its_participant_and_is_not_without_one(DataSource dataSource, Database database)
            throws Exception {
        String chat = "INSERT INTO chat (\"no\", \"participantNo\") VALUES (1, 1)";
        assertThatThrownBy(() -> execute(dataSource, database, chat)).isInstanceOf(SQLException.class);
        execute(dataSource, database, "INSERT INTO participant VALUES (1, 'guest', 'true', '2026-01-01 00:00:00')");
        execute(dataSource, database, chat);
        execute(dataSource, database, "DELETE FROM participant");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM chat")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}

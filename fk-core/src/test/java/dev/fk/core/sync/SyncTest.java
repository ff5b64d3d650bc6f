package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.PrintingListener;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnPostgres
class SyncTest {
    private static final Models CHATS = Models.define(models -> {
        var participant = models.model("Participant", m -> m.tableName("participant")
                .attribute("name", string(45).notNull())
                .noTimestamps());
        var chat = models.model("Chat", m -> m.tableName("chat")
                .attribute("kind", enumOf("text", "image"))
                .noTimestamps());
        participant.hasMany(chat, a -> a.foreignKey("participantId").onDelete(CASCADE));
    });

    @Test
    void creates_what_is_missing_and_leaves_what_is_there(Database database) {
        database.execute(new Sql("CREATE TABLE participant (id serial PRIMARY KEY, other text)"));

        Sync.create().run(CHATS, database);

        assertThat(schema(database).table("participant").orElseThrow().columnNames())
                .containsExactly("id", "other");
        assertThat(schema(database).table("chat").orElseThrow().foreignKeys())
                .singleElement()
                .satisfies(k -> assertThat(k.onDelete()).isEqualTo(CASCADE));
    }

    @Test
    void every_statement_is_told_to_the_listener(Database database) {
        List<String> lines = new ArrayList<>();

        Sync.create().only("Participant").run(CHATS, database.listening(PrintingListener.to(lines::add)));

        assertThat(lines)
                .containsExactly("Executing (default): CREATE TABLE \"participant\" (\"id\" SERIAL, \"name\""
                        + " VARCHAR(45) NOT NULL, PRIMARY KEY (\"id\"));");
    }

    @Test
    void a_part_whose_parent_is_missing_is_refused_by_name(Database database) {
        assertThatThrownBy(() -> Sync.create().only("Chat").run(CHATS, database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("chat(participantId) references table participant,"
                        + " which is neither declared nor in the database (SyncTest.java:");
        assertThat(schema(database).tables()).isEmpty();
    }

    @Test
    void a_name_that_nobody_declared_is_refused_with_the_nearest(Database database) {
        assertThatThrownBy(() -> Sync.create().only("Chatt").run(CHATS, database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no model or table Chatt; did you mean Chat or chat?");
    }

    @Test
    void force_replaces_the_declared_tables_and_no_others(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("INSERT INTO participant (name) VALUES ('x')"));
        database.execute(new Sql("CREATE TABLE other (id int)"));

        Sync.force().run(CHATS, database);

        assertThat(schema(database).tables().keySet())
                .map(Object::toString)
                .containsExactly("chat", "other", "participant");
        database.execute(new Sql("DO 'BEGIN ASSERT (SELECT count(*) FROM participant) = 0; END'"));
    }

    @Test
    void force_refuses_when_a_table_that_is_not_declared_references_one_that_is(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("CREATE TABLE audit (who int CONSTRAINT audit_who REFERENCES participant (id))"));

        assertThatThrownBy(() -> Sync.force().run(CHATS, database))
                .hasMessage("A force sync would drop tables that others reference, and those are not part of it:\n"
                        + "  audit(who) REFERENCES participant (id) [audit_who]\n"
                        + "Nothing was executed. Declare these tables, drop their foreign keys, or use Sync.alter().");
    }

    @Test
    void alter_refuses_to_lose_data_and_shows_the_plan(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("ALTER TABLE chat ADD COLUMN contents text"));

        assertThatThrownBy(() -> Sync.alter().run(CHATS, database))
                .isInstanceOf(RefusedPlanException.class)
                .hasMessageContaining("1  DESTRUCTIVE     ALTER TABLE \"chat\" DROP COLUMN \"contents\""
                        + "   column chat.contents would be dropped")
                .hasMessageEndingWith("refused: step 1 is DESTRUCTIVE; nothing was executed."
                        + " Allow it with Sync.alter().allowing(DESTRUCTIVE).");
        assertThat(Sync.alter().withoutDrops().run(CHATS, database).steps()).isEmpty();
        assertThat(Sync.alter().allowing(Risk.DESTRUCTIVE).run(CHATS, database).steps())
                .hasSize(1);
    }

    @Test
    void alter_leaves_undeclared_tables_and_their_types_alone(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good')"));
        database.execute(new Sql("CREATE TABLE diary (feeling mood)"));

        assertThat(Sync.alter().run(CHATS, database).steps()).isEmpty();
    }

    @Test
    void what_fails_half_way_has_changed_nothing_and_says_where(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("ALTER TABLE chat DROP COLUMN kind"));
        database.execute(new Sql("DROP TYPE enum_chat_kind"));
        database.execute(new Sql("ALTER TABLE participant ALTER COLUMN name TYPE varchar(40)"));
        database.execute(new Sql("CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF current_query() LIKE 'ALTER TABLE \"participant\"%' THEN RAISE EXCEPTION 'no'; END IF; END $$"));
        database.execute(new Sql("CREATE EVENT TRIGGER refuse ON ddl_command_start EXECUTE FUNCTION refuse()"));

        assertThatThrownBy(() -> Sync.alter().run(CHATS, database))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("Nothing was changed: the transaction was rolled back.")
                .hasMessageContaining("↩ CREATE TYPE \"enum_chat_kind\"")
                .hasMessageContaining("✘ ALTER TABLE \"participant\" ALTER COLUMN");
        assertThat(schema(database).enums()).isEmpty();
    }

    @Test
    void an_enum_type_that_a_function_uses_stays(Database database) {
        Sync.create().run(CHATS, database);
        database.execute(new Sql("CREATE FUNCTION kinds(k enum_chat_kind) RETURNS int LANGUAGE sql AS 'SELECT 1'"));
        Models without = Models.define(models -> models.model("Chat", m -> m.tableName("chat")
                .attribute("id", integer().primaryKey().autoIncrement())
                .noTimestamps()));

        Sync.force().verifying().run(CHATS, database);
        Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(without, database);
        assertThat(schema(database).enums()).containsOnlyKeys(QualifiedName.of("enum_chat_kind"));
    }

    @Test
    void an_enum_with_a_label_twice_is_refused_where_it_is_declared(Database database) {
        Models models = Models.define(m -> m.model("Ticket", t -> t.attribute("state", enumOf("open", "done", "open"))
                .noTimestamps()));

        assertThatThrownBy(() -> Sync.create().run(models, database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("The enum of Tickets.state has the label 'open' more than once (SyncTest.java:")
                .hasMessageContaining("Name each label once, or spell one of them differently. [FK105]");
        assertThat(schema(database)).isEqualTo(Schema.empty());
    }

    @Test
    void all_problems_are_found_before_the_first_statement(Database database) {
        Models broken = Models.define(models -> {
            var user = models.model("User", m -> m.attribute("name", string()).noTimestamps());
            var post = models.model("Post", m -> m.noTimestamps());
            post.belongsTo(
                    user, a -> a.foreignKey("writer", key -> key.notNull()).onDelete(SET_NULL));
            post.belongsTo(user, a -> a.as("reader").foreignKey("readerName").targetKey("name"));
            models.model("Tag", m -> m.attribute("word", string().references("Wordz", "id"))
                    .noTimestamps());
            models.model("Like", m -> m.attribute("post", string().references("Posts", "id"))
                    .noTimestamps());
        });

        assertThatThrownBy(() -> Sync.create().run(broken, database))
                .isInstanceOf(PreflightException.class)
                .message()
                .contains("4 problems were found before any statement ran; the database is unchanged.")
                .contains("Posts.writer is NOT NULL, but its foreign key says ON DELETE SET NULL (SyncTest.java:")
                .contains("Make the column nullable, or use CASCADE / RESTRICT. [FK005]")
                .contains("Posts(readerName) references Users(name), which is neither the primary key nor unique")
                .contains("Tags(word) references table Wordz, which is neither declared nor in the database")
                .contains("Likes.post is VARCHAR(255), but Posts.id, which it references, is INTEGER");
        assertThat(schema(database).tables()).isEmpty();
    }

    @Test
    void verifying_reads_back_what_was_stored(Database database) {
        Sync.create().verifying().run(CHATS, database);
        Sync.force().verifying().run(CHATS, database);

        assertThat(Sync.alter().verifying().run(CHATS, database).steps()).isEmpty();
    }

    @Test
    void a_dry_run_changes_nothing(Database database) {
        assertThat(Sync.create().plan(CHATS, database).steps()).hasSize(3);
        assertThat(schema(database).tables()).isEmpty();
    }

    @Test
    void none_does_nothing(Database database) {
        assertThat(Sync.of(SyncMode.NONE).run(CHATS, database).steps()).isEmpty();
    }

    @Test
    void cycles_are_created_and_dropped_whole(Database database) {
        Models cycle = Models.define(models -> {
            var team = models.model("Team", m -> m.noTimestamps());
            var player = models.model("Player", m -> m.noTimestamps());
            player.belongsTo(team, a -> a.foreignKey("teamId"));
            team.belongsTo(player, a -> a.as("captain").foreignKey("captainId"));
            team.belongsTo(team, a -> a.as("rival").foreignKey("rivalId"));
        });

        Sync.create().run(cycle, database);
        assertThat(Sync.alter().run(cycle, database).steps()).isEmpty();
        Sync.force().run(cycle, database);

        assertThat(schema(database).table("Teams").orElseThrow().foreignKeys()).hasSize(2);
    }

    private static Schema schema(Database database) {
        return database.read().schema();
    }
}

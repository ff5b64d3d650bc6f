package dev.fk.examples.seed000;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.sync.Sync;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong with the two associations of the seed, and how a test tells: one golden text for each mistake and kind of
 * server.
 */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = ChatModels.class, sync = SyncMode.NONE, whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("Seed 000: its mistakes on every server")
class MistakesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "seed000");

    /** Models that are wrong, and the assertion that is right. */
    private record Mistake(Models models, ThrowingCallable assertion) {
        static Mistake of(BiConsumer<Model, Model> associations, ThrowingCallable assertion) {
            return new Mistake(
                    Models.define(models -> {
                        Model participant = models.model("Participant", m -> m.tableName("participant")
                                .attribute("no", integer().primaryKey().autoIncrement())
                                .attribute("role", string(45).notNull())
                                .noTimestamps());
                        Model chat = models.model("Chat", m -> m.tableName("chat")
                                .attribute("no", integer().primaryKey().autoIncrement())
                                .attribute("type", string(45).notNull())
                                .noTimestamps());
                        associations.accept(participant, chat);
                    }),
                    assertion);
        }
    }

    private static Map<String, Mistake> mistakes() {
        return Map.of(
                "on-delete-forgotten",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(chat, a -> a.foreignKey("participantNo")),
                        () -> assertThat(table("chat"))
                                .hasForeignKey("participantNo")
                                .referencing("participant", "no")
                                .onDelete(CASCADE)),
                "constraints-turned-off",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantNo").constraints(false)),
                        () -> assertThat(table("chat")).hasForeignKey("participantNo")),
                // In the seed, allowNull: false stands beside the foreign key instead of in it, where Sequelize ignores
                // it.
                "not-null-in-the-wrong-place",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantNo").onDelete(CASCADE)),
                        () -> assertThat(table("chat"))
                                .hasColumn("participantNo")
                                .isNotNull()),
                // The seed's comments call it so, and so would a model with underscored: true.
                "column-in-snake-case",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participant_no").onDelete(CASCADE)),
                        () -> assertThat(table("chat")).hasForeignKey("participantNo")),
                "column-in-lower-case",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantno").onDelete(CASCADE)),
                        () -> assertThat(table("chat"))
                                .hasForeignKey("participantNo")
                                .onDelete(CASCADE)),
                "name-left-to-the-server",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantNo").onDelete(CASCADE)),
                        () -> assertThat(table("chat"))
                                .hasForeignKey("participantNo")
                                .named("fk_chat_participant")),
                "the-wrong-way-round",
                Mistake.of(
                        (participant, chat) -> chat.hasMany(
                                participant, a -> a.foreignKey("chatNo").onDelete(CASCADE)),
                        () -> assertThat(table("chat")).hasForeignKey("no").referencing("participant", "no")),
                "index-forgotten",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantNo").onDelete(CASCADE)),
                        () -> assertThat(table("chat"))
                                .hasForeignKey("participantNo")
                                .isIndexed()),
                "models-changed-since",
                Mistake.of(
                        (participant, chat) -> participant.hasMany(
                                chat, a -> a.foreignKey("participantNo").onDelete(CASCADE)),
                        () -> assertThat(schema()).isInSyncWith(ChatModels.MODELS)));
    }

    /** What is no mistake on some servers, because they see to it themselves. */
    private static final Map<String, Set<String>> FINE = Map.of(
            "postgresql",
            Set.of(),
            "mysql",
            Set.of("column-in-lower-case", "index-forgotten"),
            "mariadb",
            Set.of("column-in-lower-case", "index-forgotten"));

    static Stream<String> names() {
        return mistakes().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_told(String name, Database database) throws IOException {
        Mistake mistake = mistakes().get(name);
        String dialect = database.dialect().id().toString();
        Sync.create().run(mistake.models(), database);

        AssertionError failure = catchThrowableOfType(AssertionError.class, mistake.assertion());

        if (FINE.get(dialect).contains(name)) {
            assertThat(failure).isNull();
            return;
        }
        assertThat(failure).as("it should fail").isNotNull();
        assertGolden(GOLDEN.resolve(dialect).resolve(name + ".txt"), failure.getMessage());
    }

    @Test
    void a_foreign_key_that_an_altering_sync_added_again_is_told(Database database) throws IOException {
        Sync.create().run(ChatModels.MODELS, database);
        QualifiedName chat = QualifiedName.of("chat");
        ForeignKey again = database.read()
                .schema()
                .table(chat)
                .orElseThrow()
                .foreignKeys()
                .get(0)
                .named("chat_ibfk_2");
        database.run(database.plan(ChangeSet.of(new Change.AddForeignKey(chat, again)), database.read()));

        AssertionError failure = catchThrowableOfType(
                AssertionError.class, () -> assertThat(table("chat")).hasForeignKey("participantNo"));

        assertGolden(
                GOLDEN.resolve(database.dialect().id().toString()).resolve("foreign-key-twice.txt"),
                failure.getMessage());
    }

    private static void assertGolden(Path file, String message) throws IOException {
        String text = message.replaceAll(
                                "(PostgreSQL|MySQL|MariaDB|postgresql|mysql|mariadb) [0-9]+[.][0-9.]+", "$1 {version}")
                        .replaceAll("//[^/]+/\\w+([?]\\S*)?", "//{server}/{database}")
                        .replaceAll("· fk_\\w+ ·", "· {database} ·")
                + "\n";
        if (Boolean.getBoolean("fk.golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("golden file; -Dfk.golden.update=true writes it").exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

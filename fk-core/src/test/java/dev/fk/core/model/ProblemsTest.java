package dev.fk.core.model;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.MatchType;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way in which declarations can contradict each other, and what is said about it. */
class ProblemsTest {
    private record Mistake(String name, Consumer<ModelsSpec> declarations) {}

    private static Mistake mistake(String name, Consumer<ModelsSpec> declarations) {
        return new Mistake(name, declarations);
    }

    /** With User and Post declared. */
    private static Mistake between(String name, Between declarations) {
        return mistake(name, models -> {
            Model user = models.model(
                    "User", m -> m.attribute("login", string(50).unique()).noTimestamps());
            Model post =
                    models.model("Post", m -> m.attribute("title", string()).noTimestamps());
            declarations.declare(user, post);
        });
    }

    private interface Between {
        void declare(Model user, Model post);
    }

    private static Stream<Mistake> mistakes() {
        return Stream.of(models(), attributes(), indexes(), disagreements(), directAssociations(), manyToMany())
                .flatMap(List::stream);
    }

    private static List<Mistake> models() {
        return List.of(
                mistake("empty-names", models -> {
                    models.model("User", m -> m.tableName(""));
                    models.model("Post", m -> m.attribute("title", string().field("")));
                }),
                mistake("model-twice", models -> {
                    models.model("User");
                    models.model("User");
                }),
                mistake("two-models-on-one-table", models -> {
                    models.model("User", m -> m.tableName("people"));
                    models.model("Person", m -> m.tableName("people"));
                }),
                mistake(
                        "paranoid-without-timestamps",
                        models -> models.model("User", m -> m.noTimestamps().paranoid())),
                mistake(
                        "renamed-timestamp-without-timestamps",
                        models -> models.model("User", m -> m.createdAt("made").noTimestamps())),
                mistake(
                        "removed-attribute-unknown",
                        models -> models.model(
                                "User", m -> m.attribute("login", string()).removeAttribute("logn"))),
                mistake("model-of-another-registry", models -> {
                    Model[] elsewhere = new Model[1];
                    Models.define(other -> elsewhere[0] = other.model("Country"));
                    models.model("User", m -> m.attribute("country", integer().references(elsewhere[0], "id")))
                            .belongsTo(elsewhere[0]);
                }));
    }

    private static List<Mistake> attributes() {
        return List.of(
                mistake(
                        "nullable-primary-key",
                        models -> models.model(
                                "User",
                                m -> m.attribute("no", integer().primaryKey().nullable()))),
                mistake(
                        "attribute-twice",
                        models -> models.model(
                                "User", m -> m.attribute("login", string()).attribute("login", string(20)))),
                mistake("attribute-without-name", models -> models.model("User", m -> m.attribute(" ", string()))),
                mistake("id-is-not-the-primary-key", models -> models.model("User", m -> m.attribute("id", integer()))),
                mistake(
                        "two-counters",
                        models -> models.model("User", m -> m.attribute(
                                        "id", integer().primaryKey().autoIncrement())
                                .attribute("no", integer().autoIncrementIdentity()))),
                mistake(
                        "two-attributes-on-one-column",
                        models -> models.model("User", m -> m.attribute("eMail", string().field("mail"))
                                .attribute("mail", string()))),
                mistake("default-key-on-a-declared-column", models -> models.model(
                                "Order", m -> m.underscored().attribute("userId", integer()))
                        .belongsTo(models.model("User"))),
                mistake("table-between-others-and-itself", models -> {
                    Model role = models.model("Role");
                    models.model("Movie").belongsToMany(role, a -> a.through(role));
                }));
    }

    private static List<Mistake> indexes() {
        return List.of(
                mistake(
                        "unique-on-unknown-attribute",
                        models -> models.model(
                                "Seat", m -> m.attribute("row", integer()).unique("row", "numbr"))),
                mistake(
                        "unique-names-a-column-twice",
                        models -> models.model(
                                "Seat", m -> m.attribute("seatRow", integer().field("row"))
                                        .unique("seatRow", "row"))),
                mistake("unique-on-nothing", models -> models.model("Seat", m -> m.unique(u -> u.named("uk")))),
                mistake(
                        "index-on-unknown-attribute",
                        models -> models.model(
                                "Message", m -> m.attribute("roomId", integer()).index("roomid", "sentAt"))),
                mistake("index-on-nothing", models -> models.model("Message", m -> m.index(i -> i.unique()))),
                mistake(
                        "index-on-expression-without-name",
                        models -> models.model("Message", m -> m.index(i -> i.onExpression("lower(text)")))),
                mistake(
                        "two-indexes-of-one-name",
                        models -> models.model(
                                "Message",
                                m -> m.attribute("a", integer()).index("a").uniqueIndex("a"))));
    }

    private static List<Mistake> disagreements() {
        return List.of(
                between("on-delete-differs", (user, post) -> {
                    user.hasMany(post, a -> a.onDelete(CASCADE));
                    post.belongsTo(user, a -> a.onDelete(SET_NULL));
                }),
                between("everything-differs", (user, post) -> {
                    user.hasMany(post, a -> a.foreignKey(key -> key.notNull()
                                    .field("user_id")
                                    .type(bigInteger())
                                    .comment("owner")
                                    .defaultValue(1))
                            .onDelete(CASCADE)
                            .onUpdate(CASCADE)
                            .deferrable(Deferrability.INITIALLY_DEFERRED)
                            .match(MatchType.FULL)
                            .constraintName("fk_a"));
                    post.belongsTo(user, a -> a.foreignKey(key -> key.nullable()
                                    .field("user_no")
                                    .type(integer())
                                    .comment("author")
                                    .defaultValue(2))
                            .onDelete(RESTRICT)
                            .onUpdate(NO_ACTION)
                            .deferrable(Deferrability.NOT_DEFERRABLE)
                            .match(MatchType.SIMPLE)
                            .constraintName("fk_b"));
                }),
                mistake("declared-attribute-differs", models -> {
                    Model user = models.model("User");
                    Model post = models.model(
                            "Post",
                            m -> m.attribute(
                                    "userId",
                                    integer()
                                            .notNull()
                                            .references("Users", "id")
                                            .onDelete(RESTRICT)));
                    post.belongsTo(user, a -> a.foreignKey("userId", key -> key.nullable())
                            .onDelete(CASCADE));
                }),
                between("referenced-keys-differ", (user, post) -> {
                    user.hasMany(post, a -> a.foreignKey("owner").sourceKey("login"));
                    post.belongsTo(user, a -> a.foreignKey("owner").targetKey("id"));
                }),
                between(
                        "one-association-says-two-things",
                        (user, post) -> user.hasMany(post, a -> a.foreignKey("userId", key -> key.onDelete(CASCADE))
                                .onDelete(RESTRICT))),
                mistake("one-column-for-two-parents", models -> {
                    Model image = models.model("Image");
                    Model video = models.model("Video");
                    Model comment = models.model("Comment");
                    image.hasMany(comment, a -> a.foreignKey("commentableId"));
                    video.hasMany(comment, a -> a.foreignKey("commentableId"));
                }),
                mistake("one-column-for-two-types", models -> {
                    Model image = models.model(
                            "Image", m -> m.attribute("id", string(9).primaryKey()));
                    Model video = models.model("Video");
                    Model comment = models.model("Comment");
                    image.hasMany(comment, a -> a.foreignKey("itemId").constraints(false));
                    video.hasMany(comment, a -> a.foreignKey("itemId").constraints(false));
                }),
                between("inverse-with-another-key", (user, post) -> {
                    user.hasMany(post, a -> a.foreignKey("userId"));
                    post.belongsTo(user, a -> a.foreignKey("user_id"));
                }),
                between("inverse-with-a-key-named-after-the-alias", (user, post) -> {
                    user.hasOne(post, a -> a.as("avatar"));
                    post.belongsTo(user);
                }));
    }

    private static List<Mistake> directAssociations() {
        return List.of(
                between("unknown-source-key", (user, post) -> user.hasMany(post, a -> a.sourceKey("logIn"))),
                between("unknown-target-key", (user, post) -> post.belongsTo(user, a -> a.targetKey("telephone"))),
                mistake("nothing-to-reference", models -> {
                    Model log = models.model("Log", ModelSpec::noPrimaryKey);
                    models.model("Line").belongsTo(log);
                }),
                between("number-of-attributes", (user, post) -> post.belongsTo(user, a -> a.foreignKey("a", "b"))),
                between(
                        "number-of-fields",
                        (user, post) -> post.belongsTo(user, a -> a.foreignKey(key -> key.field("a", "b")))),
                between(
                        "no-constraint-but-an-action",
                        (user, post) ->
                                post.belongsTo(user, a -> a.constraints(false).onDelete(CASCADE))),
                between("alias-twice", (user, post) -> {
                    post.belongsTo(user, a -> a.as("author").foreignKey("authorId"));
                    post.belongsTo(user, a -> a.as("author").foreignKey("editorId"));
                }),
                between(
                        "alias-is-an-attribute",
                        (user, post) -> post.belongsTo(user, a -> a.as("title").foreignKey("userId"))),
                mistake("foreign-key-names-a-column", models -> {
                    Model user = models.model("User");
                    Model post = models.model(
                            "Post",
                            m -> m.attribute(
                                    "userId", bigInteger().field("user_id").notNull()));
                    post.belongsTo(user, a -> a.foreignKey("user_id"));
                }),
                mistake("types-in-a-circle", models -> {
                    Model a = models.model("A");
                    Model b = models.model("B");
                    a.belongsTo(b, x -> x.foreignKey("bRef").targetKey("aRef"));
                    b.belongsTo(a, x -> x.foreignKey("aRef").targetKey("bRef"));
                }));
    }

    private static List<Mistake> manyToMany() {
        return List.of(
                between("no-through", (user, post) -> user.belongsToMany(post, a -> {})),
                between(
                        "through-twice",
                        (user, post) -> user.belongsToMany(
                                post, a -> a.through("UserPosts").through(post))),
                between(
                        "self-without-alias",
                        (user, post) -> user.belongsToMany(
                                user, a -> a.through("Friends").otherKey("friendId"))),
                between(
                        "both-keys-are-one",
                        (user, post) -> user.belongsToMany(user, a -> a.as("friends")
                                .through("Friends")
                                .foreignKey("userId")
                                .otherKey("userId"))),
                between("self-inverse-without-keys", (user, post) -> {
                    user.belongsToMany(user, a -> a.as("followers").through("Follows"));
                    user.belongsToMany(user, a -> a.as("followed").through("Follows"));
                }),
                between("many-to-many-keys-differ", (user, post) -> {
                    user.belongsToMany(post, a -> a.through("Likes").foreignKey("userId"));
                    post.belongsToMany(user, a -> a.through("Likes").otherKey("user_id"));
                }),
                between("many-to-many-actions-differ", (user, post) -> {
                    user.belongsToMany(post, a -> a.through("Likes").onDelete(RESTRICT));
                    post.belongsToMany(user, a -> a.through("Likes").otherKey(key -> key.onDelete(CASCADE)));
                }),
                between(
                        "unique-key-names-nothing",
                        (user, post) ->
                                user.belongsToMany(post, a -> a.through("Likes").uniqueKey("uk_likes"))),
                mistake("key-of-the-table-between-names-a-column", models -> {
                    Model user = models.model("User");
                    Model post = models.model("Post");
                    Model like = models.model(
                            "Like", m -> m.attribute("who", integer().field("user_id")));
                    user.belongsToMany(post, a -> a.through(like).foreignKey("user_id"));
                }),
                mistake("timestamps-of-a-declared-model", models -> {
                    Model user = models.model("User");
                    Model post = models.model("Post");
                    Model like = models.model("Like");
                    user.belongsToMany(post, a -> a.through(like).noTimestamps());
                }));
    }

    @TestFactory
    Stream<DynamicTest> contradictions_are_refused_in_these_words() {
        return mistakes()
                .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> {
                    ModelException refusal =
                            catchThrowableOfType(ModelException.class, () -> Models.define(mistake.declarations()));
                    assertThat(refusal).as("refusal of " + mistake.name()).isNotNull();
                    Golden.verify(mistake.name(), refusal.getMessage());
                }));
    }

    @Test
    void every_golden_text_belongs_to_a_mistake() {
        assertThat(Golden.names())
                .containsExactlyInAnyOrderElementsOf(
                        mistakes().map(Mistake::name).toList());
    }

    @Test
    void what_comes_after_the_definition_is_refused() {
        Model[] users = new Model[1];
        Models.define(models -> users[0] = models.model("User"));

        assertThatIllegalStateException()
                .isThrownBy(() -> users[0].hasMany(users[0]))
                .withMessageMatching(
                        "User.hasMany\\(User\\) at ProblemsTest.java:\\d+ is declared after its Models.define has"
                                + " returned, where it has no effect. Move it into the lambda.");
    }

    @Test
    void all_problems_are_said_at_once() {
        ModelException refusal = catchThrowableOfType(
                ModelException.class,
                () -> Models.define(models -> {
                    models.model("User", m -> m.attribute("id", integer()));
                    models.model("Post", m -> m.attribute("a", integer()).attribute("a", integer()));
                }));
        assertThat(refusal.problems()).hasSize(2);
        assertThat(refusal).hasMessage(String.join(System.lineSeparator(), refusal.problems()));
    }
}

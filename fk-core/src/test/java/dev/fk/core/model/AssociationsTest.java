package dev.fk.core.model;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.uuid;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssociationsTest {
    private interface Declaration {
        void on(Model user, Model post);
    }

    private static Schema schema(Consumer<ModelSpec> user, Consumer<ModelSpec> post, List<Declaration> declarations) {
        return Models.define(Conventions.sequelize6().noTimestamps(), models -> {
                    Model users = models.model("User", user);
                    Model posts = models.model("Post", post);
                    declarations.forEach(d -> d.on(users, posts));
                })
                .schema();
    }

    private static Table posts(Declaration... declarations) {
        return posts(m -> {}, declarations);
    }

    /** The same in whatever order it is declared, or the test fails. */
    private static Table posts(Consumer<ModelSpec> post, Declaration... declarations) {
        List<Table> results = permutations(List.of(declarations)).stream()
                .map(order -> schema(m -> m.attribute("login", string(50).unique()), post, order)
                        .table("Posts")
                        .orElseThrow())
                .toList();
        assertThat(results).allSatisfy(t -> {
            assertThat(new TreeSet<>(t.columns().stream().map(Column::toString).toList()))
                    .isEqualTo(new TreeSet<>(results.get(0).columns().stream()
                            .map(Column::toString)
                            .toList()));
            assertThat(t.foreignKeys())
                    .containsExactlyInAnyOrderElementsOf(results.get(0).foreignKeys());
            assertThat(t.uniqueKeys())
                    .containsExactlyInAnyOrderElementsOf(results.get(0).uniqueKeys());
        });
        return results.get(0);
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(Collections.singletonList(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    private static ForeignKey only(Table table) {
        assertThat(table.foreignKeys()).hasSize(1);
        return table.foreignKeys().get(0);
    }

    private static void assertActions(Table table, ReferentialAction onDelete, ReferentialAction onUpdate) {
        assertThat(only(table).onDelete()).isEqualTo(onDelete);
        assertThat(only(table).onUpdate()).isEqualTo(onUpdate);
    }

    // Default actions

    @Test
    void a_nullable_key_is_set_null_whoever_declares_it() {
        assertActions(posts((user, post) -> post.belongsTo(user)), SET_NULL, CASCADE);
        assertActions(posts((user, post) -> user.hasMany(post)), SET_NULL, CASCADE);
        assertActions(posts((user, post) -> user.hasOne(post)), SET_NULL, CASCADE);
    }

    @Test
    void a_key_that_is_not_null_cascades_where_the_parent_describes_it() {
        assertActions(posts((u, p) -> p.belongsTo(u, a -> a.foreignKey(k -> k.notNull()))), NO_ACTION, CASCADE);
        assertActions(posts((u, p) -> u.hasMany(p, a -> a.foreignKey(k -> k.notNull()))), CASCADE, CASCADE);
        assertActions(posts((u, p) -> u.hasOne(p, a -> a.foreignKey(k -> k.notNull()))), CASCADE, CASCADE);
        assertActions(
                posts((u, p) -> u.hasMany(p), (u, p) -> p.belongsTo(u, a -> a.foreignKey(k -> k.notNull()))),
                CASCADE,
                CASCADE);
    }

    @Test
    void what_one_side_says_beats_what_the_other_leaves_open() {
        Table posts = posts(
                (u, p) -> p.belongsTo(u, a -> a.foreignKey("userId", k -> k.notNull())),
                (u, p) -> u.hasMany(p, a -> a.foreignKey("userId").onDelete(RESTRICT)),
                (u, p) -> u.hasOne(p, a -> a.as("latest").foreignKey("userId").onUpdate(NO_ACTION)));

        assertActions(posts, RESTRICT, NO_ACTION);
        assertThat(posts.column("userId").orElseThrow().nullable()).isFalse();
    }

    @Test
    void a_declared_attribute_that_leaves_nullability_open_is_nullable() {
        Table posts = posts(m -> m.attribute("UserId", integer()), (u, p) -> u.hasMany(p));

        assertActions(posts, SET_NULL, CASCADE);
        assertThat(posts.columnNames()).containsExactly("id", "UserId");
    }

    @Test
    void a_key_in_the_primary_key_is_not_null() {
        Table posts = posts(
                m -> m.attribute("userId", integer().primaryKey()),
                (u, p) -> p.belongsTo(u, a -> a.foreignKey("userId")));

        assertThat(posts.column("userId").orElseThrow().nullable()).isFalse();
        assertActions(posts, NO_ACTION, CASCADE);
    }

    // Constraints

    @Test
    void a_side_without_constraint_leaves_it_to_the_other() {
        Declaration without = (u, p) -> u.hasMany(p, a -> a.constraints(false));

        assertThat(posts(without).foreignKeys()).isEmpty();
        assertThat(posts(without).columnNames()).containsExactly("id", "UserId");
        assertActions(posts(without, (u, p) -> p.belongsTo(u)), SET_NULL, CASCADE);
    }

    @Test
    void a_constraint_can_be_named_deferred_and_match_full() {
        ForeignKey foreignKey = only(posts((u, p) -> p.belongsTo(u, a -> a.constraintName("fk_author")
                .deferrable(Deferrability.INITIALLY_DEFERRED)
                .match(MatchType.FULL))));

        assertThat(foreignKey.name()).hasValue("fk_author");
        assertThat(foreignKey.deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
        assertThat(foreignKey.match()).isEqualTo(MatchType.FULL);
    }

    @Test
    void without_a_name_the_server_decides() {
        assertThat(only(posts((u, p) -> p.belongsTo(u))).name()).isEmpty();
    }

    // Keys

    @Test
    void the_key_has_the_type_of_what_it_references_and_any_name() {
        Table posts = posts((u, p) -> p.belongsTo(u, a -> a.targetKey("login")
                .foreignKey("userLogin", k -> k.field("login").comment("who").defaultValue("nobody"))));

        Column login = posts.column("login").orElseThrow();
        assertThat(login.type().describe()).isEqualTo("VARCHAR(50)");
        assertThat(login.comment()).hasValue("who");
        assertThat(only(posts).key()).hasToString("(login) REFERENCES Users (login)");
    }

    @Test
    void the_default_name_is_made_from_the_primary_key_even_of_another_key() {
        assertThat(posts((u, p) -> u.hasMany(p, a -> a.sourceKey("login"))).columnNames())
                .containsExactly("id", "UserId");
    }

    @Test
    void another_type_can_be_forced() {
        Table posts = posts((u, p) -> p.belongsTo(u, a -> a.keyType(bigInteger())));

        assertThat(posts.column("UserId").orElseThrow().type().describe()).isEqualTo("BIGINT");
    }

    @Test
    void a_key_can_be_unique_alone_or_with_others() {
        assertThat(posts((u, p) -> u.hasOne(p, a -> a.unique())).uniqueKeys()).containsExactly(UniqueKey.of("UserId"));
        Table together = posts(
                m -> m.attribute("room", integer().unique("user_room")),
                (u, p) -> p.belongsTo(u, a -> a.foreignKey(k -> k.unique("user_room"))));
        assertThat(together.uniqueKeys())
                .containsExactly(UniqueKey.of("room", "UserId").withName(Optional.of("user_room")));
    }

    @Test
    void aliases_make_several_associations_of_the_same_models() {
        Table posts =
                posts((u, p) -> p.belongsTo(u, a -> a.as("author")), (u, p) -> p.belongsTo(u, a -> a.as("lastEditor")));

        assertThat(posts.columnNames()).containsExactlyInAnyOrder("id", "authorId", "lastEditorId");
        assertThat(posts.foreignKeys()).hasSize(2);
    }

    @Test
    void a_model_may_refer_to_itself() {
        Table nodes = Models.define(models -> {
                    Model node = models.model("Node", ModelSpec::noTimestamps);
                    node.belongsTo(node, a -> a.as("parent"));
                    node.hasMany(node, a -> a.as("children").foreignKey("parentId"));
                })
                .schema()
                .table("Nodes")
                .orElseThrow();

        assertThat(only(nodes).key()).hasToString("(parentId) REFERENCES Nodes (id)");
    }

    @Test
    void models_may_refer_to_each_other() {
        Schema schema = Models.define(models -> {
                    Model team = models.model("Team", m -> m.attribute("id", uuid().primaryKey()));
                    Model player = models.model("Player");
                    team.belongsTo(player, a -> a.as("captain"));
                    player.belongsTo(team);
                })
                .schema();

        assertThat(only(schema.table("Teams").orElseThrow()).key()).hasToString("(captainId) REFERENCES Players (id)");
        Table players = schema.table("Players").orElseThrow();
        assertThat(players.columnNames()).containsExactly("id", "createdAt", "updatedAt", "TeamId");
        assertThat(players.column("TeamId").orElseThrow().type().describe()).isEqualTo("UUID");
    }

    @Test
    void a_key_that_references_a_key_finds_its_type_through_both() {
        Schema schema = Models.define(models -> {
                    Model grandchild = models.model("Grandchild");
                    Model child = models.model("Child");
                    Model parent = models.model("Parent", m -> m.attribute("id", uuid().primaryKey()));
                    grandchild.belongsTo(child, a -> a.foreignKey("ref").targetKey("parentRef"));
                    child.belongsTo(parent, a -> a.foreignKey("parentRef", k -> k.unique()));
                })
                .schema();

        assertThat(schema.table("Grandchildren")
                        .orElseThrow()
                        .column("ref")
                        .orElseThrow()
                        .type()
                        .describe())
                .isEqualTo("UUID");
    }

    // Composite keys

    private static Table lines(Declaration... declarations) {
        return schema(
                        m -> m.attribute("org", integer().primaryKey().field("org_no"))
                                .attribute("code", string(8).primaryKey()),
                        m -> {},
                        List.of(declarations))
                .table("Posts")
                .orElseThrow();
    }

    @Test
    void a_composite_primary_key_is_referenced_as_a_whole() {
        Table lines = lines((u, p) -> p.belongsTo(u), (u, p) -> u.hasMany(p));

        assertThat(lines.columnNames()).containsExactly("id", "UserOrg", "UserCode");
        assertThat(lines.column("UserCode").orElseThrow().type().describe()).isEqualTo("VARCHAR(8)");
        assertThat(only(lines).key()).hasToString("(UserOrg, UserCode) REFERENCES Users (org_no, code)");
    }

    @Test
    void a_composite_key_can_be_named_and_described() {
        Table lines = lines((u, p) -> u.hasOne(
                p, a -> a.foreignKey(List.of("a", "b"), key -> key.notNull().field("col_a", "col_b"))
                        .unique()
                        .onDelete(RESTRICT)));

        assertThat(only(lines).key()).hasToString("(col_a, col_b) REFERENCES Users (org_no, code)");
        assertThat(lines.columns()).noneMatch(Column::nullable);
        assertThat(lines.uniqueKeys()).containsExactly(UniqueKey.of("col_a", "col_b"));
    }

    // References on attributes

    @Test
    void an_attribute_can_reference_a_table_or_model_by_itself() {
        Schema schema = Models.define(models -> {
                    Model user = models.model(
                            "User",
                            m -> m.attribute("no", integer().primaryKey().field("user_no")));
                    models.model("Post", m -> m.attribute(
                                    "a",
                                    integer().references("Users", "user_no").onDelete(CASCADE))
                            .attribute(
                                    "b",
                                    integer()
                                            .references(user, "no")
                                            .deferrable(Deferrability.INITIALLY_IMMEDIATE)
                                            .constraintName("fk_b"))
                            .attribute("c", integer().references("audit", "log", "id")));
                })
                .schema();

        List<ForeignKey> foreignKeys = schema.table("Posts").orElseThrow().foreignKeys();
        assertThat(foreignKeys.stream().map(f -> f.key() + " " + f.onDelete() + " " + f.onUpdate()))
                .containsExactly(
                        "(a) REFERENCES Users (user_no) CASCADE NO ACTION",
                        "(b) REFERENCES Users (user_no) NO ACTION NO ACTION",
                        "(c) REFERENCES audit.log (id) NO ACTION NO ACTION");
        assertThat(foreignKeys.get(1).name()).hasValue("fk_b");
        assertThat(foreignKeys.get(1).deferrability()).isEqualTo(Deferrability.INITIALLY_IMMEDIATE);
    }

    @Test
    void a_reference_and_an_association_on_one_attribute_are_one_foreign_key() {
        Table posts = posts(
                m -> m.attribute("userId", integer().references("Users", "id").onDelete(RESTRICT)),
                (u, p) -> p.belongsTo(u, a -> a.foreignKey("userId")));

        assertActions(posts, RESTRICT, CASCADE);
    }

    // Conventions

    @Test
    void sequelize_7_cascades_what_is_not_null_and_names_keys_after_their_target() {
        Table posts = Models.define(Conventions.sequelize7().noTimestamps(), models -> {
                    Model user = models.model("User", m -> m.attribute("login", string().unique()));
                    Model post = models.model("Post");
                    post.belongsTo(user, a -> a.targetKey("login").foreignKey(k -> k.notNull()));
                    user.hasOne(post, a -> a.as("avatar").sourceKey("login"));
                })
                .schema()
                .table("Posts")
                .orElseThrow();

        assertThat(only(posts).key()).hasToString("(UserLogin) REFERENCES Users (login)");
        assertThat(only(posts).onDelete()).isEqualTo(CASCADE);
    }

    @Test
    void explicit_names_name_every_constraint_and_index() {
        Schema schema = Models.define(Conventions.explicitNames().noTimestamps(), models -> {
                    Model participant = models.model("Participant", m -> m.tableName("participant")
                            .attribute("no", integer().primaryKey())
                            .attribute("role", string().unique())
                            .index("role")
                            .check("no > 0"));
                    models.model("Chat", m -> m.tableName("chat"))
                            .belongsTo(participant, a -> a.foreignKey("participantNo"));
                })
                .schema();

        assertThat(Stream.of("participant", "chat")
                        .flatMap(t -> schema.table(t).orElseThrow().constraints())
                        .map(c -> c.name().orElse("unnamed")))
                .containsExactly(
                        "participant_pk",
                        "participant_role_uk",
                        "participant_f5986477_ck",
                        "participant_role_ix",
                        "chat_pk",
                        "chat_participantNo_participant_fk");
    }
}

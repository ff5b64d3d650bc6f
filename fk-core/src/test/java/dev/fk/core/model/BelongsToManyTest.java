package dev.fk.core.model;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelongsToManyTest {
    private interface Declaration {
        void on(ModelsSpec models, Model movie, Model actor);
    }

    private static Table between(String table, Declaration declaration) {
        Schema schema = Models.define(Conventions.sequelize6().noTimestamps(), models -> {
                    Model movie = models.model(
                            "Movie", m -> m.attribute("slug", string(60).unique()));
                    Model actor = models.model(
                            "Actor", m -> m.attribute("nick", string(30).unique()));
                    declaration.on(models, movie, actor);
                })
                .schema();
        return schema.table(table).orElseThrow();
    }

    private static Table oneWay(Consumer<BelongsToManySpec> details) {
        return between(
                "AM",
                (models, movie, actor) -> movie.belongsToMany(actor, a -> {
                    a.through("AM");
                    details.accept(a);
                }));
    }

    private static String actions(Table table) {
        return String.join(
                "; ",
                table.foreignKeys().stream()
                        .map(f -> f.key() + " " + f.onDelete() + "/" + f.onUpdate())
                        .sorted()
                        .toList());
    }

    @Test
    void a_new_table_has_both_keys_as_primary_key_and_follows_both_parents() {
        Table between = between("ActorMovies", (models, movie, actor) -> {
            movie.belongsToMany(actor, a -> a.through("ActorMovies"));
            actor.belongsToMany(movie, a -> a.through("ActorMovies"));
        });

        assertThat(between.columnNames()).containsExactly("MovieId", "ActorId");
        assertThat(between.columns()).noneMatch(Column::nullable);
        assertThat(between.primaryKey()).hasValue(PrimaryKey.of("MovieId", "ActorId"));
        assertThat(actions(between))
                .isEqualTo("(ActorId) REFERENCES Actors (id) CASCADE/CASCADE; "
                        + "(MovieId) REFERENCES Movies (id) CASCADE/CASCADE");
    }

    @Test
    void a_new_table_has_the_timestamps_that_are_asked_for() {
        assertThat(oneWay(a -> a.timestamps().paranoid()).columnNames())
                .containsExactly("createdAt", "updatedAt", "deletedAt", "MovieId", "ActorId");
        Schema byDefault = Models.define(models ->
                        models.model("A", m -> m.underscored()).belongsToMany(models.model("B"), a -> a.through("AB")))
                .schema();
        assertThat(byDefault.table("AB").orElseThrow().columnNames())
                .containsExactly("created_at", "updated_at", "a_id", "b_id");
    }

    @Test
    void keys_are_named_after_what_they_reference_and_take_its_type() {
        Table between = oneWay(a -> a.sourceKey("slug").targetKey("nick"));

        assertThat(between.columnNames()).containsExactly("MovieSlug", "ActorNick");
        assertThat(between.column("ActorNick").orElseThrow().type().describe()).isEqualTo("VARCHAR(30)");
    }

    @Test
    void each_side_speaks_of_its_own_key_and_can_speak_of_the_other() {
        assertThat(actions(oneWay(a -> a.onDelete(RESTRICT))))
                .isEqualTo("(ActorId) REFERENCES Actors (id) CASCADE/CASCADE; "
                        + "(MovieId) REFERENCES Movies (id) RESTRICT/CASCADE");
        assertThat(actions(oneWay(
                        a -> a.otherKey("actor", key -> key.onDelete(NO_ACTION).field("actor_no")))))
                .isEqualTo("(MovieId) REFERENCES Movies (id) CASCADE/CASCADE; "
                        + "(actor_no) REFERENCES Actors (id) NO ACTION/CASCADE");
    }

    @Test
    void one_sides_other_key_is_the_other_sides_foreign_key() {
        Table between = between("AM", (models, movie, actor) -> {
            actor.belongsToMany(movie, a -> a.through("AM").foreignKey("who").otherKey("what"));
            movie.belongsToMany(actor, a -> a.through("AM").onDelete(RESTRICT));
        });

        assertThat(actions(between))
                .isEqualTo("(what) REFERENCES Movies (id) RESTRICT/CASCADE; "
                        + "(who) REFERENCES Actors (id) CASCADE/CASCADE");
    }

    @Test
    void a_model_without_primary_key_gets_the_keys_as_primary_key() {
        Table roles = between("Roles", (models, movie, actor) -> {
            Model role = models.model("Role", m -> m.attribute("salary", integer()));
            movie.belongsToMany(actor, a -> a.through(role));
            actor.belongsToMany(movie, a -> a.through("Role"));
        });

        assertThat(roles.columnNames()).containsExactly("salary", "MovieId", "ActorId");
        assertThat(roles.primaryKey()).hasValue(PrimaryKey.of("MovieId", "ActorId"));
        assertThat(roles.uniqueKeys()).isEmpty();
    }

    private static Table rolesWithKey(Consumer<BelongsToManySpec> details) {
        return between("Roles", (models, movie, actor) -> {
            Model role = models.model("Role", m -> m.attribute("id", integer().primaryKey()));
            movie.belongsToMany(actor, a -> {
                a.through(role);
                details.accept(a);
            });
        });
    }

    @Test
    void a_model_with_a_primary_key_gets_a_named_unique_key_instead() {
        assertThat(rolesWithKey(a -> {}).uniqueKeys())
                .containsExactly(
                        UniqueKey.of("MovieId", "ActorId").withName(Optional.of("Roles_MovieId_ActorId_unique")));
        assertThat(rolesWithKey(a -> a.uniqueKey("uk_roles")).uniqueKeys())
                .containsExactly(UniqueKey.of("MovieId", "ActorId").withName(Optional.of("uk_roles")));
        assertThat(rolesWithKey(a -> a.unique(false)).uniqueKeys()).isEmpty();
        assertThat(rolesWithKey(a -> {}).column("MovieId").orElseThrow().nullable())
                .isTrue();
    }

    @Test
    void pairs_that_may_repeat_have_a_key_of_their_own() {
        Table between = oneWay(a -> a.unique(false));

        assertThat(between.columnNames()).containsExactly("id", "MovieId", "ActorId");
        assertThat(between.primaryKey()).hasValue(PrimaryKey.of("id"));
        assertThat(between.uniqueKeys()).isEmpty();
    }

    @Test
    void a_key_the_model_declares_as_primary_key_is_not_made_unique_again() {
        Table roles = between("Roles", (models, movie, actor) -> {
            Model role =
                    models.model("Role", m -> m.attribute("ActorId", integer().primaryKey())
                            .attribute("MovieId", integer().primaryKey()));
            movie.belongsToMany(actor, a -> a.through(role));
        });

        assertThat(roles.primaryKey()).hasValue(PrimaryKey.of("ActorId", "MovieId"));
        assertThat(roles.uniqueKeys()).isEmpty();
    }

    @Test
    void three_models_can_meet_in_one_table() {
        Table roles = between("Roles", (models, movie, actor) -> {
            Model role = models.model("Role");
            Model part = models.model("Part");
            movie.belongsToMany(actor, a -> a.through(role));
            movie.belongsToMany(part, a -> a.through(role));
        });

        assertThat(roles.primaryKey()).hasValue(PrimaryKey.of("MovieId", "ActorId", "PartId"));
        assertThat(roles.foreignKeys()).hasSize(3);
    }

    @Test
    void a_model_may_relate_to_itself_from_both_ends() {
        Table family = between("Family", (models, movie, actor) -> {
            actor.belongsToMany(actor, a -> a.as("children")
                    .through("Family")
                    .foreignKey("parentId")
                    .otherKey("childId"));
            actor.belongsToMany(
                    actor,
                    a -> a.as("parents").through("Family").foreignKey("childId").onDelete(RESTRICT));
        });

        assertThat(family.columnNames()).containsExactly("parentId", "childId");
        assertThat(actions(family))
                .isEqualTo("(childId) REFERENCES Actors (id) RESTRICT/CASCADE; "
                        + "(parentId) REFERENCES Actors (id) CASCADE/CASCADE");
        assertThat(between(
                                "Friends",
                                (models, movie, actor) -> actor.belongsToMany(
                                        actor, a -> a.as("friends").through("Friends")))
                        .columnNames())
                .containsExactly("ActorId", "friendId");
    }

    @Test
    void a_composite_key_is_referenced_as_a_whole() {
        Schema schema = Models.define(Conventions.sequelize6().noTimestamps(), models -> {
                    Model seat = models.model(
                            "Seat", m -> m.attribute("row", integer().primaryKey())
                                    .attribute("no", integer().primaryKey()));
                    seat.belongsToMany(models.model("Guest"), a -> a.through("Booking"));
                })
                .schema();

        Table booking = schema.table("Booking").orElseThrow();
        assertThat(booking.primaryKey()).hasValue(PrimaryKey.of("SeatRow", "SeatNo", "GuestId"));
        assertThat(actions(booking))
                .isEqualTo("(GuestId) REFERENCES Guests (id) CASCADE/CASCADE; "
                        + "(SeatRow, SeatNo) REFERENCES Seats (row, no) CASCADE/CASCADE");
    }

    @Test
    void without_constraints_there_are_the_columns_and_their_key() {
        Table between = oneWay(a -> a.constraints(false));

        assertThat(between.foreignKeys()).isEmpty();
        assertThat(between.primaryKey()).hasValue(PrimaryKey.of("MovieId", "ActorId"));
    }

    @Test
    void the_table_between_can_have_associations_of_its_own() {
        Table roles = between("Roles", (models, movie, actor) -> {
            Model role = models.model("Role");
            role.belongsTo(movie);
            movie.hasMany(role);
            movie.belongsToMany(actor, a -> a.through(role));
            models.model("Line").belongsTo(role);
        });

        assertThat(actions(roles)).contains("(MovieId) REFERENCES Movies (id) CASCADE/CASCADE");
        assertThat(roles.foreignKeys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_table_between_is_joined_by_its_own_key_whichever_is_declared_first(boolean outerFirst) {
        Schema schema = Models.define(Conventions.sequelize6().noTimestamps(), models -> {
                    Model movie = models.model("Movie");
                    Model actor = models.model("Actor");
                    Model role = models.model("Role");
                    if (outerFirst) {
                        role.belongsToMany(models.model("Dress"), a -> a.through("Wardrobe"));
                    }
                    movie.belongsToMany(actor, a -> a.through(role));
                    if (!outerFirst) {
                        role.belongsToMany(models.model("Dress"), a -> a.through("Wardrobe"));
                    }
                })
                .schema();

        Table wardrobe = schema.table("Wardrobe").orElseThrow();
        assertThat(wardrobe.primaryKey()).hasValue(PrimaryKey.of("RoleMovieId", "RoleActorId", "DressId"));
        assertThat(actions(wardrobe)).contains("(RoleMovieId, RoleActorId) REFERENCES Roles (MovieId, ActorId)");
    }
}

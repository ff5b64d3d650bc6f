package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.KeySpec;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A type that is declared as SQL, or by its name alone. */
@OnPostgres
class TypesInOtherWordsTest {
    private static Models thing(DataType type) {
        return Models.define(models -> models.model("Thing", m -> m.tableName("thing")
                .attribute("id", integer().primaryKey())
                .attribute("x", typed(type))
                .noTimestamps()));
    }

    private static void types(Database database) {
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('good', 'bad')"));
        database.execute(new Sql("CREATE DOMAIN email AS varchar(40) CHECK (VALUE LIKE '%@%')"));
        database.execute(new Sql("CREATE TYPE \"Odd Type\" AS ENUM ('a')"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int4",
                "VARCHAR(30)[]",
                "Numeric(10)",
                "numeric(5,-2)",
                "float(10)",
                "float(30)",
                "timestamptz(3)",
                "interval second(3)",
                "bit varying (3)",
                "int array",
                "national character varying(7)",
                "email",
                "email[]",
                "mood",
                "public.mood",
                "MOOD[]",
                "\"Odd Type\""
            })
    void what_was_created_is_no_difference(String type, Database database) {
        types(database);
        Models models = thing(new DataType.Other(type));
        Sync.create().run(models, database);

        assertThat(Sync.alter().plan(models, database).steps()).isEmpty();
        Sync.force().run(models, database);
        assertThat(database.query(new Sql("SELECT 1 FROM pg_type WHERE typname IN ('mood', 'email', 'Odd Type')")))
                .hasSize(3);
    }

    @Test
    void an_enum_type_whose_labels_no_model_says_is_used_and_stays(Database database) {
        types(database);
        Models models = thing(new DataType.Array(new DataType.Named(QualifiedName.of("mood"))));
        Sync.create().run(models, database);

        assertThat(Sync.alter().plan(models, database).steps()).isEmpty();
        Sync.force().run(models, database);
        assertThat(Sync.alter().plan(models, database).steps()).isEmpty();
    }

    private static Models posts(Consumer<KeySpec> key) {
        return Models.define(models -> {
            Model kind = models.model(
                    "Kind", m -> m.attribute("kind", enumOf("text", "image").primaryKey())
                            .noTimestamps());
            models.model("Post", m -> m.noTimestamps()).belongsTo(kind, a -> a.foreignKey("kind", key));
        });
    }

    @Test
    void an_enum_that_references_another_has_to_be_the_same_type(Database database) {
        assertThatThrownBy(() -> Sync.create().run(posts(key -> {}), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("Posts.kind is enum_Posts_kind, but Kinds.kind, which it references, is"
                        + " enum_Kinds_kind: each enum type is one of its own, whatever its labels are");

        Models one = posts(key -> key.type(typed(new DataType.Named(QualifiedName.of("enum_Kinds_kind")))));
        Sync.create().verifying().run(one, database);
        assertThat(Sync.alter().plan(one, database).steps()).isEmpty();
    }
}

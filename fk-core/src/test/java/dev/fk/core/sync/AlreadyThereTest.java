package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.testing.EachServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What a server holds it has taken, whatever can be said against it: the family can be made to let a foreign key reference a
 * column that is not unique. It is objected to as soon as there is something to do.
 */
@Tag("thorough")
class AlreadyThereTest {
    private static Models models(int lengthOfText) {
        return Models.define(models -> {
            var tag = models.model("Tag", m -> m.tableName("tag")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute("code", integer().notNull())
                    .index(i -> i.named("tag_code").on("code"))
                    .noTimestamps());
            var note = models.model("Note", m -> m.tableName("note")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute("text", string(lengthOfText))
                    .noTimestamps());
            note.belongsTo(
                    tag, a -> a.as("tag").foreignKey("code").targetKey("code").constraintName("note_tag"));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothing_to_do_is_not_objected_to() {
        return EachServer.family()
                .map(server -> server.test("an odd foreign key", fresh -> {
                    try (Connection connection = fresh.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("SET SESSION foreign_key_checks = 1"
                                + " /*!80400 , SESSION restrict_fk_on_non_standard_key = OFF */");
                        statement.execute(
                                "CREATE TABLE tag (id integer AUTO_INCREMENT PRIMARY KEY, code integer NOT NULL,"
                                        + " KEY tag_code (code))");
                        statement.execute(
                                "CREATE TABLE note (id integer AUTO_INCREMENT PRIMARY KEY, text varchar(100), code integer,"
                                        + " CONSTRAINT note_tag FOREIGN KEY (code) REFERENCES tag (code)"
                                        + " ON DELETE SET NULL ON UPDATE CASCADE)");
                    }
                    Database database = Database.of(fresh.dataSource());

                    assertThat(Sync.alter().run(models(100), database).render()).contains("nothing to do");
                    assertThatThrownBy(() -> Sync.alter().run(models(200), database))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("tag(code), which is neither the primary key nor unique");
                }));
    }
}

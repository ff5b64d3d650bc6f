package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A connection to a server of the MySQL family without a database. */
@Tag("thorough")
class NoDatabaseTest {
    @TestFactory
    Stream<DynamicTest> says_that_the_url_names_none() {
        return EachServer.family()
                .map(server -> server.test("no database", fresh -> {
                    Models models = Models.define(
                            all -> all.model("Note", m -> m.tableName("note").attribute("text", string())));
                    Database database = Database.at(fresh.url().replaceFirst("(jdbc:\\w+://[^/]*/)[^?]*", "$1"));

                    assertThatThrownBy(() -> Migrator.of(new Migration() {
                                        @Override
                                        public String id() {
                                            return "1";
                                        }

                                        @Override
                                        public void up(QueryInterface q) {}
                                    })
                                    .status(database))
                            .hasMessageContaining(
                                    "names no database, so that there is none with a history of migrations");
                    for (Sync sync : new Sync[] {Sync.create(), Sync.alter(), Sync.force()}) {
                        assertThatThrownBy(() -> sync.plan(models, database))
                                .hasMessageContaining("names no database, so that there is none for the table note")
                                .hasMessageContaining("Put its name into the URL");
                    }
                }));
    }
}

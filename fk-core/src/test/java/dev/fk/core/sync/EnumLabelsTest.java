package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.testing.EachServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Labels of an enum that are spelt differently and are one to MySQL and MariaDB. */
@Tag("thorough")
class EnumLabelsTest {
    private static final List<String> COLLATIONS = List.of(
            "utf8mb4_general_ci",
            "utf8mb4_unicode_ci",
            "utf8mb4_0900_ai_ci",
            "utf8mb4_0900_as_cs",
            "utf8mb4_bin",
            "utf8mb4_turkish_ci",
            "utf8mb4_german2_ci",
            "utf8mb4_swedish_ci",
            "utf8mb4_danish_ci",
            "latin1_german2_ci",
            "latin1_swedish_ci",
            "latin1_general_cs",
            "ascii_general_ci");

    private static Models models(String collation, String... labels) {
        return Models.define(models -> models.model("Ticket", m -> m.tableName("ticket")
                .collate(collation)
                .attribute("id", integer().primaryKey())
                .attribute("state", enumOf(labels))
                .noTimestamps()));
    }

    /** What is refused, the server would refuse; what is not, it would take. */
    @TestFactory
    Stream<DynamicTest> are_refused_exactly_where_the_server_refuses_them() {
        return EachServer.family().flatMap(server -> COLLATIONS.stream()
                .map(collation -> server.test(collation, fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    for (List<String> labels : List.of(
                            List.of("open", "Open"),
                            List.of("open", " open"),
                            List.of("I", "i"),
                            List.of("resume", "r\u00e9sum\u00e9"),
                            List.of("\u00c4rger", "\u00e4rger"),
                            List.of("stra\u00dfe", "strasse"),
                            List.of("\u03a3\u0391", "\u03c3\u03b1"),
                            List.of("\u0416", "\u0436"),
                            List.of("\u00e9", "e\u0301"),
                            List.of("vitt", "witt"),
                            List.of("it's", "IT'S\\"))) {
                        if (!knows(database, collation)
                                || (collation.startsWith("ascii")
                                        && !String.join("", labels).matches("\\p{ASCII}+"))
                                || (collation.startsWith("latin1")
                                        && !String.join("", labels).matches("[\\x00-\\xff]+"))) {
                            continue;
                        }
                        boolean refused = refuses(database, collation, labels);
                        Throwable found = catchThrowable(
                                () -> Sync.create().run(models(collation, labels.toArray(String[]::new)), database));
                        if (refused) {
                            assertThat(found)
                                    .as(labels + " by " + collation)
                                    .isInstanceOf(PreflightException.class)
                                    .hasMessageContaining("1 problem was found")
                                    .hasMessageContaining("[FK105]");
                        } else {
                            assertThat(found).as(labels.toString()).isNull();
                            database.execute(new Sql("DROP TABLE ticket"));
                        }
                    }
                })));
    }

    private static boolean knows(Database database, String collation) {
        return !database.query(new Sql(
                        "SELECT 1 FROM information_schema.COLLATIONS WHERE COLLATION_NAME = '" + collation + "'"))
                .isEmpty();
    }

    private static boolean refuses(Database database, String collation, List<String> labels) {
        Throwable refused = catchThrowable(() -> database.execute(new Sql("CREATE TABLE asked (state ENUM('"
                + String.join("', '", labels)
                        .replace("\\", "\\\\")
                        .replace("it's", "it''s")
                        .replace("IT'S", "IT''S") + "')) CHARACTER SET " + collation.replaceAll("_.*", "") + " COLLATE "
                + collation)));
        if (refused == null) {
            database.execute(new Sql("DROP TABLE asked"));
        } else {
            assertThat(refused).hasMessageContaining("duplicated value");
        }
        return refused != null;
    }

    @TestFactory
    Stream<DynamicTest> are_told_apart_by_what_the_message_offers() {
        return EachServer.family()
                .map(server -> server.test("remedy", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    assertThatThrownBy(
                                    () -> Sync.create().run(models("utf8mb4_general_ci", "a", "A", "b", "B"), database))
                            .hasMessageContaining(
                                    "A label of the enum of ticket.state is there twice to the server, which"
                                            + " compares them by utf8mb4_general_ci: 'A' and 'a'; 'B' and 'b'"
                                            + " (EnumLabelsTest.java:")
                            .hasMessageContaining("Name each label once, or give the table a collation that tells them"
                                    + " apart, collate(\"utf8mb4_bin\"). [FK105]");
                    Sync.alter().verifying().run(models("utf8mb4_bin", "a", "A", "b", "B"), database);
                }));
    }

    /** Otherwise it would be another label each time they are compared. */
    @TestFactory
    Stream<DynamicTest> do_not_keep_blanks_at_their_ends() {
        return EachServer.family()
                .map(server -> server.test("blanks", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    assertThatThrownBy(() -> Sync.create().run(models("utf8mb4_bin", "a ", "a", "b "), database))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("A label of the enum of ticket.state ends in blanks, which the server"
                                    + " drops: 'a ', 'b '")
                            .hasMessageContaining("Leave the blanks out. [FK105]");
                    Sync.create().verifying().run(models("utf8mb4_bin", " a", "b"), database);
                }));
    }
}

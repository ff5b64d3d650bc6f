package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the MySQL family does not show to everybody is not taken for what is not there. */
@Tag("thorough")
class HiddenThingsTest {
    private static final String[] SHOP = {
        "CREATE TABLE orders (id integer PRIMARY KEY)",
        "CREATE TABLE secret (id integer PRIMARY KEY)",
        "CREATE VIEW totals AS SELECT 1 AS total",
        "CREATE TRIGGER orders_touch BEFORE INSERT ON orders FOR EACH ROW SET new.id = new.id"
    };

    private static Database looker(String url) {
        return Database.at(url.replaceFirst("user=[^&]*", "user=looker").replaceFirst("password=[^&]*", "password=fk"));
    }

    private static List<ThrowingCallable> absences(Database user) {
        return List.of(
                () -> assertThat(table(user, "orders")).hasOnlyTriggers(),
                () -> assertThat(table(user, "orders")).hasTrigger("gone"),
                () -> assertThat(schema(user)).doesNotHaveView("totals"),
                () -> assertThat(schema(user)).hasOnlyViews(),
                () -> assertThat(schema(user)).hasOnlyTables("orders"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void are_shown_by_the_right_that_is_named(Engine engine) throws Exception {
        engine.server().fresh((owner, url) -> {
            TestServer.execute(
                    owner.dataSource(),
                    Stream.concat(
                                    Stream.of(SHOP),
                                    Stream.of(
                                            "CREATE USER looker IDENTIFIED BY 'fk'",
                                            "GRANT SELECT, REFERENCES ON orders TO looker"))
                            .toArray(String[]::new));
            Database user = looker(url);
            try {
                for (ThrowingCallable absence : absences(user)) {
                    DatabaseException refused = catchThrowableOfType(DatabaseException.class, absence);
                    assertThat(refused).hasMessageContaining("some are perhaps not shown");
                    assertThat(refused.explanations()).isNotEmpty();
                }
                for (ThrowingCallable absence : absences(user)) {
                    DatabaseException refused = catchThrowableOfType(DatabaseException.class, absence);
                    refused.explanations().forEach(e -> e.fix().before().forEach(owner::execute));
                    assertThat(catchThrowableOfType(AssertionError.class, absence))
                            .as(refused.getMessage())
                            .isNotNull();
                    TestServer.execute(
                            owner.dataSource(),
                            "REVOKE ALL PRIVILEGES, GRANT OPTION FROM looker",
                            "GRANT SELECT, REFERENCES ON orders TO looker");
                }
            } finally {
                TestServer.execute(owner.dataSource(), "DROP USER looker");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void are_seen_by_whom_a_role_lets_see_them(Engine engine) throws Exception {
        engine.server().fresh((owner, url) -> {
            TestServer.execute(
                    owner.dataSource(),
                    SHOP[0],
                    "CREATE ROLE lookers",
                    "GRANT SELECT, REFERENCES, TRIGGER ON `fres_`.* TO lookers",
                    "CREATE USER looker IDENTIFIED BY 'fk'",
                    "GRANT lookers TO looker",
                    engine == Engine.MYSQL ? "SET DEFAULT ROLE ALL TO looker" : "SET DEFAULT ROLE lookers FOR looker");
            Database user = looker(url);
            try {
                assertThat(table(user, "orders")).hasOnlyTriggers();
                assertThat(schema(user)).hasOnlyTables("orders");
            } finally {
                TestServer.execute(owner.dataSource(), "DROP USER looker", "DROP ROLE lookers");
            }
        });
    }
}

package dev.fk.examples.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.database.Database;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.flyway.FlywaySource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a schema is a database, Flyway stays in that of the test. */
@Tag("thorough")
@WithSchema(dialect = "mariadb", whenUnavailable = WhenUnavailable.ABORT)
class FlywaySchemasTest {
    @Test
    void no_database_is_made_beside_it(Database database) {
        FlywaySource shop = FlywaySource.of("classpath:shop/flyway");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.with("flyway.defaultSchema", "fk_beside")
                        .with("flyway.schemas", "fk_beside, fk_audit")
                        .applyTo(database))
                .withMessageStartingWith(
                        "The settings flyway.defaultSchema and flyway.schemas name fk_beside, fk_audit. On MariaDB")
                .withMessageContaining(
                        "outside of that of the test, " + database.server().database())
                .withMessageContaining("Leave these settings out on this server");
        assertThat(database.hasSchema("fk_beside")).isFalse();

        shop.with("flyway.schemas", database.server().database()).applyTo(database);

        assertThat(database.read().schema().tables()).hasSize(3);
    }
}

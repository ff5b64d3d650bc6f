package dev.fk.examples.parity;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.parity.Idiom.BOOLEAN_AS_NUMBER;
import static dev.fk.core.parity.Idiom.INDEX_OF_FOREIGN_KEY;
import static dev.fk.core.parity.Idiom.MOMENT;
import static dev.fk.core.parity.Idiom.UUID_AS_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.parity.Parity;
import dev.fk.examples.seed002.UserMigrations;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations of seed 002 on three servers, compared with a file, so that no test needs two of them. */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = UserMigrations.class, whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("Migrations on every server")
class UserMigrationsParityTest {
    private static final Path ON_POSTGRESQL = Path.of("src/test/resources/parity/users.txt");

    @Test
    void is_the_same_but_for_idioms() {
        assertThat(schema())
                .isOnParWith(Parity.with(ON_POSTGRESQL)
                        .ignoring("fk_migrations", "fk_migration_journal")
                        .allowing(BOOLEAN_AS_NUMBER, 1, "InnoDB writes false as 0")
                        .allowing(UUID_AS_TEXT, 4, "36 letters that compare by their bytes")
                        .allowing(MOMENT, 4, "DATETIME holds UTC, as Sequelize writes it")
                        .allowing(INDEX_OF_FOREIGN_KEY, 2, "InnoDB makes it"));
    }
}

package dev.fk.examples.parity;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.parity.Idiom.BOOLEAN_AS_NUMBER;
import static dev.fk.core.parity.Idiom.INDEX_OF_FOREIGN_KEY;
import static dev.fk.core.parity.Idiom.MOMENT;
import static dev.fk.core.parity.Idiom.UUID_AS_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.parity.Parity;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One shop on three servers, compared with a file, so that no test needs two of them. */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = ShopModels.class, whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("A shop on every server")
class ShopParityTest {
    private static final Path ON_POSTGRESQL = Path.of("src/test/resources/parity/shop.txt");

    @Test
    void is_the_same_but_for_idioms() {
        assertThat(schema())
                .isOnParWith(Parity.with(ON_POSTGRESQL)
                        .allowing(BOOLEAN_AS_NUMBER, 2, "InnoDB writes true as 1")
                        .allowing(UUID_AS_TEXT, 4, "36 letters that compare by their bytes")
                        .allowing(MOMENT, 5, "DATETIME holds UTC, as Sequelize writes it")
                        .allowing(INDEX_OF_FOREIGN_KEY, 2, "InnoDB makes it"));
    }
}

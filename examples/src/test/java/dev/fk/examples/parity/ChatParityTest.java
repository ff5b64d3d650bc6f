package dev.fk.examples.parity;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.parity.Idiom.INDEX_OF_FOREIGN_KEY;
import static dev.fk.core.parity.Idiom.MOMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.parity.Parity;
import dev.fk.examples.seed000.ChatModels;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chats of seed 000 on three servers, compared with a file, so that no test needs two of them. */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = ChatModels.class, whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("Chats on every server")
class ChatParityTest {
    private static final Path ON_POSTGRESQL = Path.of("src/test/resources/parity/chat.txt");

    @Test
    void is_the_same_but_for_idioms() {
        assertThat(schema())
                .isOnParWith(Parity.with(ON_POSTGRESQL)
                        .allowing(MOMENT, 3, "DATETIME holds UTC, as Sequelize writes it")
                        .allowing(INDEX_OF_FOREIGN_KEY, 3, "InnoDB makes it"));
    }
}

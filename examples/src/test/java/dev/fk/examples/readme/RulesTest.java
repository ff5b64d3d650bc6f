package dev.fk.examples.readme;

// snippet
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.rule.RuleDefinition.foreignKeys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.parity.*;
import dev.fk.core.rule.*;
import dev.fk.examples.seed000.ChatModels;
import dev.fk.junit.WithSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@WithSchema(ChatModels.class)
class RulesTest {
    static final Path FROZEN = Path.of("src/test/resources/frozen/chat-{dialect}.txt");
    static final Path ON_POSTGRESQL = Path.of("src/test/resources/parity/chat.txt");

    @Test
    void who_goes_takes_along_what_is_theirs() {
        assertThat(schema())
                .obeys(foreignKeys()
                        .that()
                        .reference("participant")
                        .should()
                        .cascadeOnDelete()
                        .because("nobody reads chats of nobody"));
    }

    @Test
    void nothing_gets_worse() {
        assertThat(schema()).obeysAll(Freeze.frozen(Rules.recommended(), FROZEN));
    }

    @Test
    void servers_differ_in_idioms_only() {
        assertThat(schema())
                .isOnParWith(Parity.with(ON_POSTGRESQL)
                        .allowingOn("mysql", Idiom.MOMENT, "DATETIME holds UTC")
                        .allowingOn("mysql", Idiom.INDEX_OF_FOREIGN_KEY, "InnoDB makes it"));
    }
}
// end

package dev.fk.examples.readme;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.core.rule.RuleDefinition.foreignKeys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.rule.Freeze;
import dev.fk.core.rule.Rules;
import dev.fk.examples.seed000.ChatModels;
import dev.fk.junit.WithSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

// snippet
@WithSchema(ChatModels.class)
class RulesTest {
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
        assertThat(schema()).obeysAll(Freeze.frozen(Rules.recommended(), Path.of("src/test/resources/frozen.txt")));
    }
}
// end

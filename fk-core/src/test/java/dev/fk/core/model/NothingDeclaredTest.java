package dev.fk.core.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A null where something is declared: which call it was is said, and where, not found out from a stack trace of fk. */
class NothingDeclaredTest {
    @ParameterizedTest
    @ValueSource(strings = {"onDelete", "onUpdate", "deferrable", "constraintName"})
    void is_refused_where_it_stands(String call) {
        assertThatThrownBy(() -> Models.define(models -> {
                    Model user = models.model("User");
                    models.model("Post").belongsTo(user, withNull(call));
                }))
                .isInstanceOf(NullPointerException.class)
                .hasMessageMatching(
                        call + "\\(null\\) at NothingDeclaredTest\\.java:\\d+ says nothing\\. Give it a value, or"
                                + " leave the call out for the default\\.");
    }

    @SuppressWarnings("NullAway") // what code that NullAway does not see can do
    private static Consumer<BelongsToSpec> withNull(String call) {
        return switch (call) {
            case "onDelete" -> a -> a.onDelete(null);
            case "onUpdate" -> a -> a.onUpdate(null);
            case "deferrable" -> a -> a.deferrable(null);
            default -> a -> a.constraintName(null);
        };
    }
}

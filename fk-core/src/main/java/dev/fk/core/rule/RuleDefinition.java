package dev.fk.core.rule;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where rules of one's own begin:
 *
 * <pre>{@code
 * foreignKeys().that().reference("participant").should().cascadeOnDelete().because("a participant takes its chats along")
 * }</pre>
 *
 * The words are the same for what is chosen and for what is demanded; a {@link Trait} says what they have no words for. All
 * of it is immutable, so that parts can be kept and used again.
 */
@API(status = Status.EXPERIMENTAL)
public final class RuleDefinition {
    private RuleDefinition() {}

    public static Tables tables() {
        return Tables.all();
    }

    public static ForeignKeys foreignKeys() {
        return ForeignKeys.all();
    }

    public static Columns columns() {
        return Columns.all();
    }

    /** Indexes that are no keys. */
    public static Indexes indexes() {
        return Indexes.all();
    }
}

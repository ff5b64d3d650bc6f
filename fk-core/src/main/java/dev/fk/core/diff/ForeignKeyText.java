package dev.fk.core.diff;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The notation in which messages show foreign keys, the same for what is wanted and for what is there. */
@API(status = Status.EXPERIMENTAL)
public final class ForeignKeyText {
    private ForeignKeyText() {}

    /** {@code (participantNo) REFERENCES participant (no) ON DELETE CASCADE}; clauses that are the default are left out. */
    public static String of(ForeignKey key) {
        return key.key() + clauses(key);
    }

    /** What follows the referenced columns, with a blank before each clause. */
    public static String clauses(ForeignKey key) {
        StringBuilder text = new StringBuilder();
        if (key.match() != MatchType.SIMPLE) {
            text.append(" MATCH ").append(key.match());
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            text.append(" ON DELETE ").append(key.onDelete());
        }
        if (!key.onDeleteColumns().isEmpty()) {
            text.append(" (").append(String.join(", ", key.onDeleteColumns())).append(')');
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            text.append(" ON UPDATE ").append(key.onUpdate());
        }
        if (key.deferrability() != Deferrability.NOT_DEFERRABLE) {
            text.append(' ').append(key.deferrability().sql());
        }
        if (key.enforcement() != Enforcement.ENFORCED) {
            text.append(key.enforcement() == Enforcement.NOT_VALID ? " NOT VALID" : " NOT ENFORCED");
        }
        if (key.isSwitchedOff()) {
            text.append(", its triggers disabled");
        }
        return text.toString();
    }
}

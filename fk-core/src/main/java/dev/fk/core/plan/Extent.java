package dev.fk.core.plan;

import dev.fk.core.dialect.Past;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Table;

/** Which rows a change of a table meets. */
enum Extent {
    /** Those of tables that inherit from it as well. */
    WITH_HEIRS,
    /** Its own. */
    ALONE,
    /** Those of heirs as well, and those that it remembers. */
    WITH_PAST;

    /** What stands behind FROM. */
    String of(Table table, RowRules rules) {
        return switch (this) {
            case WITH_HEIRS -> rules.quote(table.name());
            case ALONE -> rules.alone(table);
            case WITH_PAST -> rules.past(table).map(Past::from).orElseGet(() -> rules.quote(table.name()));
        };
    }
}

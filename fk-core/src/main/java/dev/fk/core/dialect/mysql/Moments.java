package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;

/** Columns that are set to the moment: what sets them has as many digits of a second as they have. */
final class Moments {
    private Moments() {}

    /** MySQL 9.7.4 takes no {@code DATETIME DEFAULT CURRENT_TIMESTAMP(3)} (1067), nor one ON UPDATE (1294). */
    static Column retyped(Column there, DataType type) {
        Column retyped = there.withType(type);
        if (!Defaults.isMoment(type)) {
            return retyped;
        }
        String now = Defaults.nowOf(type);
        Column updated = there.options().has(CanonicalColumn.ON_UPDATE)
                ? retyped.withOptions(there.options().with(CanonicalColumn.ON_UPDATE, now))
                : retyped;
        boolean given = there.generation() instanceof Generation.Default value
                && Defaults.now(value.expression().sql()).isPresent();
        return given ? updated.withGeneration(Generation.defaultTo(now)) : updated;
    }
}

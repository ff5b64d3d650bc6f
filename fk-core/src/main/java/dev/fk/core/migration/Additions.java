package dev.fk.core.migration;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;

/** Adds constraints to table values. */
final class Additions {
    private Additions() {}

    static Table with(Table table, Constraint constraint) {
        Schema alone = Schema.of(table);
        return Patch.apply(alone, constraint.accept(new AddOf(table.name())))
                .table(table.name())
                .orElseThrow();
    }
}

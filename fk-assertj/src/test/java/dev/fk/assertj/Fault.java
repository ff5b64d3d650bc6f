package dev.fk.assertj;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.QualifiedName;
import java.util.List;

/**
 * One thing that somebody changed in a database behind everybody's back.
 *
 * @param kind what was changed, the same for all faults that differ in the place alone
 * @param table where
 * @param changes usually one; two where a server has no single statement for it
 */
record Fault(String kind, QualifiedName table, List<Change> changes) {
    Fault {
        changes = List.copyOf(changes);
    }

    static Fault of(String kind, QualifiedName table, Change... changes) {
        return new Fault(kind, table, List.of(changes));
    }

    ChangeSet plant() {
        return new ChangeSet(changes);
    }

    @Override
    public String toString() {
        return kind + ": "
                + String.join("; ", changes.stream().map(Change::describe).toList());
    }
}

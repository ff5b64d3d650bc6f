package dev.fk.core.diff;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is nothing to do, which is the usual case and found without matching anything: a schema differs from
 * itself in the order of things and in names that only the server chose. Says no where it cannot tell.
 */
final class Sameness {
    private Sameness() {}

    static boolean of(Schema there, Schema wanted) {
        if (there.tables().size() != wanted.tables().size() || !there.enums().equals(wanted.enums())) {
            return false;
        }
        Iterator<Table> inOrder = there.tables().values().iterator();
        return wanted.tables().values().stream().allMatch(t -> of(inOrder.next(), t));
    }

    private static boolean of(Table there, Table wanted) {
        return there.name().equals(wanted.name())
                && there.options().equals(wanted.options())
                && there.comment().equals(wanted.comment())
                && columns(there, wanted)
                && constraints(
                        there.primaryKey().stream().toList(),
                        wanted.primaryKey().stream().toList())
                && constraints(there.uniqueKeys(), wanted.uniqueKeys())
                && constraints(there.foreignKeys(), wanted.foreignKeys())
                && constraints(there.indexes(), wanted.indexes())
                && constraints(there.checks(), wanted.checks())
                && constraints(there.exclusions(), wanted.exclusions());
    }

    /** A table that is there has no name twice, what is wanted may. */
    private static boolean columns(Table there, Table wanted) {
        return there.columns().equals(wanted.columns())
                || (there.columns().size() == wanted.columns().size()
                        && there.columns().stream()
                                .allMatch(c -> wanted.column(c.name()).equals(Optional.of(c))));
    }

    private static boolean constraints(List<? extends Constraint> there, List<? extends Constraint> wanted) {
        if (there.size() != wanted.size()) {
            return false;
        }
        List<Constraint> left = new ArrayList<>(there);
        for (Constraint constraint : wanted) {
            if (!take(constraint, left)) {
                return false;
            }
        }
        return true;
    }

    private static boolean take(Constraint wanted, List<Constraint> left) {
        for (int i = 0; i < left.size(); i++) {
            Constraint there = left.get(i);
            boolean same =
                    there.equals(wanted) || (wanted.name().isEmpty() && there.equals(wanted.withName(there.name())));
            if (same) {
                left.remove(i);
                return true;
            }
        }
        return false;
    }
}

package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.migration.ConstraintSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong about a foreign key, said in raw SQL.
 *
 * @param given what has to be there beside {@code parent} and {@code child}
 * @param statement what a server refuses
 * @param cause what has to be stated first
 * @param spec the same foreign key as a call of QueryInterface on {@code child}, where it can be said in one
 * @param limited whether a user runs it who owns {@code child} but may not reference {@code parent}
 * @param mendable whether statements are proposed that make it succeed
 */
record Mistake(
        String name,
        List<String> given,
        String statement,
        Cause cause,
        Optional<ConstraintSpec> spec,
        boolean limited,
        boolean mendable) {
    static Mistake of(String name, Cause cause, String statement) {
        return new Mistake(name, List.of(), statement, cause, Optional.empty(), false, true);
    }

    Mistake given(String... statements) {
        List<String> more = new ArrayList<>(given);
        more.addAll(List.of(statements));
        return new Mistake(name, more, statement, cause, spec, limited, mendable);
    }

    Mistake planned(ConstraintSpec constraint) {
        return new Mistake(name, given, statement, cause, Optional.of(constraint), limited, mendable);
    }

    Mistake byLimitedUser() {
        return new Mistake(name, given, statement, cause, spec, true, mendable);
    }

    /** Where only people can say what is right, nothing is proposed. */
    Mistake withoutFix() {
        return new Mistake(name, given, statement, cause, spec, limited, false);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that is true of a table, column, foreign key or index, or is not: what rules choose by, and what they demand.
 *
 * @param description in the plural, so that it reads well after {@code that} and after {@code should}: {@code cascade on
 *     delete}
 * @param holds whether it is true
 * @param instead what is so where it is not, without a full stop: {@code says ON DELETE SET NULL}; may be empty
 * @param fixes the changes that would make it true, best first
 */
@API(status = Status.EXPERIMENTAL)
public record Trait<T>(
        String description,
        Predicate<Member<T>> holds,
        Function<Member<T>, String> instead,
        Function<Member<T>, List<List<Change>>> fixes) {

    public static <T> Trait<T> of(String description, Predicate<Member<T>> holds) {
        return new Trait<>(description, holds, m -> "", m -> List.of());
    }

    /** Says what is so where it does not hold. */
    public Trait<T> instead(Function<Member<T>, String> text) {
        return new Trait<>(description, holds, text, fixes);
    }

    /** Says what would make it hold. */
    public Trait<T> fixedBy(Function<Member<T>, List<Change>> changes) {
        return new Trait<>(description, holds, instead, m -> List.of(changes.apply(m)));
    }

    /** Another description. */
    public Trait<T> as(String other) {
        return new Trait<>(other, holds, instead, fixes);
    }

    /** Both. */
    public Trait<T> and(Trait<T> other) {
        return new Trait<>(
                description + " and " + other.description,
                holds.and(other.holds),
                m -> (holds.test(m) ? other : this).instead.apply(m),
                m -> (holds.test(m) ? other : this).fixes.apply(m));
    }

    /** One of the two, or both. */
    public Trait<T> or(Trait<T> other) {
        return new Trait<>(description + " or " + other.description, holds.or(other.holds), instead, m -> List.of());
    }

    /** Not this. */
    public Trait<T> negated() {
        return new Trait<>("not " + description, holds.negate(), m -> "", m -> List.of());
    }

    /** What is wrong with a member that should have this trait. */
    Optional<Violation> violation(Member<T> member, Subject subject) {
        if (holds.test(member)) {
            return Optional.empty();
        }
        String actual = instead.apply(member);
        Violation violation =
                Violation.of(subject, subject + " should " + description + (actual.isEmpty() ? "" : ", but " + actual));
        for (List<Change> fix : fixes.apply(member)) {
            violation = violation.fixedBy(fix.toArray(Change[]::new));
        }
        return Optional.of(violation);
    }
}

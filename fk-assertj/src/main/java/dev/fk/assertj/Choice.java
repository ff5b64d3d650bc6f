package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.error.Failure;
import dev.fk.core.schema.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys, checks or indexes that fit what a chain has asserted so far: usually one, never none.
 *
 * @param opening how an assertion about them is opened
 */
record Choice<T extends Constraint, A extends AbstractSchemaAssert<A, T>>(
        List<T> candidates, TableAssert origin, TableView view, Reporting reporting, Opening<T, A> opening) {
    /**
     * An assertion and its constructor.
     *
     * @param idle why these have no effect, if none of them has
     */
    record Opening<T extends Constraint, A extends AbstractSchemaAssert<A, T>>(
            Class<A> type, Function<Choice<T, A>, A> constructor, Function<List<T>, Optional<Failure>> idle) {}

    Choice {
        candidates = List.copyOf(candidates);
    }

    T value() {
        return candidates.get(0);
    }

    @SuppressWarnings("unchecked") // a class literal has no type arguments
    A open() {
        Class<Choice<T, A>> self = (Class<Choice<T, A>>) (Class<?>) Choice.class;
        return reporting.open(opening.type(), self, this, opening.constructor());
    }

    /** Of several, those are meant that fit. */
    A narrow(A from, Function<T, Optional<Failure>> step) {
        if (candidates.size() == 1) {
            return from.verify(step.apply(value()));
        }
        List<T> left = candidates.stream().filter(c -> step.apply(c).isEmpty()).toList();
        if (left.isEmpty()) {
            return from.verify(step.apply(value()).map(failure -> failure.amongSeveral(candidates)));
        }
        from.verify(opening.idle().apply(left));
        return from.informed(new Choice<>(left, origin, view, reporting, opening).open());
    }
}

package dev.fk.assertj;

import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.SchemaRepresentation;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.WritableAssertionInfo;
import org.jspecify.annotations.Nullable;

/** What all assertions of this package do with a failure: print it in their notation, with both sides for the IDE. */
abstract class AbstractSchemaAssert<SELF extends AbstractSchemaAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractObjectAssert<SELF, ACTUAL> {
    private final Object database;
    private final Class<?> self;

    /** @param database what the last line of every failure names */
    AbstractSchemaAssert(@Nullable ACTUAL actual, Class<SELF> self, Object database) {
        super(actual, self);
        this.database = database;
        this.self = self;
        info.useRepresentation(new SchemaRepresentation(info.representation()));
    }

    final SELF verify(Optional<Failure> failure) {
        failure.map(this::error).ifPresent(error -> {
            throw error;
        });
        return myself;
    }

    final AssertionError error(Failure failure) {
        Failure whole = failure.in(database);
        AssertionError error = failureWithActualExpected(
                whole.actual(info.representation()),
                whole.expected(info.representation()),
                "%s%s",
                isCollected() ? "\n" : "",
                whole.text(info.representation()));
        error.setStackTrace(withoutJdkAbove(error.getStackTrace()));
        return error;
    }

    /** Soft assertions are subclasses, and AssertJ begins a new line for a failure only if it has a description. */
    private boolean isCollected() {
        return getClass() != self && !info.hasDescription();
    }

    /** AssertJ takes its own lines and these out of the trace, and leaves those of the JDK that had been between them. */
    private static StackTraceElement[] withoutJdkAbove(StackTraceElement[] trace) {
        int first = 0;
        while (first < trace.length && trace[first].getClassName().startsWith("java.")) {
            first++;
        }
        return first == trace.length ? trace : Arrays.copyOfRange(trace, first, trace.length);
    }

    /** Description, overriding message and representation go along with every step of a chain. */
    final <A extends AbstractAssert<?, ?>> A informed(A next) {
        WritableAssertionInfo other = next.getWritableAssertionInfo();
        other.description(info.description());
        other.overridingErrorMessage(info.overridingErrorMessage());
        other.useRepresentation(info.representation());
        return next;
    }
}

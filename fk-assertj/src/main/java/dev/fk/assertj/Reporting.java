package dev.fk.assertj;

import java.util.function.Function;
import org.assertj.core.api.Assert;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Whether a failure ends the chain or is collected. AssertJ's soft proxies collect what an assertion throws and then hand
 * back the assert it was called on; a step from a table to one of its parts has nothing to hand back, and the part it
 * found would not be soft. So these steps ask here.
 */
interface Reporting {
    /** Makes an assert that reports here. */
    <A extends Assert<? extends A, ?>, S> A open(
            Class<A> type, Class<S> subjectType, S subject, Function<S, A> constructor);

    /** Takes the failure of a step that leads to another assert; returns where that assert reports to. */
    Reporting failed(AssertionError error);

    /** Failures are thrown. */
    static Reporting throwing() {
        return Throwing.INSTANCE;
    }

    /** Failures are collected. */
    static Reporting collecting(SoftAssertionsProvider softly) {
        return new Collecting(softly);
    }

    /** The default of AssertJ. */
    enum Throwing implements Reporting {
        INSTANCE;

        @Override
        public <A extends Assert<? extends A, ?>, S> A open(
                Class<A> type, Class<S> subjectType, S subject, Function<S, A> constructor) {
            return constructor.apply(subject);
        }

        @Override
        public Reporting failed(AssertionError error) {
            throw error;
        }
    }

    /** Soft assertions. */
    record Collecting(SoftAssertionsProvider softly) implements Reporting {
        @Override
        @SuppressWarnings("unchecked") // AssertJ looks for the constructor by this class and asks no more of it
        public <A extends Assert<? extends A, ?>, S> A open(
                Class<A> type, Class<S> subjectType, S subject, Function<S, A> constructor) {
            return softly.<A, Object>proxy(type, (Class<Object>) (Class<?>) subjectType, subject);
        }

        /** One failure is enough: what follows on the part that is not there goes to a collector nobody reads. */
        @Override
        public Reporting failed(AssertionError error) {
            softly.collectAssertionError(error);
            return new Collecting(new SchemaSoftAssertions());
        }
    }
}

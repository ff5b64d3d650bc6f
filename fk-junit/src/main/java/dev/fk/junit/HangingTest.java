package dev.fk.junit;

import dev.fk.junit.report.Hang;
import java.util.stream.Stream;

/** Stands under a test's failure and says which statements did not get on, and why. Is never thrown. */
final class HangingTest extends Exception {
    private static final long serialVersionUID = 1L;

    private HangingTest(String text) {
        super(text, null, false, false);
    }

    static void explain(Throwable failure, Hang hang, Class<?> testClass) {
        if (!hang.isNone() && Stream.of(failure.getSuppressed()).noneMatch(HangingTest.class::isInstance)) {
            failure.addSuppressed(new HangingTest(hang.text(testClass.getPackageName())));
        }
    }
}

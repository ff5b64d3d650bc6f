package dev.fk.junit;

import dev.fk.junit.report.Hang;

/** Stands under a test's failure and says which statements did not get on, and why. Is never thrown. */
final class HangingTest extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param name which of several databases; empty for the one without a name */
    HangingTest(String name, Hang hang, Class<?> testClass) {
        super(
                hang.text(
                        (name.isEmpty() ? "the database" : "the database '" + name + "'") + " of this test",
                        testClass.getPackageName()),
                null,
                false,
                false);
    }
}

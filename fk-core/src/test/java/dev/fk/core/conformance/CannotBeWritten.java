package dev.fk.core.conformance;

/** A case says something that our API has no words for, on purpose: types rule the mistake out. */
final class CannotBeWritten extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CannotBeWritten(String what) {
        super("Cannot be written: " + what);
    }
}

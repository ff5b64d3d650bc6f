package dev.fk.junit.report;

/** Remembers the stack of whoever makes it; is never thrown. Costs less than asking for the stack, until it is read. */
final class Place extends Exception {
    private static final long serialVersionUID = 1L;
}

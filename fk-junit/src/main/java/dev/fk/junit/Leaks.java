package dev.fk.junit;

/** What becomes of connections that a test leaves open, beside that they are closed. */
enum Leaks {
    REPORT,
    FAIL,
    IGNORE
}

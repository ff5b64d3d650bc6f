package dev.fk.core.diagram;

/** What becomes of a part of a schema. */
enum Mark {
    SAME,
    ADDED,
    DROPPED,
    CHANGED;

    /** Before a text, or on its own. */
    String before(String text) {
        return this == SAME ? text : text.isEmpty() ? name() : name() + " " + text;
    }
}

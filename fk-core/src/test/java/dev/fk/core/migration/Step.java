package dev.fk.core.migration;

import java.util.function.Consumer;

/** A migration of a test, in two words. */
record Step(String id, Consumer<QueryInterface> calls) implements Migration {
    @Override
    public void up(QueryInterface q) {
        calls.accept(q);
    }
}

package dev.fk.core.model;

import dev.fk.core.schema.Generation;

/** A default, for messages. */
enum GenerationText implements Generation.Visitor<String> {
    INSTANCE;

    static String of(Generation generation) {
        return generation.accept(INSTANCE);
    }

    @Override
    public String none() {
        return "none";
    }

    @Override
    public String defaultTo(Generation.Default generation) {
        return generation.expression().sql();
    }

    @Override
    public String autoIncrement() {
        return "a number that counts up";
    }

    @Override
    public String identity(Generation.Identity generation) {
        return "a number that counts up";
    }

    @Override
    public String computed(Generation.Computed generation) {
        return "computed from " + generation.expression().sql();
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;

/** Where the values of one column come from, as PostgreSQL would report it. */
final class CanonicalGeneration implements Generation.Visitor<Generation> {
    private final DataType type;
    private final PostgreSqlCanonicalizer.Enums enums;

    CanonicalGeneration(DataType type, PostgreSqlCanonicalizer.Enums enums) {
        this.type = type;
        this.enums = enums;
    }

    @Override
    public Generation none() {
        return Generation.none();
    }

    /** Of named types only enums are known; how a domain's literal is written depends on the type under it. */
    @Override
    public Generation defaultTo(Generation.Default generation) {
        boolean unknown = type instanceof DataType.Named named && !enums.contains(named.name());
        return unknown ? new Generation.Default(generation.expression()) : CanonicalDefault.of(generation, type);
    }

    @Override
    public Generation autoIncrement() {
        return Generation.autoIncrement();
    }

    @Override
    public Generation identity(Generation.Identity generation) {
        Options known = generation.sequence();
        for (String key : generation.sequence().values().keySet()) {
            known = Keys.OF_SEQUENCE.contains(key) ? known : known.without(key);
        }
        return new Generation.Identity(generation.mode(), known);
    }

    @Override
    public Generation computed(Generation.Computed generation) {
        return new Generation.Computed(CanonicalTable.expression(generation.expression()), generation.storage());
    }
}

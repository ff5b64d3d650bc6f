package dev.fk.core.parity;

import dev.fk.core.schema.Generation;
import java.util.Locale;
import java.util.SortedMap;

/** Where the values of a column come from, as facts about it. */
record NeutralGeneration(SortedMap<String, String> facts) implements Generation.Visitor<SortedMap<String, String>> {
    private static final String COUNTED = "counted";

    @Override
    public SortedMap<String, String> none() {
        return facts;
    }

    @Override
    public SortedMap<String, String> defaultTo(Generation.Default generation) {
        facts.put("default", NeutralSql.of(generation.expression().sql()));
        return facts;
    }

    @Override
    public SortedMap<String, String> autoIncrement() {
        facts.put(COUNTED, "by the server");
        return facts;
    }

    @Override
    public SortedMap<String, String> identity(Generation.Identity generation) {
        facts.put(
                COUNTED,
                "as identity, "
                        + generation.mode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return facts;
    }

    @Override
    public SortedMap<String, String> computed(Generation.Computed generation) {
        facts.put("computed", NeutralSql.of(generation.expression().sql()));
        facts.put("stored", generation.storage() == Generation.Computed.Storage.STORED ? "yes" : "no");
        return facts;
    }
}

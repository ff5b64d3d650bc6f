package dev.fk.junit;

import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.ServerRequest;
import java.util.List;

/** What holds for one test: annotations and configuration, resolved. */
record SchemaConfig(
        List<Class<?>> sources,
        SyncMode sync,
        Isolation isolation,
        Keep keep,
        WhenUnavailable whenUnavailable,
        boolean showSql,
        ServerRequest server) {
    SchemaConfig {
        sources = List.copyOf(sources);
    }

    /** @param closestFirst at least one annotation */
    static SchemaConfig of(List<WithSchema> closestFirst, Configuration configuration) {
        return new SchemaConfig(
                closestFirst.stream()
                        .map(WithSchema::value)
                        .filter(v -> v.length > 0)
                        .findFirst()
                        .map(List::of)
                        .orElse(List.of()),
                closestFirst.stream()
                        .map(WithSchema::sync)
                        .filter(s -> s.length > 0)
                        .findFirst()
                        .map(SchemaConfig::single)
                        .orElseGet(() -> configuration.choice(Setting.SYNC, SyncMode.class)),
                closestFirst.stream()
                        .map(WithSchema::isolation)
                        .filter(i -> i != Isolation.DEFAULT)
                        .findFirst()
                        .orElseGet(() -> configuration.choice(Setting.ISOLATION, Isolation.class)),
                closestFirst.stream()
                        .map(WithSchema::keep)
                        .filter(k -> k != Keep.DEFAULT)
                        .findFirst()
                        .orElseGet(() -> configuration.choice(Setting.KEEP, Keep.class)),
                closestFirst.stream()
                        .map(WithSchema::whenUnavailable)
                        .filter(w -> w != WhenUnavailable.DEFAULT)
                        .findFirst()
                        .orElseGet(() -> configuration.choice(Setting.WHEN_UNAVAILABLE, WhenUnavailable.class)),
                configuration.isTrue(Setting.SHOW_SQL),
                configuration.request(closestFirst.stream()
                        .map(WithSchema::dialect)
                        .filter(d -> !d.isEmpty())
                        .findFirst()
                        .orElseGet(() -> configuration.text(Setting.DIALECT))));
    }

    private static SyncMode single(SyncMode[] modes) {
        if (modes.length > 1) {
            throw new IllegalArgumentException("@WithSchema(sync = …) names " + modes.length + " modes: "
                    + List.of(modes) + ". A schema is synchronised in one way; name one.");
        }
        return modes[0];
    }
}

package dev.fk.junit;

import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What holds for one test: annotations and configuration, resolved. */
record SchemaConfig(
        DeclaredSources sources,
        SyncMode sync,
        Isolation isolation,
        Keep keep,
        WhenUnavailable whenUnavailable,
        boolean showSql,
        ServerRequest server) {
    /**
     * @param closestFirst at least one annotation
     * @param matrix the dialect that this run of the class is for, if it runs on several
     */
    static SchemaConfig of(List<WithSchema> closestFirst, Configuration configuration, Optional<String> matrix) {
        return new SchemaConfig(
                DeclaredSources.of(closestFirst),
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
                server(closestFirst, configuration, matrix));
    }

    private static ServerRequest server(
            List<WithSchema> closestFirst, Configuration configuration, Optional<String> matrix) {
        Optional<String> dialect = named(closestFirst, WithSchema::dialect);
        Optional<String> image = named(closestFirst, WithSchema::image);
        if (matrix.isPresent() && (dialect.isPresent() || image.isPresent())) {
            throw new IllegalArgumentException("@WithSchema names "
                    + dialect.map(d -> "the dialect " + d).orElseGet(() -> "the image " + image.orElse(""))
                    + ", but @OnEachDialect runs the class on one after the other. Remove one of the two; images are"
                    + " configured as fk.<dialect>.image.");
        }
        String kind = matrix.or(() -> dialect).orElseGet(() -> configuration.text(Setting.DIALECT));
        return image.map(i -> configuration.request(kind, i)).orElseGet(() -> configuration.request(kind));
    }

    private static Optional<String> named(List<WithSchema> closestFirst, Function<WithSchema, String> attribute) {
        return closestFirst.stream().map(attribute).filter(s -> !s.isEmpty()).findFirst();
    }

    private static SyncMode single(SyncMode[] modes) {
        if (modes.length > 1) {
            throw new IllegalArgumentException("@WithSchema(sync = …) names " + modes.length + " modes: "
                    + List.of(modes) + ". A schema is synchronised in one way; name one.");
        }
        return modes[0];
    }
}

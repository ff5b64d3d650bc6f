package dev.fk.junit;

import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.ServerRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Reporting reporting,
        ServerRequest server) {
    /**
     * @param closestFirst at least one, all of one name
     * @param matrix the dialect that this run of the class is for, if it runs on several
     */
    static SchemaConfig of(List<Declared> closestFirst, Configuration configuration, Optional<String> matrix) {
        return new SchemaConfig(
                DeclaredSources.merged(
                        closestFirst.stream().map(Declared::sources).toList()),
                closest(closestFirst, Declared::sync)
                        .orElseGet(() -> configuration.choice(Setting.SYNC, SyncMode.class)),
                closest(closestFirst, Declared::isolation)
                        .orElseGet(() -> configuration.choice(Setting.ISOLATION, Isolation.class)),
                closest(closestFirst, Declared::keep).orElseGet(() -> configuration.choice(Setting.KEEP, Keep.class)),
                closest(closestFirst, Declared::whenUnavailable)
                        .orElseGet(() -> configuration.choice(Setting.WHEN_UNAVAILABLE, WhenUnavailable.class)),
                configuration.isTrue(Setting.SHOW_SQL),
                Reporting.of(configuration, declared(closestFirst, configuration, matrix)),
                server(closestFirst, configuration, matrix));
    }

    /** What the test says itself of what could be configured as well. */
    private static Map<Setting, String> declared(
            List<Declared> closestFirst, Configuration configuration, Optional<String> matrix) {
        Map<Setting, String> declared = new EnumMap<>(Setting.class);
        closest(closestFirst, Declared::sync).ifPresent(s -> declared.put(Setting.SYNC, Configuration.word(s)));
        closest(closestFirst, Declared::isolation)
                .ifPresent(i -> declared.put(Setting.ISOLATION, Configuration.word(i)));
        closest(closestFirst, Declared::keep).ifPresent(k -> declared.put(Setting.KEEP, Configuration.word(k)));
        closest(closestFirst, Declared::whenUnavailable)
                .ifPresent(w -> declared.put(Setting.WHEN_UNAVAILABLE, Configuration.word(w)));
        closest(closestFirst, Declared::dialect).or(() -> matrix).ifPresent(d -> declared.put(Setting.DIALECT, d));
        String dialect = dialect(closestFirst, configuration, matrix);
        closest(closestFirst, Declared::image)
                .ifPresent(image -> Setting.of("fk." + dialect + ".image").ifPresent(s -> declared.put(s, image)));
        return declared;
    }

    private static ServerRequest server(
            List<Declared> closestFirst, Configuration configuration, Optional<String> matrix) {
        Optional<String> dialect = closest(closestFirst, Declared::dialect);
        Optional<String> image = closest(closestFirst, Declared::image);
        boolean named = !closestFirst.get(0).name().isEmpty();
        if (!named && matrix.isPresent() && (dialect.isPresent() || image.isPresent())) {
            throw new IllegalArgumentException("@WithSchema names "
                    + dialect.map(d -> "the dialect " + d).orElseGet(() -> "the image " + image.orElse(""))
                    + ", but @OnEachDialect runs the class on one after the other. Remove one of the two; images are"
                    + " configured as fk.<dialect>.image.");
        }
        String kind = dialect(closestFirst, configuration, matrix);
        return image.map(i -> configuration.request(kind, i)).orElseGet(() -> configuration.request(kind));
    }

    /** A database with a name may stay on its server while the one without goes from one to the next. */
    private static String dialect(List<Declared> closestFirst, Configuration configuration, Optional<String> matrix) {
        return closest(closestFirst, Declared::dialect)
                .or(() -> matrix)
                .orElseGet(() -> configuration.text(Setting.DIALECT));
    }

    private static <T> Optional<T> closest(List<Declared> closestFirst, Function<Declared, Optional<T>> attribute) {
        return closestFirst.stream().map(attribute).flatMap(Optional::stream).findFirst();
    }
}

package dev.fk.junit;

import dev.fk.core.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources that are declared for a database, as they are written there.
 *
 * @param given sources that are objects already, as only code can have them
 */
record DeclaredSources(
        List<Class<?>> types,
        List<SchemaSource> given,
        List<String> flyway,
        List<String> liquibase,
        List<String> scripts) {
    DeclaredSources {
        types = List.copyOf(types);
        given = List.copyOf(given);
        flyway = List.copyOf(flyway);
        liquibase = List.copyOf(liquibase);
        scripts = List.copyOf(scripts);
    }

    static DeclaredSources none() {
        return new DeclaredSources(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static DeclaredSources of(WithSchema annotation) {
        return new DeclaredSources(
                List.of(annotation.value()),
                List.of(),
                List.of(annotation.flyway()),
                List.of(annotation.liquibase()),
                List.of(annotation.scripts()));
    }

    /** Each kind from the closest that names any of it; classes and objects are one kind. */
    static DeclaredSources merged(List<DeclaredSources> closestFirst) {
        DeclaredSources models = closestFirst.stream()
                .filter(s -> !s.types.isEmpty() || !s.given.isEmpty())
                .findFirst()
                .orElseGet(DeclaredSources::none);
        return new DeclaredSources(
                models.types,
                models.given,
                closest(closestFirst, DeclaredSources::flyway),
                closest(closestFirst, DeclaredSources::liquibase),
                closest(closestFirst, DeclaredSources::scripts));
    }

    private static List<String> closest(
            List<DeclaredSources> closestFirst, Function<DeclaredSources, List<String>> kind) {
        return closestFirst.stream()
                .map(kind)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    DeclaredSources and(DeclaredSources more) {
        return new DeclaredSources(
                both(types, more.types),
                both(given, more.given),
                both(flyway, more.flyway),
                both(liquibase, more.liquibase),
                both(scripts, more.scripts));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** In the order in which they run. */
    @Override
    public String toString() {
        String all = Stream.of(
                        flyway.stream(),
                        liquibase.stream(),
                        types.stream().map(Class::getSimpleName),
                        given.stream().map(s -> s.getClass().getSimpleName()),
                        scripts.stream())
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "@WithSchema without sources" : all;
    }
}

package dev.fk.junit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that annotations name, as they are written there. */
record DeclaredSources(List<Class<?>> types, List<String> flyway, List<String> liquibase, List<String> scripts) {
    DeclaredSources {
        types = List.copyOf(types);
        flyway = List.copyOf(flyway);
        liquibase = List.copyOf(liquibase);
        scripts = List.copyOf(scripts);
    }

    /** Each kind from the closest annotation that names any of it. */
    static DeclaredSources of(List<WithSchema> closestFirst) {
        return new DeclaredSources(
                closest(closestFirst, WithSchema::value),
                closest(closestFirst, WithSchema::flyway),
                closest(closestFirst, WithSchema::liquibase),
                closest(closestFirst, WithSchema::scripts));
    }

    private static <T> List<T> closest(List<WithSchema> annotations, Function<WithSchema, T[]> attribute) {
        return annotations.stream()
                .map(attribute)
                .filter(values -> values.length > 0)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    /** In the order in which they run. */
    @Override
    public String toString() {
        String all = Stream.of(
                        flyway.stream(), liquibase.stream(), types.stream().map(Class::getSimpleName), scripts.stream())
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "@WithSchema without sources" : all;
    }
}

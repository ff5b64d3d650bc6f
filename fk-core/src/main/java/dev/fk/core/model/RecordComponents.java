package dev.fk.core.model;

import dev.fk.core.classfile.HiddenAnnotations;
import dev.fk.core.model.annotation.Nullable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Java says of a component. */
final class RecordComponents {
    private static final String NULLABLE = Nullable.class.getSimpleName();

    private RecordComponents() {}

    /** Messages point at a component by its name, because Java does not keep its line. */
    static DeclarationSite site(RecordComponent component) {
        return new DeclarationSite(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
    }

    /**
     * By {@code Optional} or by any annotation called {@code Nullable}, on the component or, as JSpecify's, on its type; also by
     * one that is not there at run time, as JetBrains' and what Kotlin makes of {@code String?}.
     */
    static boolean isNullable(RecordComponent component) {
        Stream<Annotation> annotations = Stream.concat(
                Stream.of(component.getAnnotations()),
                Stream.of(component.getAnnotatedType().getAnnotations()));
        return component.getType() == Optional.class
                || isPresent(component, Nullable.class)
                || annotations.anyMatch(a -> a.annotationType().getSimpleName().equals(NULLABLE))
                || HiddenAnnotations.ofFields(component.getDeclaringRecord())
                        .getOrDefault(component.getName(), Set.of())
                        .contains(NULLABLE);
    }

    /** The type of one value, where a list or an {@code Optional} holds records. */
    static Class<?> recordType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments().length == 1
                ? raw(generic.getActualTypeArguments()[0])
                : component.getType();
    }

    /** The type of a column's value; a list is none. */
    static Class<?> columnType(RecordComponent component) {
        return component.getType() == Optional.class ? recordType(component) : component.getType();
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    static <A extends Annotation> Optional<A> annotation(RecordComponent component, Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type))
                .or(() -> parameter(component).flatMap(p -> Optional.ofNullable(p.getAnnotation(type))));
    }

    static boolean isPresent(RecordComponent component, Class<? extends Annotation> type) {
        return annotation(component, type).isPresent();
    }

    /** Kotlin (2.2) has no place for annotations of components, and puts them on the parameters of the constructor. */
    private static Optional<Parameter> parameter(RecordComponent component) {
        List<RecordComponent> all = List.of(component.getDeclaringRecord().getRecordComponents());
        Class<?>[] types = all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<String> names = all.stream().map(RecordComponent::getName).toList();
        return Stream.of(component.getDeclaringRecord().getDeclaredConstructors())
                .filter(c -> Arrays.equals(c.getParameterTypes(), types))
                .flatMap(c -> Stream.of(c.getParameters()))
                .skip(names.indexOf(component.getName()))
                .findFirst();
    }
}

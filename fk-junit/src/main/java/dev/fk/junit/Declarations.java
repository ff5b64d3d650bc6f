package dev.fk.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is declared around a place in a test run: by annotations, and by code. */
final class Declarations {
    private static final Namespace NAMESPACE = Namespace.create(Declarations.class);

    private Declarations() {}

    /** A declaration and where it was found. */
    record Found(Declared declared, ExtensionContext context) {}

    private record Annotations(List<WithSchema> all) {}

    /** All around this place, the closest first. */
    static List<Found> around(ExtensionContext place) {
        List<Found> found = new ArrayList<>();
        outwards(place).forEach(context -> {
            byCode(context).forEach(s -> found.add(new Found(s.declared(), context)));
            annotations(context).forEach(a -> found.add(new Found(Declared.of(a), context)));
        });
        return found;
    }

    /** Has a declaration count from this context inwards, unless it counts here already. */
    static void add(SchemaSetup setup, ExtensionContext context) {
        if (outwards(context).anyMatch(c -> byCode(c).contains(setup))) {
            return;
        }
        String name = setup.declared().name();
        if (byCode(context).stream().anyMatch(s -> s.declared().name().equals(name))) {
            throw new ExtensionConfigurationException(
                    twice("SchemaSetup", name, context) + " Name all but one: SchemaSetup.of(…).named(\"audit\").");
        }
        known(context).add(setup);
    }

    /**
     * The declaration by code whose extension does the work for all: the first one of the outermost context with
     * declarations, because what is registered there is called everywhere inside. Empty if an annotation is there too.
     */
    static Optional<SchemaSetup> inCharge(ExtensionContext place) {
        return outwards(place)
                .filter(c -> !byCode(c).isEmpty() || !annotations(c).isEmpty())
                .reduce((closer, farther) -> farther)
                .filter(outermost -> annotations(outermost).isEmpty())
                .map(outermost -> byCode(outermost).get(0));
    }

    /** How many declarations by code count from this very place on; it may become more. */
    static int byCodeAt(ExtensionContext place) {
        return byCode(place).size();
    }

    private static List<SchemaSetup> byCode(ExtensionContext context) {
        return store(context).get(key(context)) == null ? List.of() : known(context);
    }

    @SuppressWarnings("unchecked") // nothing else is under this key
    private static List<SchemaSetup> known(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(key(context), k -> new CopyOnWriteArrayList<SchemaSetup>(), List.class);
    }

    /** The closest first: those of a superclass come last. Looked for once, but asked for at each call into a test. */
    private static List<WithSchema> annotations(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(
                        "annotated at " + context.getUniqueId(), k -> new Annotations(find(context)), Annotations.class)
                .all();
    }

    private static List<WithSchema> find(ExtensionContext context) {
        return context.getElement()
                .map(element -> {
                    List<WithSchema> all =
                            new ArrayList<>(AnnotationSupport.findRepeatableAnnotations(element, WithSchema.class));
                    Collections.reverse(all);
                    List<String> own = Arrays.stream(element.getDeclaredAnnotationsByType(WithSchema.class))
                            .map(WithSchema::name)
                            .toList();
                    own.stream()
                            .filter(name -> Collections.frequency(own, name) > 1)
                            .findFirst()
                            .ifPresent(name -> {
                                throw new ExtensionConfigurationException(twice("@WithSchema", name, context)
                                        + " Name all but one: @WithSchema(name = \"audit\").");
                            });
                    return all;
                })
                .orElse(List.of());
    }

    private static String twice(String what, String name, ExtensionContext context) {
        return "Two " + what + " of " + context.getDisplayName() + " declare "
                + (name.isEmpty() ? "the database without a name." : "a database of the name '" + name + "'.");
    }

    /** Contexts, not enclosing classes: a {@code @Nested} class that a test class inherits runs inside the heir. */
    static Stream<ExtensionContext> outwards(ExtensionContext place) {
        return Stream.iterate(Optional.of(place), Optional::isPresent, at -> at.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** With the context's id, because stores inherit from the stores around them. */
    private static String key(ExtensionContext context) {
        return "declared in " + context.getUniqueId();
    }
}

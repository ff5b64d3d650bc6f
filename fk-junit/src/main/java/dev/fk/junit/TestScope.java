package dev.fk.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations around a place in a test run say.
 *
 * @param undecided whether this place is around the runs of a class on several dialects, so that no server is meant yet
 * @param owner the context that the database begins and ends with; empty in code that runs once for several tests, each
 *     of which has a database of its own
 */
record TestScope(SchemaConfig config, boolean undecided, Optional<ExtensionContext> owner) {
    private static final String RUNS_ONCE =
            "this runs once for several tests, and each of them gets a database of its own"
                    + " (isolation PER_METHOD). Use @BeforeEach and @AfterEach, or let the tests share one:"
                    + " @WithSchema(isolation = Isolation.PER_CLASS).";

    private static final String RUNS_AROUND =
            "this runs once, around all that @OnEachDialect does. Use @BeforeEach and @AfterEach.";

    /** Empty if there is no annotation. */
    static Optional<TestScope> of(ExtensionContext place, Configuration configuration) {
        List<Annotated> closestFirst = annotated(place);
        if (closestFirst.isEmpty()) {
            return Optional.empty();
        }
        Annotated closest = closestFirst.get(0);
        Optional<String> dialect = DialectExtension.dialect(place);
        boolean undecided = dialect.isEmpty() && DialectExtension.isMatrix(outwards(place));
        SchemaConfig config = SchemaConfig.of(
                closestFirst.stream().map(Annotated::annotation).toList(),
                configuration,
                undecided ? Optional.of("") : dialect);
        boolean onMethod = closest.context().getTestMethod().isPresent();
        if (onMethod && closest.annotation().isolation() == Isolation.PER_CLASS) {
            throw new ExtensionConfigurationException("@WithSchema(isolation = PER_CLASS) on the method "
                    + closest.context().getRequiredTestMethod()
                    + " has no meaning: a database for one method is PER_METHOD. Put it on the class, or remove it.");
        }
        boolean perMethod = onMethod
                || config.isolation() == Isolation.PER_METHOD
                || config.isolation() == Isolation.ROLLBACK;
        return Optional.of(
                new TestScope(config, undecided, undecided ? Optional.empty() : owner(place, closest, perMethod)));
    }

    private static Optional<ExtensionContext> owner(ExtensionContext place, Annotated closest, boolean perMethod) {
        return perMethod
                ? outwards(place).filter(c -> c.getTestMethod().isPresent()).findFirst()
                : Optional.of(closest.context());
    }

    /** Why there is no database here, if there is no owner. */
    String whyNone() {
        return undecided ? RUNS_AROUND : RUNS_ONCE;
    }

    private static List<Annotated> annotated(ExtensionContext place) {
        List<Annotated> found = new ArrayList<>();
        outwards(place).forEach(context -> AnnotationSupport.findAnnotation(context.getElement(), WithSchema.class)
                .ifPresent(annotation -> found.add(new Annotated(annotation, context))));
        return found;
    }

    /** Contexts, not enclosing classes: a {@code @Nested} class that a test class inherits runs inside the heir. */
    private static Stream<ExtensionContext> outwards(ExtensionContext place) {
        return Stream.iterate(Optional.of(place), Optional::isPresent, at -> at.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private record Annotated(WithSchema annotation, ExtensionContext context) {}
}

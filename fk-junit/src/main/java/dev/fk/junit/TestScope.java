package dev.fk.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What is declared around a place in a test run about one database.
 *
 * @param name empty for the one that is meant without a name
 * @param undecided whether this place is around the runs of a class on several dialects, so that no server is meant yet
 * @param owner the context that the database begins and ends with; empty in code that runs once for several tests, each
 *     of which has a database of its own
 */
record TestScope(String name, SchemaConfig config, boolean undecided, Optional<ExtensionContext> owner) {
    private static final String RUNS_AROUND =
            "this runs once, around all that @OnEachDialect does. Use @BeforeEach and @AfterEach.";

    private static final Namespace NAMESPACE = Namespace.create(TestScope.class);

    /** @param byCode how many declarations by code there were at the place */
    private record Known(int byCode, List<TestScope> scopes) {}

    /**
     * One for each database, in the order in which they are declared; empty where none is. What is configured is asked for
     * once at each place, where an extension that JUnit calls later may still declare something.
     */
    static List<TestScope> of(ExtensionContext place) {
        Store store = place.getStore(NAMESPACE);
        int byCode = Declarations.byCodeAt(place);
        Known known = store.get(place.getUniqueId(), Known.class);
        if (known == null || known.byCode() != byCode) {
            known = new Known(byCode, found(place, TestSession.of(place).configuration(place)));
            store.put(place.getUniqueId(), known);
        }
        return known.scopes();
    }

    private static List<TestScope> found(ExtensionContext place, Configuration configuration) {
        Map<String, List<Declarations.Found>> byName = new LinkedHashMap<>();
        for (Declarations.Found found : Declarations.around(place)) {
            byName.computeIfAbsent(found.declared().name(), n -> new ArrayList<>())
                    .add(found);
        }
        return byName.values().stream().map(f -> of(f, place, configuration)).toList();
    }

    private static TestScope of(
            List<Declarations.Found> closestFirst, ExtensionContext place, Configuration configuration) {
        Declarations.Found closest = closestFirst.get(0);
        List<Declared> declared =
                closestFirst.stream().map(Declarations.Found::declared).toList();
        Optional<String> dialect = DialectExtension.dialect(place);
        boolean undecided = dialect.isEmpty() && DialectExtension.isMatrix(Declarations.outwards(place));
        SchemaConfig config = SchemaConfig.of(declared, configuration, undecided ? Optional.of("") : dialect);
        boolean onMethod = closest.context().getTestMethod().isPresent();
        if (onMethod && closest.declared().isolation().equals(Optional.of(Isolation.PER_CLASS))) {
            throw new ExtensionConfigurationException("@WithSchema(isolation = PER_CLASS) on the method "
                    + closest.context().getRequiredTestMethod()
                    + " has no meaning: a database for one method is PER_METHOD. Put it on the class, or remove it."
                    + " A SchemaSetup counts for the class if its field is static.");
        }
        boolean perMethod =
                onMethod || config.isolation() == Isolation.PER_METHOD || config.isolation() == Isolation.ROLLBACK;
        return new TestScope(
                closest.declared().name(),
                config,
                undecided,
                undecided ? Optional.empty() : owner(place, closest, perMethod));
    }

    private static Optional<ExtensionContext> owner(
            ExtensionContext place, Declarations.Found closest, boolean perMethod) {
        return perMethod
                ? Declarations.outwards(place)
                        .filter(c -> c.getTestMethod().isPresent())
                        .findFirst()
                : Optional.of(closest.context());
    }

    /** Why there is no database here, if there is no owner. */
    String whyNone() {
        return undecided
                ? RUNS_AROUND
                : "this runs once for several tests, and each of them gets a database of its own (isolation "
                        + config.isolation().name() + "). Use @BeforeEach and @AfterEach, or let the tests share one: "
                        + (name.isEmpty() ? "" : "with the name '" + name + "', ")
                        + "@WithSchema(isolation = Isolation.PER_CLASS) on the class, or isolation(Isolation.PER_CLASS)"
                        + " of a SchemaSetup.";
    }
}

package dev.fk.junit;

import dev.fk.junit.provision.NoServerException;
import dev.fk.junit.provision.ProvisioningException;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** What stands behind {@link OnEachDialect}: remembers the dialect in the context of each invocation. */
@API(status = Status.INTERNAL)
public final class DialectExtension implements ClassTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(DialectExtension.class);
    private static final String DIALECT = "dialect";

    /** For JUnit. */
    public DialectExtension() {}

    /** The dialect that everything around this place runs on; empty where no matrix says so. */
    static Optional<String> dialect(ExtensionContext place) {
        return Optional.ofNullable(place.getStore(NAMESPACE).get(DIALECT, String.class));
    }

    /** Whether one of the classes around a place runs on several dialects. */
    static boolean isMatrix(Stream<ExtensionContext> outwards) {
        return outwards.anyMatch(context -> AnnotationSupport.isAnnotated(context.getElement(), OnEachDialect.class));
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), OnEachDialect.class);
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        List<String> dialects = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnEachDialect.class)
                .map(annotation -> Arrays.asList(annotation.value()))
                .orElseThrow();
        if (dialects.isEmpty() || dialects.stream().distinct().count() < dialects.size()) {
            throw new ExtensionConfigurationException("@OnEachDialect of "
                    + context.getRequiredTestClass().getName() + " names " + dialects
                    + ". Name each kind of server once, and at least one.");
        }
        // one after the other: the next server starts when the tests on the one before are done
        return dialects.stream().map(dialect -> new Invocation(dialect, name(dialect, context)));
    }

    /** With the version. A server that cannot be had fails its own tests, not those on the others. */
    private static String name(String dialect, ExtensionContext context) {
        TestSession session = TestSession.of(context);
        ServerRequest request = session.configuration(context).request(dialect);
        try {
            return session.server(request).name();
        } catch (NoServerException | ServerStartException | ProvisioningException e) {
            return dialect + " (no server)";
        }
    }

    /** One run of the class. */
    record Invocation(String dialect, String name) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(NAMESPACE).put(DIALECT, dialect);
        }
    }
}

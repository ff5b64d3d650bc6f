package dev.fk.junit;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.junit.provision.NoServerException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;

/**
 * What stands behind {@link WithSchema}. Has no fields: JUnit shares one instance between tests that run at the same time,
 * so that everything with a life of its own is in a store of the context it belongs to.
 *
 * <p>The database is bound around each call into the test class, not between a callback before and one after it: the
 * call may take place on another thread ({@code @Timeout}), or another test on this thread while this one waits.
 */
@API(status = Status.INTERNAL)
public final class SchemaExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                InvocationInterceptor,
                ParameterResolver {
    /** For JUnit. */
    public SchemaExtension() {}

    /** So that a constructor belongs to the test it makes an instance for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startServer(context);
    }

    /** A test can be aborted from here, but no longer when its parameters are resolved. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        startServer(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lease(context).ifPresent(lease -> lease.watch(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.supports(parameter.getParameter().getType())
                && scope(context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Lease lease = lease(context)
                .orElseThrow(() -> Parameters.unavailable(
                        parameter, scope(context).map(TestScope::whyNone).orElse("there is no @WithSchema.")));
        return Parameters.value(parameter.getParameter().getType(), lease, context);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return bound(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        count(context);
        bound(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return bound(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        count(context);
        bound(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        count(context);
        try {
            bound(invocation, context);
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable failure) {
            // the factory that owns the database does not fail with its tests
            lease(context).ifPresent(lease -> lease.failed(failure));
            throw failure;
        }
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    private static <T> T bound(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        Optional<TestScope> scope = scope(context);
        if (scope.isEmpty()) {
            return invocation.proceed();
        }
        Optional<Lease> lease = lease(context);
        try {
            return lease.isPresent()
                    ? CurrentDatabase.callWith(lease.get().database(), () -> call(invocation))
                    : CurrentDatabase.callWithout(scope.get().whyNone(), () -> call(invocation));
        } catch (Carrier carrier) {
            throw carrier.thrown;
        }
    }

    private static <T> T call(Invocation<T> invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new Carrier(thrown);
        }
    }

    private static void count(ExtensionContext context) {
        lease(context).ifPresent(lease -> lease.server().countTest());
    }

    private static Optional<TestScope> scope(ExtensionContext context) {
        return TestScope.of(context, TestSession.of(context).configuration(context));
    }

    private static void startServer(ExtensionContext context) {
        scope(context).filter(scope -> !scope.undecided()).ifPresent(scope -> server(scope.config(), context));
    }

    private static SessionServer server(SchemaConfig config, ExtensionContext context) {
        try {
            return TestSession.of(context).server(config.server());
        } catch (NoServerException e) {
            if (config.whenUnavailable() == WhenUnavailable.ABORT) {
                throw new TestAbortedException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Empty without annotation, and in code that runs once for tests with a database each. */
    private static Optional<Lease> lease(ExtensionContext context) {
        return scope(context).flatMap(scope -> scope.owner()
                .map(owner -> Lease.of(owner, scope.config(), server(scope.config(), context))));
    }

    /** For what a test may throw though it is neither Exception nor Error. */
    private static final class Carrier extends Exception {
        private static final long serialVersionUID = 1L;

        private final Throwable thrown;

        Carrier(Throwable thrown) {
            super(thrown);
            this.thrown = thrown;
        }
    }
}

package dev.fk.junit;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.junit.provision.NoServerException;
import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.report.Cost;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
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
 * What JUnit calls, for declarations by annotation and by code. Has no state: JUnit shares one instance between tests that
 * run at the same time, so that everything with a life of its own is in a store of the context it belongs to.
 *
 * <p>Databases are bound around each call into the test class, not between a callback before and one after it: the
 * call may take place on another thread ({@code @Timeout}), or another test on this thread while this one waits.
 */
abstract class DatabaseCallbacks
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                InvocationInterceptor,
                ParameterResolver {
    DatabaseCallbacks() {}

    /** Has the declaration behind this extension count in the context. */
    abstract void declare(ExtensionContext context);

    /** Whether this is the one of several such extensions here that does the work; all others only declare. */
    abstract boolean isInCharge(ExtensionContext context);

    /** So that a constructor belongs to the test it makes an instance for. */
    @Override
    public final ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        initialize(context.getRequiredTestClass());
        declare(context);
        TestSession.of(context).cost(context.getRequiredTestClass()).begin();
        startServers(context);
    }

    /**
     * A static initializer may set what is configured, such as the URL of a container that it starts. Left to JUnit, it runs
     * when the first instance is made: the first test would be on another server than those after it.
     */
    private static void initialize(Class<?> testClass) {
        try {
            for (Class<?> c = testClass; c != null; c = c.getEnclosingClass()) {
                Class.forName(c.getName(), true, c.getClassLoader());
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A class that is loaded is found by its name", e);
        }
    }

    /**
     * A test can be aborted from here, but no longer when its parameters are resolved. Its databases are there then, because
     * others may want one to resolve theirs: Spring makes its context.
     */
    @Override
    public final void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        declare(context);
        startServers(context);
        if (isInCharge(context)) {
            leases(TestScope.of(context), context).forEach(lease -> {});
        }
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        declare(context);
        if (isInCharge(context)) {
            leases(TestScope.of(context), context).forEach(lease -> lease.watch(context));
        }
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        reportLeaks(context);
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        reportCosts(context);
        reportLeaks(context);
    }

    /** Of the databases that end with this context. */
    private void reportLeaks(ExtensionContext context) {
        if (isInCharge(context)) {
            TestScope.of(context).stream()
                    .flatMap(scope -> scope.owner().flatMap(owner -> Lease.find(owner, scope)).stream())
                    .filter(lease -> lease.isOwner(context))
                    .forEach(lease -> lease.reportLeaks(context));
        }
    }

    /** What the databases of a class cost, where it is the outermost one that has any. */
    private void reportCosts(ExtensionContext context) {
        Cost cost = TestSession.of(context).cost(context.getRequiredTestClass());
        cost.end();
        boolean wanted = context.getExecutionException().isEmpty()
                && isInCharge(context)
                && TestScope.of(context).stream()
                        .anyMatch(s -> s.config().reporting().databases());
        if (wanted && !cost.isNothing()) {
            context.publishReportEntry("fk.databases", cost.summary());
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.supports(parameter)
                && isInCharge(context)
                && !TestScope.of(context).isEmpty();
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestScope scope = Parameters.scope(parameter, TestScope.of(context));
        Lease lease = lease(scope, context).orElseThrow(() -> Parameters.unavailable(parameter, scope.whyNone()));
        return Parameters.value(parameter.getParameter().getType(), lease, context);
    }

    @Override
    public final <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return bound(invocation, context);
    }

    @Override
    public final void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public final void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public final void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        count(context);
        bound(invocation, context);
    }

    @Override
    public final <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return bound(invocation, context);
    }

    @Override
    public final void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        count(context);
        bound(invocation, context);
    }

    @Override
    public final void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        count(context);
        try {
            bound(invocation, context);
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable failure) {
            // the factory that owns the database does not fail with its tests
            if (isInCharge(context)) {
                leases(TestScope.of(context), context).forEach(lease -> lease.failed(failure, context));
            }
            throw failure;
        }
    }

    @Override
    public final void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    @Override
    public final void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bound(invocation, context);
    }

    private <T> T bound(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        List<TestScope> scopes = isInCharge(context) ? TestScope.of(context) : List.of();
        if (scopes.isEmpty()) {
            return invocation.proceed();
        }
        List<Lease> leases = leases(scopes, context).toList();
        Map<String, Supplier<Database>> databases = new HashMap<>();
        leases.forEach(lease -> databases.put(lease.scope().name(), lease::database));
        Watchdog.Guarded guarded = TestSession.of(context).watchdog().guard(leases);
        try {
            return CurrentDatabase.callWith(databases, whyNone(scopes), () -> call(invocation));
        } catch (Carrier carrier) {
            throw carrier.thrown;
        } finally {
            guarded.end();
        }
    }

    /** What is said to somebody who asks for a database where there is none, by its name. */
    private static Map<String, String> whyNone(List<TestScope> scopes) {
        Map<String, String> absent = new HashMap<>();
        scopes.stream().filter(s -> s.owner().isEmpty()).forEach(s -> absent.put(s.name(), s.whyNone()));
        if (scopes.stream().noneMatch(s -> s.name().isEmpty())) {
            absent.put(
                    "",
                    "all databases here have names: "
                            + scopes.stream().map(TestScope::name).collect(Collectors.joining(", "))
                            + ". Pass the one that is meant, table(db, \"chat\"), or leave one without a name.");
        }
        return absent;
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

    private void count(ExtensionContext context) {
        if (isInCharge(context)) {
            leases(TestScope.of(context), context).map(Lease::server).distinct().forEach(SessionServer::countTest);
        }
    }

    private static void startServers(ExtensionContext context) {
        TestScope.of(context).stream()
                .filter(scope -> !scope.undecided())
                .forEach(scope -> server(scope.config(), context));
    }

    private static SessionServer server(SchemaConfig config, ExtensionContext context) {
        try {
            return TestSession.of(context).server(config.server());
        } catch (NoServerException e) {
            throw Provisioners.isOfKnownDialect(config.server()) ? unavailable(e, config) : e;
        } catch (ServerStartException e) {
            throw e.isUnavailable() ? unavailable(e, config) : e;
        }
    }

    private static RuntimeException unavailable(RuntimeException why, SchemaConfig config) {
        return config.whenUnavailable() == WhenUnavailable.ABORT
                ? new TestAbortedException(why.getMessage(), why)
                : why;
    }

    private static Stream<Lease> leases(List<TestScope> scopes, ExtensionContext context) {
        return scopes.stream().flatMap(scope -> lease(scope, context).stream());
    }

    /** Empty in code that runs once for tests with a database each. */
    private static Optional<Lease> lease(TestScope scope, ExtensionContext context) {
        return scope.owner().map(owner -> Lease.find(owner, scope)
                .orElseGet(() -> Lease.of(owner, scope, server(scope.config(), context))));
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

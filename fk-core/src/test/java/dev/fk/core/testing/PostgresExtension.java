package dev.fk.core.testing;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Gives tests their server, and says at the end of the run how many were run on it. */
final class PostgresExtension implements ParameterResolver, InvocationInterceptor {
    private static final Map<Class<?>, Function<PostgresServer, Object>> PARAMETERS = Map.of(
            PostgresServer.class, server -> server,
            Database.class, PostgresServer::fresh,
            DataSource.class, PostgresServer::freshDataSource);

    /** In the store of the whole run, which closes it. */
    private record Running(PostgresServer server) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Path folder = Files.createDirectories(Path.of("target", "fk-servers"));
            String line = server.description() + "\t" + server.tests() + " tests\n";
            Files.writeString(folder.resolve(server.description().replace(' ', '-') + ".txt"), line);
            server.close();
        }
    }

    private static PostgresServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresServer.class))
                .getOrComputeIfAbsent(Running.class, k -> new Running(new PostgresServer()), Running.class)
                .server();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.get(parameter.getParameter().getType()).apply(server(context));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        server(context).countTest();
        invocation.proceed();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        server(context).countTest();
        invocation.proceed();
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        if (!(test.getExecutable() instanceof EachServer.Elsewhere)) {
            server(context).countTest();
        }
        invocation.proceed();
    }
}

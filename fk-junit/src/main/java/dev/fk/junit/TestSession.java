package dev.fk.junit;

import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** The servers of one launcher session: each is started once, when the first test needs it, and ends with the session. */
final class TestSession implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(TestSession.class);

    private final Properties file;
    private final String reportDirectory;
    private final Map<ServerRequest, CompletableFuture<SessionServer>> servers = new ConcurrentHashMap<>();

    private final Map<SchemaBlueprint.Declaration, SchemaBlueprint> blueprints = new ConcurrentHashMap<>();

    private TestSession(Properties file, String reportDirectory) {
        this.file = file;
        this.reportDirectory = reportDirectory;
    }

    static TestSession of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(TestSession.class, type -> open(context), TestSession.class);
    }

    private static TestSession open(ExtensionContext context) {
        Properties file = propertiesFile("fk.properties");
        List<String> properties = new ArrayList<>(file.stringPropertyNames());
        properties.addAll(propertiesFile("junit-platform.properties").stringPropertyNames());
        properties.addAll(System.getProperties().stringPropertyNames());
        KnownKeys.warnings(new TreeSet<>(properties), System.getenv().keySet())
                .forEach(warning -> System.getLogger(WithSchema.class.getName()).log(Level.WARNING, warning));
        return new TestSession(file, Configuration.of(context, file).text(Setting.REPORT_SERVERS));
    }

    private static Properties propertiesFile(String name) {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader == null ? null : loader.getResourceAsStream(name)) {
            if (stream != null) {
                properties.load(stream);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    Configuration configuration(ExtensionContext context) {
        return Configuration.of(context, file);
    }

    /** The one blueprint of all tests that declare the same: models are resolved and fingerprinted once. */
    SchemaBlueprint blueprint(SchemaConfig config) {
        return blueprints.computeIfAbsent(SchemaBlueprint.Declaration.of(config), SchemaBlueprint::new);
    }

    /**
     * The server for this request. Who asks while it starts waits; if it cannot be had, everybody gets the same reason.
     */
    SessionServer server(ServerRequest request) {
        CompletableFuture<SessionServer> mine = new CompletableFuture<>();
        CompletableFuture<SessionServer> first = servers.putIfAbsent(request, mine);
        if (first == null) {
            start(request, mine);
        }
        try {
            return (first == null ? mine : first).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private static void start(ServerRequest request, CompletableFuture<SessionServer> server) {
        try {
            Provisioner provisioner = Provisioners.installed().choose(request);
            server.complete(new SessionServer(
                    request.dialect(), provisioner.name(), new DatabaseSupply(provisioner.start(request), Reuse.of(request))));
        } catch (RuntimeException | Error failed) {
            server.completeExceptionally(failed);
        }
    }

    @Override
    public void close() {
        List<SessionServer> started = servers.values().stream()
                .filter(s -> s.isDone() && !s.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
        try {
            ServerReport.write(reportDirectory, started);
        } finally {
            started.forEach(SessionServer::close);
        }
    }
}

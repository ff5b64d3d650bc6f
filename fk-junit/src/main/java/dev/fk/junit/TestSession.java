package dev.fk.junit;

import dev.fk.junit.provision.DatabaseSupply;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Provisioners;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.report.Cost;
import dev.fk.junit.report.Costs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** The servers of one launcher session: each is started once, when the first test needs it, and ends with the session. */
final class TestSession implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(TestSession.class);

    private final Properties file;
    private final String reportDirectory;
    private final Map<ServerRequest, FutureTask<SessionServer>> servers = new ConcurrentHashMap<>();

    private final Watchdog watchdog = new Watchdog();
    private final Costs costs = new Costs();
    private final boolean reportsDatabases;

    private final Map<SchemaBlueprint.Declaration, SchemaBlueprint> blueprints = new ConcurrentHashMap<>();

    private TestSession(Properties file, String reportDirectory, boolean reportsDatabases) {
        this.file = file;
        this.reportsDatabases = reportsDatabases;
        this.reportDirectory = reportDirectory;
    }

    static TestSession of(ExtensionContext context) {
        JUnitVersion.require();
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(TestSession.class, type -> open(context), TestSession.class);
    }

    private static TestSession open(ExtensionContext context) {
        Properties file = propertiesFile("fk.properties");
        Map<String, Set<String>> properties = new LinkedHashMap<>();
        properties.put("system property", System.getProperties().stringPropertyNames());
        properties.put(
                "junit-platform.properties",
                propertiesFile("junit-platform.properties").stringPropertyNames());
        properties.put("fk.properties", file.stringPropertyNames());
        KnownKeys.warnings(properties, System.getenv().keySet())
                .forEach(warning -> System.getLogger(WithSchema.class.getName()).log(Level.WARNING, warning));
        Configuration configuration = Configuration.of(context, file);
        return new TestSession(
                file, configuration.text(Setting.REPORT_SERVERS), configuration.isTrue(Setting.REPORT_DATABASES));
    }

    /** What is configured where JUnit does not run. */
    static Configuration configuration() {
        Properties junit = propertiesFile("junit-platform.properties");
        return Configuration.of(
                System::getProperty,
                System::getenv,
                key -> Optional.ofNullable(junit.getProperty(key)),
                propertiesFile("fk.properties"));
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
        return blueprints.computeIfAbsent(
                SchemaBlueprint.Declaration.of(config), d -> new SchemaBlueprint(d, costs.run()));
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** What the databases of a class cost. */
    Cost cost(Class<?> testClass) {
        return costs.of(testClass.getName());
    }

    /**
     * The server for this request. Who asks while it starts waits; if it cannot be had, everybody gets the same reason.
     */
    SessionServer server(ServerRequest request) {
        // not a CompletableFuture: while one waits for it, a fork-join pool begins more and more tests
        FutureTask<SessionServer> first = servers.get(request);
        if (first == null) {
            FutureTask<SessionServer> mine = new FutureTask<>(() -> start(request));
            first = servers.putIfAbsent(request, mine);
            if (first == null) {
                mine.run();
                first = mine;
            }
        }
        try {
            return first.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            if (e.getCause() instanceof Error reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server was started", e);
        }
    }

    private static SessionServer start(ServerRequest request) {
        Provisioner provisioner = Provisioners.installed().choose(request);
        return new SessionServer(
                request.dialect(),
                provisioner.name(),
                new DatabaseSupply(provisioner.start(request), Reuse.of(request)));
    }

    private static Stream<SessionServer> result(FutureTask<SessionServer> server) {
        try {
            return server.isDone() ? Stream.of(server.get()) : Stream.empty();
        } catch (ExecutionException | InterruptedException failed) {
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        watchdog.close();
        List<SessionServer> started =
                servers.values().stream().flatMap(TestSession::result).toList();
        try {
            report(started);
        } finally {
            started.forEach(SessionServer::close);
        }
    }

    /** Never fails: the tests are over, and JUnit would not tell what became of them. */
    private void report(List<SessionServer> started) {
        try {
            ServerReport.write(reportDirectory, started);
            if (reportsDatabases) {
                reportCosts(started);
            }
        } catch (UncheckedIOException | InvalidPathException e) {
            System.getLogger(WithSchema.class.getName())
                    .log(
                            Level.ERROR,
                            "fk.report.servers is '" + reportDirectory + "', where nothing can be written: "
                                    + e.getMessage() + ". Name a directory of your own.",
                            e);
        }
    }

    private void reportCosts(List<SessionServer> started) {
        costs.summary().ifPresent(summary -> System.getLogger(WithSchema.class.getName())
                .log(
                        Level.INFO,
                        "Databases on "
                                + started.stream()
                                        .map(SessionServer::shownName)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ": " + summary));
        if (!reportDirectory.isEmpty()) {
            costs.writeTo(Path.of(reportDirectory));
        }
    }
}

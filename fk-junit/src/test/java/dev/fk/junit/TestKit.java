package dev.fk.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.embedded.Embedded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Runs JUnit inside JUnit. The inner sessions use the server of the outer one as an external server, because a session of
 * its own would start a server of its own.
 */
record TestKit(String url, String password) {
    static final String USER = "fk_tests";

    /** Add to a test class; its methods may then have a parameter of type {@link TestKit}. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestKit.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TestKit.class))
                    .getOrComputeIfAbsent(OuterServer.class, type -> OuterServer.start(), OuterServer.class)
                    .kit();
        }
    }

    private record OuterServer(Server server, TestKit kit) implements AutoCloseable {
        static OuterServer start() {
            Server server = new Embedded().start(new ServerRequest("postgresql", Optional.empty(), Map.of()));
            // a user of ours: the password of the server's own is known to nobody
            try (Connection connection = server.connectTo("postgres").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + USER + " SUPERUSER LOGIN PASSWORD 'fk-tests'");
                return new OuterServer(
                        server, new TestKit(connection.getMetaData().getURL(), "fk-tests"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            server.databases().close();
            server.close();
        }
    }

    /** @param configuration keys and values in turn */
    Run run(Class<?> testCases, String... configuration) {
        return run(List.of(testCases), configuration);
    }

    Run run(List<Class<?>> testCases, String... configuration) {
        Map<String, String> parameters = new HashMap<>(
                Map.of("fk.postgresql.url", url, "fk.postgresql.user", USER, "fk.postgresql.password", password));
        for (int i = 0; i < configuration.length; i += 2) {
            parameters.put(configuration[i], configuration[i + 1]);
        }
        return runWith(testCases, parameters);
    }

    static Run runWith(List<Class<?>> testCases, Map<String, String> parameters) {
        return new Run(EngineTestKit.engine("junit-jupiter")
                .selectors(testCases.stream().map(c -> selectClass(c)).toArray(ClassSelector[]::new))
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .outputDirectoryCreator(new Folders())
                .execute());
    }

    /** Where files of the inner tests go. */
    private static final class Folders implements OutputDirectoryCreator {
        private static final Path ROOT = Path.of("target", "attachments");

        @Override
        public Path getRootDirectory() {
            return ROOT;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            Files.createDirectories(ROOT);
            return Files.createTempDirectory(ROOT, "test-");
        }
    }

    /** The names of fk's databases on the server. */
    List<String> databases() throws SQLException {
        return query("SELECT datname FROM pg_database WHERE datname LIKE 'fk\\_%' ORDER BY 1");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> query(String sql) throws SQLException {
        return query(url, sql);
    }

    List<String> query(String database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private Connection connect(String database) throws SQLException {
        Properties account = new Properties();
        account.put("user", USER);
        account.put("password", password);
        return DriverManager.getConnection(database, account);
    }

    /** What became of the inner tests. */
    record Run(EngineExecutionResults results) {
        Run succeeded(long tests) {
            return finished(tests, 0, 0);
        }

        Run failed(long tests) {
            return finished(0, tests, 0);
        }

        /** All failures are part of the message if the numbers differ. */
        Run finished(long succeeded, long failed, long aborted) {
            try {
                results.testEvents()
                        .assertStatistics(
                                s -> s.succeeded(succeeded).failed(failed).aborted(aborted));
            } catch (AssertionError e) {
                failures().forEach(e::addSuppressed);
                throw e;
            }
            return this;
        }

        List<Throwable> failures() {
            return causes(results.allEvents().failed().stream());
        }

        /** What was published under a key. */
        List<String> entries(String key) {
            return results.allEvents().reportingEntryPublished().stream()
                    .map(e -> e.getRequiredPayload(ReportEntry.class)
                            .getKeyValuePairs()
                            .get(key))
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** The files that were attached, by name. */
        Map<String, String> files() {
            Map<String, String> files = new TreeMap<>();
            results.allEvents().fileEntryPublished().stream()
                    .map(e -> e.getRequiredPayload(FileEntry.class).getPath())
                    .forEach(path -> {
                        try {
                            files.put(path.getFileName().toString(), Files.readString(path));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            return files;
        }

        Throwable failure() {
            List<Throwable> failures = failures();
            if (failures.size() != 1) {
                AssertionError error = new AssertionError("expected one failure, not " + failures.size());
                failures.forEach(error::addSuppressed);
                throw error;
            }
            return failures.get(0);
        }

        /** Of the test of this name. */
        Throwable failure(String test) {
            return causes(results.testEvents().failed().stream()
                            .filter(e -> e.getTestDescriptor().getDisplayName().startsWith(test + "(")))
                    .get(0);
        }

        List<Throwable> aborts() {
            return causes(results.allEvents().aborted().stream());
        }

        private static List<Throwable> causes(Stream<Event> events) {
            return events.map(e -> e.getPayload(TestExecutionResult.class))
                    .flatMap(Optional::stream)
                    .map(r -> r.getThrowable())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** What fk says about the database of a failed test. */
    static Optional<String> kept(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(s -> s instanceof KeptDatabase)
                .map(Throwable::getMessage)
                .findFirst();
    }

    /** The JDBC URL in it. */
    static String keptUrl(Throwable failure) {
        return kept(failure)
                .orElseThrow(() -> new AssertionError("nothing kept", failure))
                .lines()
                .map(String::trim)
                .filter(l -> l.startsWith("jdbc:"))
                .findFirst()
                .orElseThrow();
    }
}

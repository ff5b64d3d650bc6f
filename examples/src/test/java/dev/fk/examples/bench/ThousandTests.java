package dev.fk.examples.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.junit.Isolation;
import dev.fk.junit.WithSchema;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The same tests twice: each with a database of its own, and all on one. */
final class ThousandTests {
    static final int NUMBER = 1_000;

    private static final AtomicReference<String> WHAT = new AtomicReference<>("writes");
    private static final AtomicReference<String> SERVER = new AtomicReference<>("");

    private ThousandTests() {}

    /** What they need. */
    public static final class Tables implements ModelSource {
        private static final Models MODELS = WideModels.of(10);

        @Override
        public Models models() {
            return MODELS;
        }
    }

    private static void test(DataSource dataSource, int number) throws SQLException {
        if (WHAT.get().equals("writes")) {
            ProvisioningBenchmarks.write(dataSource, number);
        } else {
            ProvisioningBenchmarks.first(dataSource);
        }
    }

    @WithSchema(Tables.class)
    static class Isolated {
        @RepeatedTest(NUMBER)
        void test(DataSource dataSource, org.junit.jupiter.api.RepetitionInfo info) throws SQLException {
            ThousandTests.test(dataSource, info.getCurrentRepetition());
        }
    }

    /** The database of the class is as good as one that somebody has made by hand, who knows what to delete. */
    @WithSchema(value = Tables.class, isolation = Isolation.PER_CLASS)
    static class Shared {
        @BeforeAll
        static void server(Database database) {
            SERVER.set(database.server().toString());
        }

        @RepeatedTest(NUMBER)
        void test(DataSource dataSource, org.junit.jupiter.api.RepetitionInfo info) throws SQLException {
            ThousandTests.test(dataSource, info.getCurrentRepetition());
            if (WHAT.get().equals("writes")) {
                ProvisioningBenchmarks.delete(dataSource);
            }
        }
    }

    static String server() {
        return SERVER.get();
    }

    /** How long a session takes, with the start of the server if there is none. */
    static long run(Class<?> tests, String url, String what) {
        WHAT.set(what);
        String dialect = url.isEmpty() ? "postgresql" : url.replaceAll("jdbc:([a-z]+):.*", "$1");
        Map<String, String> parameters = url.isEmpty()
                ? Map.of("fk.provider", "embedded", "fk.show-sql", "false")
                : Map.of("fk.dialect", dialect, "fk." + dialect + ".url", url, "fk.show-sql", "false");
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        long begin = System.nanoTime();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .configurationParameters(parameters)
                                    .build(),
                            summary);
        }
        long took = System.nanoTime() - begin;
        TestExecutionSummary result = summary.getSummary();
        if (result.getTestsSucceededCount() != NUMBER) {
            throw new IllegalStateException(NUMBER + " tests were to succeed: "
                    + result.getFailures().stream()
                            .findFirst()
                            .map(f -> f.getException().toString())
                            .orElse("none did"));
        }
        return took;
    }
}

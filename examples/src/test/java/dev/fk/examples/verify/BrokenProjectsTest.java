package dev.fk.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.TestAbortedException;

/**
 * What the verification says of each broken project, in full: which tests there are, which fail, and with which text.
 * {@code -Dfk.golden.update=true} writes the texts anew.
 */
class BrokenProjectsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "verify", "broken");

    /** In one session, so that they share a server. */
    @TestFactory
    Stream<DynamicTest> each_mistake_is_told() {
        return texts(
                BrokenProjects.DuplicateVersion.class,
                BrokenProjects.OutOfOrder.class,
                BrokenProjects.BadlyNamed.class,
                BrokenProjects.ForgetfulBaseline.class,
                BrokenProjects.LaterTable.class,
                BrokenProjects.WrongType.class,
                BrokenProjects.OrphanRows.class,
                BrokenProjects.UncheckedRows.class,
                BrokenProjects.SwitchedOff.class,
                BrokenProjects.ModelsDiffer.class,
                BrokenProjects.ChangedChecksum.class,
                BrokenProjects.DestructiveStep.class,
                BrokenProjects.DestructiveInItsSchema.class,
                BrokenProjects.ModelsWithoutSchema.class,
                BrokenProjects.NoRollback.class,
                BrokenProjects.DuplicateChangeSet.class,
                BrokenProjects.TraceOfRollback.class,
                BrokenProjects.PassedOverByLiquibase.class,
                BrokenProjects.LaterTableInFk.class,
                BrokenProjects.TraceOfDown.class,
                BrokenProjects.NumbersInTheOrderOfTexts.class,
                BrokenProjects.ExceptionForNothing.class,
                BrokenProjects.NothingToVerify.class,
                BrokenProjects.BeginsAtTheEnd.class);
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> what_is_half_applied_is_told_and_why_the_server_refused_the_rest() {
        return texts(
                BrokenProjects.HalfApplied.class,
                BrokenProjects.OrphansInChangelog.class,
                BrokenProjects.UncheckedRowsOnMariaDb.class,
                BrokenProjects.PassedOver.class,
                BrokenProjects.NoParent.class);
    }

    private static Stream<DynamicTest> texts(Class<?>... projects) {
        List<Event> finished = EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(projects).map(p -> selectClass(p)).toArray(ClassSelector[]::new))
                .enableImplicitConfigurationParameters(true)
                .configurationParameter("fk.keep", "never")
                .configurationParameter("fk.show-sql", "false")
                .execute()
                .allEvents()
                .finished()
                .list();
        refuseAborted(finished);
        Map<String, StringBuilder> texts = new TreeMap<>();
        finished.stream().filter(e -> isTold(e)).forEach(e -> texts.computeIfAbsent(
                        project(e.getTestDescriptor()), p -> new StringBuilder())
                .append(text(e)));
        assertThat(texts).hasSize(projects.length);
        return texts.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    assertThat(e.getValue()).as("what fails in it").contains("✘");
                    compare(e.getKey(), masked(e.getValue().toString()));
                }));
    }

    /** Without its server a project says nothing. */
    private static void refuseAborted(List<Event> finished) {
        finished.stream()
                .map(e -> result(e))
                .filter(r -> r.getStatus() == TestExecutionResult.Status.ABORTED)
                .flatMap(r -> r.getThrowable().stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw new TestAbortedException(reason.getMessage(), reason);
                });
    }

    /** Tests, and factories that could not make any. */
    private static boolean isTold(Event event) {
        return event.getTestDescriptor().isTest()
                || result(event).getThrowable().isPresent();
    }

    private static TestExecutionResult result(Event event) {
        return event.getPayload(TestExecutionResult.class).orElseThrow();
    }

    private static String project(TestDescriptor test) {
        TestDescriptor at = test;
        while (!(at.getSource().orElse(null) instanceof ClassSource)) {
            at = at.getParent().orElseThrow();
        }
        return ((ClassSource) at.getSource().orElseThrow()).getJavaClass().getSimpleName();
    }

    private static String text(Event event) {
        TestDescriptor test = event.getTestDescriptor();
        String factory = test.isTest() ? test.getParent().orElseThrow().getDisplayName() + " › " : "";
        String name = (factory + test.getDisplayName()).replaceAll("\\([^)]*\\)", "");
        return result(event)
                .getThrowable()
                .map(t -> "✘ " + name + "\n"
                        + String.valueOf(t.getMessage()).strip().indent(4))
                .orElse("✔ " + name + "\n");
    }

    /** Versions, ports, names of databases and drivers' words for places differ from run to run. */
    private static String masked(String text) {
        return text.replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL <version>")
                .replaceAll("MariaDB \\d+\\.\\d+\\.\\d+", "MariaDB <version>")
                .replaceAll("(postgresql|mariadb) [\\d.]+ · \\w+", "$1 <version> · <database>")
                .replaceAll("jdbc:\\w+://[^\\s,]*[^\\s,.]", "<url>")
                .replaceAll("`?fk_[0-9a-z]{8,}`?", "<database>")
                .replaceAll("\\(conn=\\d+\\)", "(conn=<n>)")
                .replaceAll("#sql-[\\w-]+", "#sql-<n>")
                .replaceAll("/[^\\s()]*/(test-classes|resources)/", "<folder>/")
                .replaceAll("(?m)[ \t]+$", "")
                // which of two files comes first depends on the version of Flyway
                .replaceAll("(?m)^(\\s+-> .*orders.*)\n(\\s+-> .*invoices.*)$", "$2\n$1");
    }

    private static void compare(String name, String text) {
        Path file = GOLDEN.resolve(name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".txt");
        try {
            if (Boolean.getBoolean("fk.golden.update")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, text);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Read the text, then run with -Dfk.golden.update=true:\n" + text, e);
        }
    }
}

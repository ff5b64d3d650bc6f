package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The table of assertions: each has an example in its Javadoc that passes and one that fails, and both are run here. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryAssertionTest {
    /** Their examples need what older servers don't have. */
    private static final List<String> SINCE_18 = List.of("ForeignKeyAssert.isNotEnforced");

    private final Database fixture = TestServer.fixture();
    private final List<JavadocExample> examples = JavadocExample.all().stream()
            .filter(e -> fixture.server().version().isAtLeast(18, 0) || !SINCE_18.contains(e.assertion()))
            .toList();
    private CompiledExamples compiled;

    @BeforeAll
    void compile(@TempDir Path folder) throws Exception {
        compiled = CompiledExamples.of(examples, folder);
    }

    @TestFactory
    Stream<DynamicTest> passes_where_it_should() {
        return examples.stream()
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> assertThat(compiled.run(e, "passes", fixture))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> fails_where_it_should_and_says_why() {
        return examples.stream()
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> {
                    Optional<AssertionError> failure = compiled.run(e, "fails", fixture);
                    assertThat(failure).isPresent();
                    Golden.verify(e.assertion(), failure.get().getMessage());
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_it_says_would_fix_it_does() throws Exception {
        return examples.stream()
                .filter(e -> !Fix.of(failure(e)).isEmpty())
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> {
                    Database broken = TestServer.fixtureToChange();
                    Fix.of(failure(e)).forEach(sql -> TestServer.execute(broken, sql));
                    assertThat(compiled.run(e, "fails", broken)).isEmpty();
                }));
    }

    @Test
    void are_counted(TestInfo test, TestReporter reporter) {
        long fixes =
                examples.stream().filter(e -> !Fix.of(failure(e)).isEmpty()).count();
        assertThat(examples).hasSizeGreaterThan(60);
        assertThat(fixes).isGreaterThan(30);
        reporter.publishEntry(
                test.getDisplayName(),
                examples.size() + " assertions on " + fixture.server() + ", each with a passing and a failing case; "
                        + fixes + " failures show a fix that was executed");
    }

    private String failure(JavadocExample example) {
        try {
            return compiled.run(example, "fails", fixture).orElseThrow().getMessage();
        } catch (Exception e) {
            throw new AssertionError(example.assertion(), e);
        }
    }
}

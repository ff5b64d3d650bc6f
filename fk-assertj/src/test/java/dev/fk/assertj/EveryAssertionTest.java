package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The table of assertions: each has an example in its Javadoc that passes and one that fails, and both are run here. */
@Tag("thorough")
@TestInstance(Lifecycle.PER_CLASS)
class EveryAssertionTest {
    /** Their examples need what older servers don't have. */
    private static final List<String> SINCE_18 = List.of("ForeignKeyAssert.isNotEnforced");

    private final Database fixture = TestServer.fixture();
    private final List<JavadocExample> examples = JavadocExample.all().stream()
            .filter(e -> fixture.server().version().isAtLeast(18, 0) || !SINCE_18.contains(e.assertion()))
            .toList();
    private final Map<JavadocExample, String> failures = new HashMap<>();
    private CompiledExamples compiled;

    @BeforeAll
    void compile_and_fail(@TempDir Path folder) throws Exception {
        compiled = CompiledExamples.of(examples, folder);
        CompiledExamples.Bound onFixture = compiled.on(fixture);
        for (JavadocExample example : examples) {
            onFixture.run(example, "fails").ifPresent(f -> failures.put(example, f.getMessage()));
        }
    }

    @TestFactory
    Stream<DynamicTest> passes_where_it_should() throws Exception {
        CompiledExamples.Bound onFixture = compiled.on(fixture);
        return examples.stream()
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> assertThat(onFixture.run(e, "passes"))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> fails_where_it_should_and_says_why() {
        return examples.stream()
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> {
                    assertThat(failures).containsKey(e);
                    Golden.verify(e.assertion(), failures.get(e));
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_it_says_would_fix_it_does() {
        return fixable()
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> {
                    Database broken = TestServer.fixtureToChange();
                    Fix.of(failures.get(e)).forEach(sql -> TestServer.execute(broken, sql));
                    assertThat(compiled.on(broken).run(e, "fails")).isEmpty();
                    TestServer.drop(broken);
                }));
    }

    @Test
    void are_counted() {
        long fixes = fixable().count();
        assertThat(examples).hasSizeGreaterThan(75);
        assertThat(fixes).isGreaterThan(40);
        System.out.println(examples.size() + " assertions on " + fixture.server()
                + ", each with a passing and a failing case; " + fixes + " failures show a fix, and each was executed");
    }

    private Stream<JavadocExample> fixable() {
        return examples.stream().filter(failures::containsKey).filter(e -> !Fix.of(failures.get(e))
                .isEmpty());
    }
}

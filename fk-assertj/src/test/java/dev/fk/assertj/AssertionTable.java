package dev.fk.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assert;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The table of assertions: each has an example in its Javadoc that passes and one that fails, and on every server both are
 * run. Where a server has nothing that an assertion could be true of, or false, that is written down in {@link Engine},
 * and has to be so.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AssertionTable {
    /** Their examples need what older servers don't have. */
    private static final List<String> SINCE_18 = List.of(
            "TableAssert.inEffectOrNot",
            "ForeignKeyAssert.isNotEnforced",
            "ForeignKeyAssert.isEnforced",
            "KeyAssert.hasNullsDistinct",
            "KeyAssert.hasNullsNotDistinct",
            "CheckAssert.isNotEnforced",
            "CheckAssert.hasStableName",
            "ColumnAssert.isVirtual");

    private final Engine engine;
    private final Database fixture;
    private final boolean old;
    private final List<JavadocExample> examples;
    private final Map<JavadocExample, String> failures = new HashMap<>();
    private final CompiledExamples compiled;

    AssertionTable(Engine engine) throws Exception {
        this.engine = engine;
        this.fixture = engine.server().fixture();
        this.old = engine == Engine.POSTGRESQL && !fixture.server().version().isAtLeast(18, 0);
        this.examples = JavadocExample.all().stream()
                .filter(e -> !old || !SINCE_18.contains(e.assertion()))
                .map(engine::inItsWords)
                .toList();
        this.compiled = CompiledExamples.of(examples, Files.createTempDirectory("fk-examples"));
        CompiledExamples.Bound onFixture = compiled.on(fixture, engine.server().empty());
        for (JavadocExample example : examples) {
            onFixture.run(example, "fails").ifPresent(f -> failures.put(example, f.getMessage()));
        }
    }

    @TestFactory
    Stream<DynamicTest> passes_where_it_should() throws Exception {
        CompiledExamples.Bound onFixture = compiled.on(fixture, engine.server().empty());
        return each(e -> !engine.neverHas(e.assertion()), e -> assertThat(onFixture.run(e, "passes"))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> fails_where_it_should_and_says_why() {
        return each(e -> !engine.alwaysHas(e.assertion()), e -> {
            assertThat(failures).containsKey(e);
            Golden.verify(engine, e.assertion(), failures.get(e));
        });
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_server_does_not_have() throws Exception {
        CompiledExamples.Bound onFixture = compiled.on(fixture, engine.server().empty());
        return each(e -> engine.neverHas(e.assertion()), e -> {
            String elsewhere = onFixture.run(e, "passes").orElseThrow().getMessage();
            Golden.verify(engine, e.assertion() + ".never", elsewhere);
            String reason = elsewhere.substring(0, elsewhere.indexOf("\n  db  : "));
            assertThat(reason).contains(fixture.server().product()).doesNotContain("\n  fix : ");
        });
    }

    @TestFactory
    Stream<DynamicTest> is_so_of_everything_where_there_is_nothing_else() {
        return each(
                e -> engine.alwaysHas(e.assertion()), e -> assertThat(failures).doesNotContainKey(e));
    }

    @TestFactory
    Stream<DynamicTest> what_it_says_would_fix_it_does() {
        return each(this::isFixable, e -> engine.server().changing(broken -> {
            Fix.of(failures.get(e)).forEach(sql -> TestServer.execute(broken, sql));
            assertThat(compiled.on(broken, broken).run(e, "fails")).isEmpty();
        }));
    }

    /** The examples are found by reading sources; this finds by reflection what that may have overlooked. */
    @Test
    void none_is_without_a_row() {
        Set<String> rows = JavadocExample.all().stream()
                .map(e -> e.assertion().replaceAll("[.]\\d+$", ""))
                .collect(Collectors.toSet());
        Set<String> assertions = JavadocExample.classes().stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                        .filter(m -> Assert.class.isAssignableFrom(m.getReturnType()))
                        .filter(m -> !JavadocExample.isNavigation(m.getName()))
                        .map(m -> type.getSimpleName() + "." + m.getName()))
                .collect(Collectors.toSet());
        assertThat(rows).isEqualTo(assertions);
    }

    @Test
    void are_listed() {
        if (!old) {
            Golden.verify(engine, "assertions", examples.stream().map(this::row).collect(Collectors.joining("\n")));
        }
    }

    private String row(JavadocExample example) {
        String cases = engine.neverHas(example.assertion())
                ? "fails, as nothing there could pass, and says so"
                : engine.alwaysHas(example.assertion())
                        ? "passes, as nothing there could fail"
                        : "passes, fails" + (isFixable(example) ? ", and the fix was executed" : "");
        return String.format("%-42s %s", example.assertion(), cases);
    }

    @Test
    void are_counted() {
        long fixes = examples.stream().filter(this::isFixable).count();
        long never =
                examples.stream().filter(e -> engine.neverHas(e.assertion())).count();
        long always =
                examples.stream().filter(e -> engine.alwaysHas(e.assertion())).count();
        assertThat(examples).hasSizeGreaterThan(120);
        assertThat(fixes).isGreaterThan(40);
        System.out.println(examples.size() + " assertions on " + fixture.server() + ": "
                + (examples.size() - never - always) + " with a passing and a failing case, " + never
                + " that nothing there can pass and say so, " + always + " that nothing there can fail; " + fixes
                + " failures show a fix, and each was executed");
    }

    private interface Body {
        void check(JavadocExample example) throws Exception;
    }

    private Stream<DynamicTest> each(Predicate<JavadocExample> concerned, Body body) {
        return examples.stream()
                .filter(concerned)
                .map(e -> DynamicTest.dynamicTest(e.assertion(), () -> body.check(e)));
    }

    private boolean isFixable(JavadocExample example) {
        return failures.containsKey(example) && !Fix.of(failures.get(example)).isEmpty();
    }
}

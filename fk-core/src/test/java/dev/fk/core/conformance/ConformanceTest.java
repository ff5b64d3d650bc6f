package dev.fk.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases that real Sequelize was run through: our catalog is the same, or differs for a reason that is written down.
 * {@code -Dfk.conformance=<folder>} runs other cases of the same layout.
 */
@OnPostgres
class ConformanceTest {
    private static final Path BUILT_IN = Path.of("src/test/resources/conformance");
    static final Path FOLDER = Path.of(System.getProperty("fk.conformance", BUILT_IN.toString()));
    private static final Reasons REASONS = new Reasons();
    private static final List<Outcome> OUTCOMES = Collections.synchronizedList(new ArrayList<>());

    @TestFactory
    Stream<DynamicTest> postgres(PostgresServer server) {
        return Case.all(FOLDER, "postgres").stream()
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> check(c, server::fresh)));
    }

    private static void check(Case theCase, Supplier<Database> fresh) throws IOException {
        OUTCOMES.add(check(theCase, new PostgresWords(), fresh));
    }

    static Outcome check(Case theCase, SnapshotWords words, Supplier<Database> fresh) throws IOException {
        CaseRunner runner = new CaseRunner(theCase, fresh.get());
        CanonicalSchema catalog = runner.run();
        SortedSet<String> ours = SnapshotText.of(catalog, words, "public");
        SortedSet<String> theirs = theCase.finalSnapshot()
                .map(s -> SnapshotText.of(s, words, "public"))
                .orElse(new TreeSet<>());
        Outcome outcome = compare(theCase, ours, theirs, runner.refusals());
        if (outcome.kind() == Outcome.Kind.UNEXPLAINED && runner.endsInWhatTheModelSays(catalog, fresh.get())) {
            outcome = outcome.because("an alter ends in what the model says: this is the catalog of a fresh create");
        }
        assertThat(outcome.kind())
                .as(String.join("\n", outcome.differences()) + "\nrefused: " + runner.refusals())
                .isNotEqualTo(Outcome.Kind.UNEXPLAINED);
        if (outcome.kind() == Outcome.Kind.DEVIATING && FOLDER.equals(BUILT_IN)) {
            Pinned.check(theCase, outcome, ours, runner.refusals());
        }
        assertThat(runner.alterAgain()).as("statements of a second alter").isEmpty();
        return outcome;
    }

    private static Outcome compare(
            Case theCase, SortedSet<String> ours, SortedSet<String> theirs, List<String> refusals) {
        List<String> differences = Differences.between(theirs, ours);
        if (differences.isEmpty()) {
            return new Outcome(theCase.id(), Outcome.Kind.EQUAL, "", differences);
        }
        Optional<String> reason = REASONS.explain(theCase, differences, refusals);
        return new Outcome(
                theCase.id(),
                reason.isPresent() ? Outcome.Kind.DEVIATING : Outcome.Kind.UNEXPLAINED,
                reason.orElse(""),
                differences);
    }

    @AfterAll
    static void report() throws IOException {
        Map<Outcome.Kind, Long> counts = new EnumMap<>(Outcome.Kind.class);
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            counts.put(kind, OUTCOMES.stream().filter(o -> o.kind() == kind).count());
        }
        System.out.println("conformance postgres: " + counts);
        Path folder = Files.createDirectories(Path.of("target/conformance"));
        Files.write(
                folder.resolve("postgres.tsv"),
                OUTCOMES.stream().map(Outcome::line).sorted().toList());
    }
}

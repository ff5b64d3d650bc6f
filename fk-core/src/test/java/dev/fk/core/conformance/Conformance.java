package dev.fk.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
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

/**
 * One run of the cases on one server: checks each and keeps how it came out, for {@code target/conformance}. {@code
 * -Dfk.conformance=<folder>} runs other cases of the same layout, {@code cases/} and {@code expected/<dialect>/}.
 */
final class Conformance {
    private static final Path BUILT_IN = Path.of("src/test/resources/conformance");
    private static final Path FOLDER = folder();
    private static final Reasons REASONS = new Reasons();

    private final String dialect;
    private final String server;
    private final SnapshotWords words;
    private final AlterVerdicts alters = new AlterVerdicts();
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

    /** @param server what to call the run; the report's file has this name */
    Conformance(String dialect, String server, SnapshotWords words) {
        this.dialect = dialect;
        this.server = server;
        this.words = words;
    }

    private static Path folder() {
        String wanted = System.getProperty("fk.conformance", BUILT_IN.toString());
        Path here = Path.of(wanted);
        return Files.isDirectory(here) ? here : Path.of("..").resolve(wanted);
    }

    List<Case> cases() {
        List<Case> cases = Case.all(FOLDER, dialect);
        assertThat(cases)
                .as("cases for " + dialect + " in " + FOLDER.toAbsolutePath())
                .isNotEmpty();
        return cases;
    }

    /** @param fresh a new empty database at each call */
    void check(Case theCase, Supplier<Database> fresh) throws IOException {
        CaseRunner runner = new CaseRunner(theCase, fresh.get());
        CanonicalSchema catalog = runner.run();
        SortedSet<String> ours = SnapshotText.of(catalog, words, "public");
        Outcome outcome = outcome(theCase, runner, catalog, ours, fresh);
        outcomes.add(outcome);
        if (AlterVerdicts.concerns(theCase)) {
            alters.add(theCase, outcome, runner.endsInWhatTheModelSays(catalog, fresh), runner);
        }
        assertThat(runner.crashes()).isEmpty();
        assertThat(outcome.kind())
                .as(String.join("\n", outcome.differences()) + "\nrefused: " + runner.refusals())
                .isNotEqualTo(Outcome.Kind.UNEXPLAINED);
        if (outcome.kind() == Outcome.Kind.DEVIATING && FOLDER.equals(BUILT_IN)) {
            Pinned.check(theCase, outcome, ours, runner.refusals());
        }
        assertThat(runner.alterAgain()).as("statements of a second alter").isEmpty();
    }

    private Outcome outcome(
            Case theCase,
            CaseRunner runner,
            CanonicalSchema catalog,
            SortedSet<String> ours,
            Supplier<Database> fresh) {
        SortedSet<String> theirs = theCase.finalSnapshot()
                .map(s -> SnapshotText.of(s, words, "public"))
                .orElse(new TreeSet<>());
        List<String> differences = Differences.between(theirs, ours);
        if (differences.isEmpty()) {
            return new Outcome(theCase.id(), Outcome.Kind.EQUAL, "", differences);
        }
        Optional<String> reason = runner.crashes().isEmpty()
                ? REASONS.explain(theCase, differences, runner.refusals())
                : Optional.empty();
        if (reason.isEmpty() && runner.endsInWhatTheModelSays(catalog, fresh)) {
            reason = Optional.of("an alter ends in what the model says: this is the catalog of a fresh create");
        }
        if (reason.isEmpty() && runner.crashes().isEmpty()) {
            reason = runner.refusedBeforehand()
                    .map(r ->
                            "what contradicts itself, has no effect or would be refused by the server is refused before"
                                    + " any statement runs; Sequelize goes on: " + r);
        }
        Outcome.Kind kind = reason.isPresent() ? Outcome.Kind.DEVIATING : Outcome.Kind.UNEXPLAINED;
        return new Outcome(theCase.id(), kind, reason.orElse(""), differences);
    }

    /** Prints the counts and writes a line for each case. */
    void report() throws IOException {
        Map<Outcome.Kind, Long> counts = new EnumMap<>(Outcome.Kind.class);
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            counts.put(kind, outcomes.stream().filter(o -> o.kind() == kind).count());
        }
        System.out.println("conformance " + server + ": " + counts);
        if (FOLDER.equals(BUILT_IN)) {
            alters.check(dialect);
        }
        Path reports = Files.createDirectories(Path.of("target/conformance"));
        List<String> lines = outcomes.stream().map(Outcome::line).sorted().toList();
        Files.write(reports.resolve(server.replaceAll("[^\\w.-]", "-") + ".tsv"), lines);
    }

    /** A line for the count of tests on each server; PostgreSQL's is counted where it is started. */
    void reportServer() throws IOException {
        Path servers = Files.createDirectories(Path.of("target/fk-servers"));
        String line = server.replace(':', ' ') + " container\t" + outcomes.size() + " tests\n";
        Files.writeString(servers.resolve(server.replace(':', '-') + ".txt"), line);
    }
}

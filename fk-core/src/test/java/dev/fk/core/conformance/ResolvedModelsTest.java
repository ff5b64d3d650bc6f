package dev.fk.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.model.ModelException;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Schema;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What models mean, compared with what Sequelize has in memory before it writes any SQL. It needs no server, so it covers
 * all dialects.
 */
class ResolvedModelsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "conformance");

    /** Where we differ although Sequelize is not at fault. */
    private static final Map<String, String> DECISIONS = Map.of(
            "alter-two-models-one-table", "two models on one table are an error",
            "belongsto-fk-is-pk", "with both sides declared, the default action is that of the parent's side",
            "both-allownull-first", "with both sides declared, the default action is that of the parent's side",
            "belongsto-predeclared-actions", "two explicit actions contradict each other",
            "belongsto-predeclared-not-null", "NOT NULL and nullable contradict each other",
            "define-field", "a declared attribute that leaves nullability open is nullable, so SET NULL",
            "define-paranoid", "paranoid without timestamps would do nothing",
            "define-unique-msg-only", "a unique key without a name has none",
            "polymorphic-constrained", "one column cannot reference two tables");

    private static Stream<Case> cases(String dialect) {
        return Case.all(FOLDER, dialect).stream()
                .filter(c -> resolved(c).findAny().isPresent());
    }

    private static Stream<JsonNode> resolved(Case theCase) {
        return Case.elements(theCase.expected().path("steps"))
                .filter(step -> step.path("resolved").isObject());
    }

    @TestFactory
    Stream<DynamicTest> models_mean_what_they_mean_to_sequelize() {
        return Stream.of("postgres", "mysql", "mariadb").flatMap(dialect -> cases(dialect)
                .map(c -> DynamicTest.dynamicTest(
                        dialect + " " + c.id(), () -> resolved(c).forEach(step -> check(c, step)))));
    }

    @Test
    void there_are_as_many_models_as_were_recorded() {
        assertThat(cases("postgres")).hasSizeGreaterThan(150);
    }

    @Test
    void every_decision_is_about_a_case() {
        assertThat(cases("postgres").map(Case::id)).containsAll(DECISIONS.keySet());
    }

    private static void check(Case theCase, JsonNode step) {
        Set<String> theirs = new TreeSet<>();
        step.path("resolved").path("models").forEach(model -> theirs.addAll(ResolvedText.ofResolved(model)));
        Set<String> ours = ours(theCase, step.path("schema").asText());
        if (theCase.knownBug().isEmpty() && !DECISIONS.containsKey(theCase.id())) {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    /** Either lines about the tables or the refusal. */
    private static Set<String> ours(Case theCase, String version) {
        try {
            Models models = CaseModels.of(
                    theCase.definition().path("schemas").path(version),
                    theCase.definition().path("sequelizeOptions"));
            Schema schema = models.schema();
            Set<String> lines = new TreeSet<>();
            schema.tables().values().forEach(table -> lines.addAll(ResolvedText.ofTable(table)));
            return lines;
        } catch (ModelException | CannotBeWritten refusal) {
            return Set.of(refusal.getMessage());
        }
    }
}

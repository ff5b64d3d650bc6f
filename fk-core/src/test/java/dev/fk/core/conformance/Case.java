package dev.fk.core.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One case of the conformance suite, and what real Sequelize made of it on one server. */
record Case(String id, JsonNode definition, JsonNode expected, String dialect) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Case> all(Path folder, String dialect) {
        try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
            List<Case> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                JsonNode definition = JSON.readTree(file.toFile());
                Path expected = folder.resolve("expected").resolve(dialect).resolve(file.getFileName());
                if (runsOn(definition, dialect) && Files.exists(expected)) {
                    String id = definition.path("id").asText();
                    cases.add(new Case(id, definition, JSON.readTree(expected.toFile()), dialect));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> steps() {
        return elements(definition.path("steps"))
                .filter(s -> runsOn(s, dialect))
                .toList();
    }

    /** The catalog after the last step, which is the last one that was written down. */
    Optional<JsonNode> finalSnapshot() {
        return elements(expected.path("steps"))
                .map(s -> s.path("snapshot"))
                .filter(JsonNode::isObject)
                .reduce((a, b) -> b);
    }

    /** What the suite itself says is a defect of Sequelize here, and what would be better. */
    Optional<String> knownBug() {
        return elements(definition.path("knownBugs"))
                .filter(b -> runsOn(b, dialect))
                .map(b ->
                        b.path("what").asText() + " Better: " + b.path("better").asText())
                .reduce((a, b) -> a + " | " + b);
    }

    boolean endsWithAlter() {
        return lastSync().filter(s -> s.path("options").has("alter")).isPresent();
    }

    /** The last step that brings a database in line with models. */
    private Optional<JsonNode> lastSync() {
        return steps().stream()
                .filter(s -> s.path("op").asText().startsWith("sync"))
                .reduce((a, b) -> b);
    }

    /** {@code alter: {drop: false}}. */
    boolean alterKeepsSurplus() {
        return lastSync()
                .filter(s -> s.path("options").path("alter").isObject())
                .isPresent();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean runsOn(JsonNode node, String dialect) {
        JsonNode dialects = node.path("dialects");
        return dialects.isMissingNode()
                || elements(dialects).anyMatch(d -> d.asText().equals(dialect));
    }
}

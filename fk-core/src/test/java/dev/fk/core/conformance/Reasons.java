package dev.fk.core.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Why a catalog of ours differs from Sequelize's: what the case itself calls a bug, or a decision of ours. Decisions are
 * rules over the differing lines and the refusals, not over case names, so that they explain cases nobody has seen yet.
 */
final class Reasons {
    private record Decision(Pattern pattern, String reason) {}

    private final List<Decision> decisions = new ArrayList<>();

    Reasons() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reasons.class.getResourceAsStream("/conformance/decisions.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t+");
        decisions.add(new Decision(Pattern.compile(cells[0]), cells[1]));
    }

    /** The reason for all of the differences; empty if one of them has none. */
    Optional<String> explain(Case theCase, List<String> differences, List<String> refusals) {
        Optional<String> refused = refusals.stream()
                .flatMap(r -> decision(theCase.id() + " ! " + r).stream())
                .findFirst();
        if (refused.isPresent()) {
            return refused;
        }
        TreeSet<String> reasons = new TreeSet<>();
        for (String difference : differences) {
            Optional<String> reason = decision(theCase.id() + " " + difference);
            if (reason.isEmpty()) {
                return theCase.knownBug();
            }
            reasons.add(reason.get());
        }
        return Optional.of(String.join(" | ", reasons));
    }

    private Optional<String> decision(String line) {
        return decisions.stream()
                .filter(d -> d.pattern().matcher(line).find())
                .map(Decision::reason)
                .findFirst();
    }
}

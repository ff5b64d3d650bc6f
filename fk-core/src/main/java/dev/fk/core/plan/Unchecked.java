package dev.fk.core.plan;

import dev.fk.core.dialect.Gaps;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says which foreign keys a plan leaves, that it did not find so, of which the server will not check all rows. */
record Unchecked(Gaps gaps, CanonicalSchema before) {
    /** The steps, of which the last of each such table says so: what earlier ones leave, later ones may mend. */
    List<Step> told(List<Step> steps, LiveRows after) {
        List<Step> all = new ArrayList<>(steps);
        Set<QualifiedName> seen = new HashSet<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Step step = all.get(i);
            QualifiedName table = step.source().subject();
            if (seen.add(table)) {
                List<Assessment> notes =
                        after.of(table).map(TableRows::now).map(this::notes).orElse(List.of());
                all.set(i, notes.isEmpty() ? step : step.with(with(step.assessment(), notes)));
            }
        }
        return all;
    }

    private static Assessment with(Assessment risk, List<Assessment> notes) {
        return Assessment.all(Stream.concat(Stream.of(risk), notes.stream()).toList());
    }

    private List<Assessment> notes(Table table) {
        List<String> known =
                before.schema().table(table.name()).map(this::facts).orElse(List.of());
        return facts(table).stream()
                .filter(f -> !known.contains(f))
                .map(Assessment::told)
                .toList();
    }

    private List<String> facts(Table table) {
        return table.foreignKeys().stream()
                .filter(k -> k.enforcement() != Enforcement.NOT_ENFORCED)
                .map(k -> gaps.of(table, k).map(g -> g.fact() + ". " + g.remedy()))
                .flatMap(Optional::stream)
                .toList();
    }
}

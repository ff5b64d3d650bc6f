package dev.fk.core.model;

import dev.fk.core.model.TableDraft.UniqueDraft;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers the unique keys of a table from attributes, associations and the model itself. */
final class UniqueKeys {
    private final Conventions conventions;
    private final Problems problems;

    UniqueKeys(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    List<UniqueKey> of(TableDraft draft) {
        List<UniqueDraft> drafts = new ArrayList<>();
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (AttributeDraft attribute : draft.attributes.values()) {
            for (Optional<String> unique : attribute.uniques) {
                if (unique.isPresent()) {
                    named.computeIfAbsent(unique.get(), n -> new ArrayList<>()).add(attribute.name);
                } else {
                    drafts.add(new UniqueDraft(unique, List.of(attribute.name)));
                }
            }
        }
        named.forEach((name, attributes) -> drafts.add(new UniqueDraft(Optional.of(name), attributes)));
        drafts.addAll(draft.uniques);
        return Stream.concat(
                        drafts.stream()
                                .flatMap(u -> unique(
                                        draft,
                                        u.name(),
                                        draft.columns(u.attributes().stream()
                                                .distinct()
                                                .toList()),
                                        Deferrability.NOT_DEFERRABLE)),
                        draft.spec.uniques.stream().flatMap(u -> declared(draft, u)))
                .distinct()
                .toList();
    }

    private Stream<UniqueKey> declared(TableDraft draft, Declared<UniqueSpec> declared) {
        UniqueSpec spec = declared.value();
        String subject = "The unique key of model " + draft.model + " at " + declared.site();
        List<String> columns = new ArrayList<>();
        for (String attribute : spec.attributes) {
            Optional<String> column = draft.columnOf(attribute);
            column.ifPresent(columns::add);
            if (column.isEmpty()) {
                problems.add(subject + " is on " + attribute + ", but there is no such attribute"
                        + Hint.on(attribute, draft.attributes.keySet()));
            }
        }
        if (spec.attributes.isEmpty()) {
            problems.add(subject + " is on nothing. Name its attributes with on(...).");
        }
        if (Set.copyOf(columns).size() < columns.size()) {
            problems.add(subject + " names a column twice: " + String.join(", ", columns) + ". Remove one of them.");
        }
        return unique(draft, spec.name, columns, spec.deferrability);
    }

    /** Nothing if the columns cannot make a key; then the reason is reported where they come from. */
    private Stream<UniqueKey> unique(
            TableDraft draft, Optional<String> name, List<String> columns, Deferrability deferrability) {
        if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
            return Stream.empty();
        }
        Optional<String> conventional = conventions.namesConstraints()
                ? Optional.of(ConstraintNames.uniqueKey(draft.table, columns))
                : Optional.empty();
        return Stream.of(new UniqueKey(name.or(() -> conventional), columns, deferrability, Options.none()));
    }
}

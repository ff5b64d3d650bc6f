package dev.fk.core.model;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the indexes of a model, which are on attributes, into indexes of a table, which are on columns. */
final class Indexes {
    private final Conventions conventions;
    private final Problems problems;

    Indexes(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    List<Index> of(TableDraft draft) {
        List<Index> indexes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Declared<IndexSpec> declared : draft.spec.indexes) {
            index(draft, declared).ifPresent(index -> {
                String name = index.name().orElseThrow();
                if (names.add(name)) {
                    indexes.add(index);
                } else {
                    problems.add("Two indexes of model " + draft.model + " are called " + name + ", the second at "
                            + declared.site() + ". Give one another name with index(i -> i.named(...)).");
                }
            });
        }
        return indexes;
    }

    private Optional<Index> index(TableDraft draft, Declared<IndexSpec> declared) {
        IndexSpec spec = declared.value();
        String subject = "The index of model " + draft.model + " at " + declared.site();
        List<IndexPart> parts = new ArrayList<>();
        for (IndexPart part : spec.parts) {
            Optional<String> column = part.isExpression() ? Optional.of(part.text()) : draft.columnOf(part.text());
            column.ifPresent(name -> parts.add(part.withText(name)));
            if (column.isEmpty()) {
                problems.add(subject + " is on " + part.text() + ", but there is no such attribute"
                        + Hint.on(part.text(), draft.attributes.keySet()));
            }
        }
        if (spec.parts.isEmpty()) {
            problems.add(subject + " is on nothing. Name its attributes with on(...).");
        }
        boolean nameless = spec.name.isEmpty() && parts.stream().anyMatch(IndexPart::isExpression);
        if (nameless) {
            problems.add(
                    subject + " is on an expression, from which no name can be made. Give it one with named(...).");
        }
        if (nameless || parts.isEmpty() || parts.size() < spec.parts.size()) {
            return Optional.empty();
        }
        List<String> columns = parts.stream().map(IndexPart::text).toList();
        String name = spec.name.orElseGet(() -> conventions.namesConstraints()
                ? ConstraintNames.index(draft.table, columns)
                : Casing.defaultIndexName(draft.table.name(), columns));
        return Optional.of(new Index(Optional.of(name), parts, spec.unique, spec.method, spec.where, Options.none()));
    }
}

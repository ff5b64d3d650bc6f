package dev.fk.core.model;

import dev.fk.core.model.ModelSpec.CheckSpec;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a finished draft down as a table. */
final class SchemaAssembler {
    private final Conventions conventions;
    private final Problems problems;

    SchemaAssembler(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    Table table(TableDraft draft, List<ForeignKey> foreignKeys) {
        List<Column> columns = draft.attributes.values().stream()
                .map(a -> a.toColumn(draft.underscored))
                .toList();
        return new Table(
                draft.table,
                columns,
                primaryKey(draft),
                uniqueKeys(draft),
                foreignKeys,
                indexes(draft),
                draft.spec.checks.stream()
                        .map(c -> check(draft.table, c.value()))
                        .toList(),
                List.of(),
                draft.spec.comment,
                draft.spec.options);
    }

    private Optional<PrimaryKey> primaryKey(TableDraft draft) {
        List<String> columns = draft.columns(draft.primaryKey());
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = named(ConstraintNames.primaryKey(draft.table));
        return Optional.of(new PrimaryKey(name, columns, Deferrability.NOT_DEFERRABLE, Options.none()));
    }

    private List<UniqueKey> uniqueKeys(TableDraft draft) {
        List<UniqueKey> keys = new ArrayList<>();
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (AttributeDraft attribute : draft.attributes.values()) {
            String column = draft.column(attribute.name);
            for (Optional<String> unique : attribute.uniques) {
                if (unique.isPresent()) {
                    List<String> columns = named.computeIfAbsent(unique.get(), n -> new ArrayList<>());
                    if (!columns.contains(column)) {
                        columns.add(column);
                    }
                } else {
                    keys.add(unique(draft, Optional.empty(), List.of(column)));
                }
            }
        }
        named.forEach((name, columns) -> keys.add(unique(draft, Optional.of(name), columns)));
        draft.uniques.forEach(u -> keys.add(unique(draft, u.name(), draft.columns(u.attributes()))));
        return keys.stream().distinct().toList();
    }

    private UniqueKey unique(TableDraft draft, Optional<String> name, List<String> columns) {
        return new UniqueKey(
                name.or(() -> named(ConstraintNames.uniqueKey(draft.table, columns))),
                columns,
                Deferrability.NOT_DEFERRABLE,
                Options.none());
    }

    private List<Index> indexes(TableDraft draft) {
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
        List<IndexPart> parts = new ArrayList<>();
        for (IndexPart part : spec.parts) {
            Optional<String> column = part.isExpression() ? Optional.of(part.text()) : draft.columnOf(part.text());
            if (column.isEmpty()) {
                problems.add("The index of model " + draft.model + " at " + declared.site() + " is on " + part.text()
                        + ", but there is no such attribute"
                        + Hint.on(part.text(), draft.attributes.keySet()));
                return Optional.empty();
            }
            parts.add(part.withText(column.get()));
        }
        if (parts.isEmpty()) {
            problems.add("The index of model " + draft.model + " at " + declared.site()
                    + " is on nothing. Name its attributes with on(...).");
            return Optional.empty();
        }
        if (spec.name.isEmpty() && parts.stream().anyMatch(IndexPart::isExpression)) {
            problems.add("The index of model " + draft.model + " at " + declared.site()
                    + " is on an expression, from which no name can be made. Give it one with named(...).");
            return Optional.empty();
        }
        List<String> columns = parts.stream().map(IndexPart::text).toList();
        String name = spec.name.orElseGet(() -> conventions.namesConstraints()
                ? ConstraintNames.index(draft.table, columns)
                : Casing.defaultIndexName(draft.table.name(), columns));
        return Optional.of(new Index(Optional.of(name), parts, spec.unique, spec.method, spec.where, Options.none()));
    }

    private Check check(QualifiedName table, CheckSpec spec) {
        return new Check(
                spec.name().or(() -> named(ConstraintNames.check(table, spec.sql()))),
                new Expression(spec.sql()),
                Enforcement.ENFORCED,
                Options.none());
    }

    private Optional<String> named(String name) {
        return conventions.namesConstraints() ? Optional.of(name) : Optional.empty();
    }
}

package dev.fk.core.model;

import dev.fk.core.model.ModelSpec.CheckSpec;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;

/** Writes a finished draft down as a table. */
final class SchemaAssembler {
    private final Conventions conventions;
    private final Problems problems;

    SchemaAssembler(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    /** Finds what is wrong with keys and indexes as soon as all attributes are known. */
    void check(TableDraft draft) {
        new UniqueKeys(conventions, problems).of(draft);
        new Indexes(conventions, problems).of(draft);
    }

    Table table(TableDraft draft, List<ForeignKey> foreignKeys) {
        List<Column> columns = draft.attributes.values().stream()
                .map(a -> a.toColumn(draft.underscored))
                .toList();
        return new Table(
                draft.table,
                columns,
                primaryKey(draft),
                new UniqueKeys(conventions, problems).of(draft),
                foreignKeys,
                new Indexes(conventions, problems).of(draft),
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
        Optional<String> name = draft.spec.primaryKeyName.or(() -> named(ConstraintNames.primaryKey(draft.table)));
        return Optional.of(new PrimaryKey(name, columns, Deferrability.NOT_DEFERRABLE, Options.none()));
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

package dev.fk.core.model;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declarations to schema: tables, associations, constraints, and at the end either all problems or the result. */
final class ModelsResolver {
    private final Problems problems;
    private final Conventions conventions;
    private final TableDrafts tableDrafts;
    private final Map<Model, TableDraft> drafts = new LinkedHashMap<>();
    private final Sites sites = new Sites();

    ModelsResolver(Conventions conventions, Problems problems) {
        this.problems = problems;
        this.conventions = conventions;
        this.tableDrafts = new TableDrafts(conventions, problems);
    }

    Models resolve(ModelsSpec spec) {
        gather(spec);
        List<Association> associations = known(spec.associations());
        Throughs throughs = new Throughs(drafts, tableDrafts, conventions, problems);
        AssociationResolver resolver = new AssociationResolver(conventions, problems, drafts, throughs);
        new AttributeReferences(drafts, problems).claim(drafts.values(), resolver);
        List<ForeignKeyDraft> foreignKeys = resolver.resolve(associations);
        List<TableDraft> all = new ArrayList<>(drafts.values());
        all.addAll(throughs.generated());
        Map<TableDraft, List<ForeignKey>> byOwner = merge(foreignKeys);
        new Consistency(problems).check(all, associations, drafts, foreignKeys);
        SchemaAssembler assembler = new SchemaAssembler(conventions, problems);
        all.forEach(assembler::check);
        problems.throwIfAny();
        List<Table> tables = new ArrayList<>();
        for (TableDraft draft : all) {
            tables.add(assembler.table(draft, byOwner.getOrDefault(draft, List.of())));
            sites.add(draft);
        }
        Map<String, QualifiedName> names = new LinkedHashMap<>();
        all.forEach(d -> names.put(d.model, d.table));
        return new Models(Schema.of(tables, List.of()), names, sites);
    }

    private void gather(ModelsSpec spec) {
        Map<String, Model> byName = new LinkedHashMap<>();
        for (Model model : spec.models()) {
            Model first = byName.putIfAbsent(model.name(), model);
            boolean nameless = model.name().isBlank()
                    || model.spec().tableName.filter(String::isBlank).isPresent()
                    || model.spec().schema.filter(String::isBlank).isPresent();
            if (nameless) {
                problems.add("A model at " + model.site() + " has an empty name, table name or schema. Give it one, or "
                        + "leave it to the conventions.");
            } else if (first == null) {
                drafts.put(model, tableDrafts.of(model.name(), model.spec(), model.site()));
            } else {
                problems.add("Model " + model.name() + " is defined twice, at " + first.site() + " and at "
                        + model.site() + ". Remove one of them, or give it another name and tableName.");
            }
        }
    }

    /** Leaves out what names models of another Models.define, or of one that was defined twice. */
    private List<Association> known(List<Association> associations) {
        List<Association> known = new ArrayList<>();
        for (Association association : associations) {
            boolean here = drafts.containsKey(association.source()) && drafts.containsKey(association.target());
            if (here) {
                known.add(association);
            } else if (!association.target().isOf(association.source())) {
                problems.add(association.describe() + " at " + association.site() + " joins a model of another "
                        + "Models.define. Declare both in one.");
            }
        }
        return known;
    }

    private Map<TableDraft, List<ForeignKey>> merge(List<ForeignKeyDraft> foreignKeys) {
        ForeignKeyMerger merger = new ForeignKeyMerger(conventions, problems);
        foreignKeys.forEach(merger::describeAttributes);
        new TypeResolver(problems).resolve(foreignKeys, merger);
        Map<TableDraft, List<ForeignKey>> byOwner = new LinkedHashMap<>();
        for (ForeignKeyDraft draft : foreignKeys) {
            Optional<ForeignKey> merged = merger.merge(draft);
            merged.ifPresent(foreignKey -> {
                byOwner.computeIfAbsent(draft.owner, o -> new ArrayList<>()).add(foreignKey);
                sites.add(draft, foreignKey);
            });
        }
        return byOwner;
    }
}

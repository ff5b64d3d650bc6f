package dev.fk.core.model;

import dev.fk.core.model.Association.BelongsToMany;
import dev.fk.core.model.ModelSpec.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which table a belongsToMany goes through; makes it when a string was given that no model is called by. */
final class ThroughTables {
    private final Map<Model, TableDraft> drafts;
    private final TableDrafts tableDrafts;
    private final Conventions conventions;
    private final Problems problems;
    private final Map<String, TableDraft> generated = new LinkedHashMap<>();

    ThroughTables(Map<Model, TableDraft> drafts, TableDrafts tableDrafts, Conventions conventions, Problems problems) {
        this.drafts = drafts;
        this.tableDrafts = tableDrafts;
        this.conventions = conventions;
        this.problems = problems;
    }

    List<TableDraft> generated() {
        return List.copyOf(generated.values());
    }

    Optional<TableDraft> find(BelongsToMany association, List<BelongsToMany> all) {
        BelongsToManySpec spec = association.spec();
        String subject = association.describe() + " at " + association.site();
        if (spec.throughName.isPresent() == spec.throughModel.isPresent()) {
            problems.add(
                    spec.throughName.isPresent()
                            ? subject + " says through(...) twice. Remove one of them."
                            : subject + " does not say through which table. Add through(\"...\") or through(model).");
            return Optional.empty();
        }
        Optional<TableDraft> declared = spec.throughModel
                .map(m -> Optional.ofNullable(drafts.get(m.value())))
                .orElseGet(() -> named(spec));
        if (declared.isPresent()) {
            checkNothingIsGenerated(subject, spec, declared.get());
            return declared;
        }
        if (spec.throughModel.isPresent()) {
            problems.add(subject + " goes through model "
                    + spec.throughModel.get().value().name() + ", which belongs to another Models.define.");
            return Optional.empty();
        }
        return spec.throughName.map(n -> generated.computeIfAbsent(n.value(), name -> {
            List<BelongsToMany> same = all.stream()
                    .filter(a -> a.spec().throughName.map(Declared::value).equals(Optional.of(name)))
                    .toList();
            return generate(name, same);
        }));
    }

    private Optional<TableDraft> named(BelongsToManySpec spec) {
        return spec.throughName.flatMap(name -> drafts.values().stream()
                .filter(d -> d.model.equals(name.value()))
                .findFirst());
    }

    private void checkNothingIsGenerated(String subject, BelongsToManySpec spec, TableDraft through) {
        Stream<Declared<String>> useless = Stream.concat(
                spec.timestamps.stream()
                        .map(t -> new Declared<>(t.value() ? "timestamps()" : "noTimestamps()", t.site())),
                spec.paranoid.stream().map(p -> new Declared<>("paranoid()", p.site())));
        useless.forEach(option -> problems.add(subject + " goes through model " + through.model + ", so "
                + option.value() + " at " + option.site() + " changes nothing. Say it on the model."));
    }

    /** Options of the declaring model apply, for Sequelize copies them; but not its comment or its indexes. */
    private TableDraft generate(String name, List<BelongsToMany> associations) {
        BelongsToMany first = associations.get(0);
        TableDraft source = Optional.ofNullable(drafts.get(first.source())).orElseThrow();
        ModelSpec spec = new ModelSpec();
        spec.tableName = Optional.of(name);
        spec.schema = source.table.schema();
        spec.underscored = Optional.of(source.underscored);
        spec.options = source.spec.options;
        Agreement agreement = new Agreement();
        boolean timestamps = agreement
                .on(
                        "it",
                        associations.stream()
                                .flatMap(a -> a.spec().timestamps.stream())
                                .toList(),
                        t -> t ? "with timestamps" : "without timestamps")
                .orElse(conventions.hasTimestamps());
        agreement.report("Table " + name, problems);
        spec.timestamps = Optional.of(new Declared<>(timestamps, first.site()));
        if (timestamps) {
            spec.timestampNames.putAll(source.spec.timestampNames);
            spec.timestampNames.remove(Timestamp.DELETED_AT);
        }
        spec.paranoid = associations.stream()
                .flatMap(a -> a.spec().paranoid.stream())
                .findFirst()
                .or(() -> Optional.of(new Declared<>(false, first.site())));
        return tableDrafts.of(name, spec, first.site());
    }
}

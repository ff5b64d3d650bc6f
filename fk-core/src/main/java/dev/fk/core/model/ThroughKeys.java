package dev.fk.core.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The primary key and unique keys of a table between models. A table without a primary key of its own gets one of all its
 * foreign keys, so that three models can meet in it; one that has its own gets a unique key for each pair.
 */
final class ThroughKeys {
    private final TableDraft through;
    private final List<ThroughLink> links;
    private final Map<Model, TableDraft> drafts;
    private final Problems problems;

    ThroughKeys(TableDraft through, List<ThroughLink> links, Map<Model, TableDraft> drafts, Problems problems) {
        this.through = through;
        this.links = links;
        this.drafts = drafts;
        this.problems = problems;
    }

    void settle() {
        links.forEach(link -> link.name(problems));
        if (through.hasGeneratedId && isUnique()) {
            through.attributes.remove("id");
            through.hasGeneratedId = false;
            Set<String> key = new LinkedHashSet<>(through.attributes.keySet());
            List<String> all = links.stream()
                    .flatMap(l -> l.attributes().stream())
                    .distinct()
                    .toList();
            key.retainAll(all);
            key.addAll(all);
            through.throughKey.addAll(key);
        }
    }

    private boolean isUnique() {
        Agreement agreement = new Agreement();
        boolean unique = agreement
                .on("it", options().flatMap(s -> s.uniques.stream()).toList(), u -> u ? "unique" : "not unique")
                .orElse(true);
        agreement.report("The pair of foreign keys of " + through.table, problems);
        return unique;
    }

    private Stream<BelongsToManySpec> options() {
        return links.stream().flatMap(l -> l.declarations.stream()).map(Association.BelongsToMany::spec);
    }

    void finish(Conventions conventions) {
        through.throughKey.removeIf(name -> !through.attributes.containsKey(name)); // refused as a foreign key
        through.throughKey.forEach(name -> through.attribute(name).primaryKey = true);
        for (ThroughLink link : links) {
            List<Declared<String>> names = link.declarations.stream()
                    .flatMap(d -> d.spec().uniqueKeys.stream())
                    .toList();
            Agreement agreement = new Agreement();
            Optional<String> name = agreement.on("its name", names, n -> n);
            agreement.report("The unique key of " + through.table, problems);
            boolean isKey = new HashSet<>(through.primaryKey()).equals(new HashSet<>(link.attributes()));
            if (through.throughKey.isEmpty() && !isKey && isUnique()) {
                through.uniques.add(uniqueKey(link, name, conventions));
            } else {
                names.forEach(n -> problems.add("uniqueKey(" + n.value() + ") at " + n.site() + " has nothing to name: "
                        + "the foreign keys of " + through.table
                        + (isUnique() ? " are its primary key." : " are not unique.") + " Remove it."));
            }
        }
    }

    private TableDraft.UniqueDraft uniqueKey(ThroughLink link, Optional<String> name, Conventions conventions) {
        List<String> attributes = through.attributes.keySet().stream()
                .filter(link.attributes()::contains)
                .toList();
        Optional<String> sequelizes =
                conventions.namesConstraints() ? Optional.empty() : Optional.of(link.defaultUniqueName(drafts));
        return new TableDraft.UniqueDraft(name.or(() -> sequelizes), attributes);
    }
}

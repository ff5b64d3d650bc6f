package dev.fk.core.model;

import dev.fk.core.model.Association.BelongsToMany;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All tables between two models: finds or makes them, and settles their keys before other associations need them. */
final class Throughs {
    private final Map<Model, TableDraft> drafts;
    private final ThroughTables tables;
    private final Problems problems;
    private final Map<TableDraft, List<ThroughLink>> links = new LinkedHashMap<>();
    private final Map<BelongsToMany, ThroughLink> linkOf = new LinkedHashMap<>();

    Throughs(Map<Model, TableDraft> drafts, TableDrafts tableDrafts, Conventions conventions, Problems problems) {
        this.drafts = drafts;
        this.tables = new ThroughTables(drafts, tableDrafts, conventions, problems);
        this.problems = problems;
    }

    void prepare(List<BelongsToMany> associations) {
        for (BelongsToMany association : associations) {
            tables.find(association, associations).ifPresent(through -> add(association, through));
        }
        Set<TableDraft> unsettled = new LinkedHashSet<>(links.keySet());
        links.keySet().forEach(through -> settle(through, unsettled));
    }

    /** After the tables that it joins, which may be between others themselves and get their keys from those. */
    private void settle(TableDraft through, Set<TableDraft> unsettled) {
        if (unsettled.remove(through)) {
            List<ThroughLink> of = links.getOrDefault(through, List.of());
            of.stream().flatMap(ThroughLink::parents).forEach(parent -> settle(parent, unsettled));
            new ThroughKeys(through, of, drafts, problems).settle();
        }
    }

    private void add(BelongsToMany association, TableDraft through) {
        TableDraft source = draft(association.source());
        TableDraft target = draft(association.target());
        List<ThroughLink> existing = links.computeIfAbsent(through, t -> new ArrayList<>());
        ThroughLink link = existing.stream()
                .filter(l -> l.joins(source, target))
                .findFirst()
                .orElseGet(() -> {
                    ThroughLink made = new ThroughLink(through, source, target);
                    existing.add(made);
                    return made;
                });
        link.add(association, drafts);
        linkOf.put(association, link);
    }

    private TableDraft draft(Model model) {
        return Optional.ofNullable(drafts.get(model)).orElseThrow();
    }

    void claim(BelongsToMany association, AssociationResolver resolver) {
        Optional.ofNullable(linkOf.get(association)).ifPresent(link -> link.claim(association, drafts, resolver));
    }

    /** To be called when all attributes are there. */
    void finish(Conventions conventions) {
        links.forEach((through, of) -> new ThroughKeys(through, of, drafts, problems).finish(conventions));
    }

    /** The tables that were made because no model is behind their names. */
    List<TableDraft> generated() {
        return tables.generated();
    }
}

package dev.fk.core.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alias stands for one association of a model, and for none of its attributes. */
final class AliasCheck {
    private final Problems problems;

    AliasCheck(Problems problems) {
        this.problems = problems;
    }

    private record Alias(TableDraft model, String name) {}

    void check(List<Association> associations, Map<Model, TableDraft> drafts) {
        Map<Alias, Association> aliases = new HashMap<>();
        for (Association association : associations) {
            TableDraft source =
                    Optional.ofNullable(drafts.get(association.source())).orElseThrow();
            TableDraft target =
                    Optional.ofNullable(drafts.get(association.target())).orElseThrow();
            Optional<Declared<String>> explicit = association.spec().alias;
            String name = explicit.map(Declared::value).orElseGet(() -> defaultName(association, target));
            AttributeDraft attribute = source.attributes.get(name);
            if (attribute != null) {
                problems.add(association.describe() + " at " + association.site() + " is called " + name
                        + ", but so is attribute " + source.model + "." + name + " at " + attribute.site
                        + ". Give the association another name with as(...), or the attribute.");
            }
            explicit.ifPresent(alias -> {
                Association first = aliases.putIfAbsent(new Alias(source, name), association);
                if (first != null) {
                    problems.add("Alias " + name + " of model " + source.model + " is used twice, by "
                            + first.describe() + " at " + first.site() + " and by " + association.describe() + " at "
                            + association.site() + ". Give one of them another as(...).");
                }
            });
            if (explicit.isEmpty() && association instanceof Association.BelongsToMany && source == target) {
                problems.add(association.describe() + " at " + association.site()
                        + " relates a model to itself, so it needs a name for the other end. Add as(\"...\").");
            }
        }
    }

    private static String defaultName(Association association, TableDraft target) {
        boolean one = association instanceof Association.HasOne || association instanceof Association.BelongsTo;
        return one ? target.singular() : target.plural();
    }
}

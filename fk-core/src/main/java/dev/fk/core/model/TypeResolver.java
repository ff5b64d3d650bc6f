package dev.fk.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the attributes that associations added the type of what they reference, and the collation: the MySQL family refuses
 * a foreign key between two collations, PostgreSQL 18 one of which either is not deterministic.
 */
final class TypeResolver {
    private final Problems problems;

    TypeResolver(Problems problems) {
        this.problems = problems;
    }

    /** A referenced attribute may be a foreign key itself, so this goes on as long as it learns something. */
    void resolve(List<ForeignKeyDraft> foreignKeys, ForeignKeyMerger merger) {
        Map<AttributeDraft, AttributeDraft> sources = new LinkedHashMap<>();
        for (ForeignKeyDraft draft : foreignKeys) {
            List<AttributeDraft> referenced = merger.referencedAttributes(draft);
            for (int i = 0; i < referenced.size(); i++) {
                AttributeDraft attribute = draft.owner.attribute(draft.attributes.get(i));
                if (attribute.types.isEmpty()) {
                    sources.putIfAbsent(attribute, referenced.get(i));
                }
            }
        }
        boolean learnt = true;
        while (learnt) {
            learnt = sources.entrySet().removeIf(e -> copyType(e.getKey(), e.getValue()));
        }
        sources.forEach((attribute, source) -> problems.add("The type of the foreign key attribute " + attribute.name
                + " (" + attribute.site + ") comes from " + source.name + " (" + source.site
                + "), which has none. Declare one of them with its type."));
    }

    private static boolean copyType(AttributeDraft attribute, AttributeDraft source) {
        if (source.types.isEmpty()) {
            return false;
        }
        attribute.types.add(new Declared<>(source.types.get(0).value(), attribute.site));
        if (attribute.collations.isEmpty()) {
            source.collations.stream()
                    .limit(1)
                    .forEach(c -> attribute.collations.add(new Declared<>(c.value(), attribute.site)));
        }
        return true;
    }
}

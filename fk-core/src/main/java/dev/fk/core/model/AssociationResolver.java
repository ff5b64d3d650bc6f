package dev.fk.core.model;

import dev.fk.core.model.ForeignKeyClaim.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns associations into claims on foreign keys, brings together those that speak of the same one, and adds the attributes
 * that no model declares. Which side was declared first makes no difference but to the order of the added columns.
 */
final class AssociationResolver {
    private final Conventions conventions;
    private final Problems problems;
    private final Map<Model, TableDraft> drafts;
    private final Throughs throughs;
    private final Map<Key, ForeignKeyDraft> foreignKeys = new LinkedHashMap<>();

    private record Key(TableDraft owner, List<String> attributes) {}

    AssociationResolver(Conventions conventions, Problems problems, Map<Model, TableDraft> drafts, Throughs throughs) {
        this.conventions = conventions;
        this.problems = problems;
        this.drafts = drafts;
        this.throughs = throughs;
    }

    List<ForeignKeyDraft> resolve(List<Association> associations) {
        throughs.prepare(associations.stream()
                .filter(Association.BelongsToMany.class::isInstance)
                .map(Association.BelongsToMany.class::cast)
                .toList());
        for (Association association : associations) {
            if (association instanceof Association.Direct direct) {
                direct(direct);
            } else if (association instanceof Association.BelongsToMany between) {
                throughs.claim(between, this);
            }
        }
        throughs.finish(conventions);
        return new ArrayList<>(foreignKeys.values());
    }

    private void direct(Association.Direct association) {
        TableDraft child = drafts.get(association.child());
        TableDraft parent = drafts.get(association.parent());
        if (child == null || parent == null) {
            return; // left out by the caller, who reports it
        }
        DirectAssociationSpec<?> spec = association.spec();
        Agreement agreement = new Agreement();
        Optional<List<String>> referenced =
                agreement.on("the referenced key", spec.referenced, names -> String.join(", ", names));
        Optional<List<String>> named = agreement.on("foreignKey", spec.key.names, names -> String.join(", ", names));
        agreement.report(association.describe(), problems);

        List<String> referencedNames = referenced.orElseGet(parent::primaryKey);
        if (referencedNames.isEmpty()) {
            String option = association instanceof Association.BelongsTo ? "targetKey" : "sourceKey";
            problems.add(association.describe() + " at " + association.site() + " needs something to reference, but "
                    + parent.model + " has no primary key. Name a unique attribute with " + option + "(...).");
            return;
        }
        List<String> attributes = named.orElseGet(() -> defaultNames(association, parent, referencedNames));
        if (attributes.size() != referencedNames.size()) {
            problems.add(association.describe() + " at " + association.site() + " has the foreign key ("
                    + String.join(", ", attributes) + "), but references " + parent.model + "("
                    + String.join(", ", referencedNames) + "). Name one attribute for each that is referenced.");
            return;
        }
        boolean constrained = spec.constraints.map(Declared::value).orElse(true);
        Kind kind = association instanceof Association.BelongsTo ? Kind.CHILD : Kind.PARENT;
        Optional<Declared<List<String>>> explicit = spec.referenced.stream().findFirst();
        claim(
                child,
                attributes,
                new ForeignKeyClaim(
                        kind,
                        association.describe(),
                        association.site(),
                        ParentTable.of(parent),
                        explicit,
                        spec.key,
                        constrained));
    }

    /** Sequelize 6 makes the name from the primary key even where another key is referenced. */
    private List<String> defaultNames(Association.Direct association, TableDraft parent, List<String> referenced) {
        List<String> key = parent.primaryKey();
        boolean afterPrimaryKey = !conventions.namesForeignKeyAfterItsTarget() && key.size() == referenced.size();
        String prefix = prefix(association, parent);
        return (afterPrimaryKey ? key : referenced)
                .stream().map(part -> Casing.camelize(prefix + "_" + part)).toList();
    }

    private String prefix(Association.Direct association, TableDraft parent) {
        Optional<String> alias = association.spec().alias.map(Declared::value);
        if (association instanceof Association.BelongsTo) {
            return alias.orElseGet(parent::singular);
        }
        if (association instanceof Association.HasOne && conventions.hasOneAliasNamesForeignKey()) {
            return Inflection.singularize(alias.orElse(parent.model));
        }
        return parent.singular();
    }

    /** Also for attributes that declare their own reference. */
    void claim(TableDraft owner, List<String> attributes, ForeignKeyClaim claim) {
        List<String> columns =
                attributes.stream().filter(a -> isColumnOnly(owner, a)).toList();
        columns.forEach(column -> reportColumn(owner, column, claim));
        if (columns.isEmpty()) {
            attributes.forEach(
                    a -> owner.attributes.computeIfAbsent(a, name -> AttributeDraft.added(name, claim.site())));
            foreignKeys
                    .computeIfAbsent(new Key(owner, attributes), k -> new ForeignKeyDraft(owner, attributes))
                    .claims
                    .add(claim);
        }
    }

    private static boolean isColumnOnly(TableDraft owner, String name) {
        return !owner.attributes.containsKey(name) && owner.attributeOn(name).isPresent();
    }

    /** Sequelize 6 would silently keep two attributes on one column. */
    private void reportColumn(TableDraft owner, String column, ForeignKeyClaim claim) {
        owner.attributeOn(column)
                .ifPresent(attribute -> problems.add(claim.description() + " at " + claim.site()
                        + " names its foreign key " + column + ", which is the column of attribute " + owner.model + "."
                        + attribute + ", not an attribute; did you mean foreignKey(\"" + attribute + "\")?"));
    }
}

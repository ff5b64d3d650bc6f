package dev.fk.core.model;

import dev.fk.core.model.ForeignKeyClaim.Kind;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The foreign keys that attributes declare by themselves, as claims like those of associations. */
final class AttributeReferences {
    private final Map<Model, TableDraft> drafts;
    private final Problems problems;

    AttributeReferences(Map<Model, TableDraft> drafts, Problems problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    void claim(Collection<TableDraft> owners, AssociationResolver resolver) {
        for (TableDraft owner : owners) {
            for (AttributeDraft attribute : List.copyOf(owner.attributes.values())) {
                attribute
                        .reference
                        .flatMap(reference -> claim(owner, attribute, reference))
                        .ifPresent(claim -> resolver.claim(owner, List.of(attribute.name), claim));
            }
        }
    }

    private Optional<ForeignKeyClaim> claim(TableDraft owner, AttributeDraft attribute, Reference reference) {
        if (reference.target() instanceof Reference.Target.InModel inModel) {
            TableDraft parent = drafts.get(inModel.model());
            if (parent == null) {
                problems.add("Attribute " + owner.model + "." + attribute.name + " at " + attribute.site
                        + " references model " + inModel.model().name() + ", which belongs to another "
                        + "Models.define. Declare both in one, or reference its table by name.");
                return Optional.empty();
            }
            return Optional.of(claim(owner, attribute, reference, ParentTable.of(parent), reference.column()));
        }
        QualifiedName table = ((Reference.Target.InTable) reference.target()).table();
        Optional<TableDraft> parent =
                drafts.values().stream().filter(d -> d.table.equals(table)).findFirst();
        String column = parent.flatMap(p -> p.attributeOn(reference.column())).orElse(reference.column());
        return Optional.of(claim(owner, attribute, reference, new ParentTable(table, parent), column));
    }

    private static ForeignKeyClaim claim(
            TableDraft owner, AttributeDraft attribute, Reference reference, ParentTable parent, String referenced) {
        DeclarationSite site = attribute.site;
        KeySpec key = new KeySpec();
        reference.onDelete().ifPresent(a -> key.onDelete.add(new Declared<>(a, site)));
        reference.onUpdate().ifPresent(a -> key.onUpdate.add(new Declared<>(a, site)));
        reference.deferrability().ifPresent(d -> key.deferrabilities.add(new Declared<>(d, site)));
        reference.constraintName().ifPresent(n -> key.constraintNames.add(new Declared<>(n, site)));
        return new ForeignKeyClaim(
                Kind.ATTRIBUTE,
                owner.model + "." + attribute.name,
                site,
                parent,
                Optional.of(new Declared<>(List.of(referenced), site)),
                key,
                true);
    }
}

package dev.fk.core.model;

import dev.fk.core.model.ForeignKeyClaim.Kind;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one foreign key of all claims on the same attributes. Nullability is settled first, by all claims and the declared
 * attribute together, and only then the default action is chosen.
 */
final class ForeignKeyMerger {
    private final Conventions conventions;
    private final Problems problems;

    ForeignKeyMerger(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    /** Passes on to the attributes what was said about them on associations. To be done for all before any is merged. */
    void describeAttributes(ForeignKeyDraft draft) {
        for (ForeignKeyClaim claim : draft.claims) {
            KeySpec key = claim.key();
            for (int i = 0; i < draft.attributes.size(); i++) {
                AttributeDraft attribute = draft.owner.attribute(draft.attributes.get(i));
                attribute.nullable.addAll(key.nullable);
                attribute.types.addAll(key.types);
                attribute.collations.addAll(key.collations);
                attribute.comments.addAll(key.comments);
                attribute.generations.addAll(key.generations);
                addFields(draft, claim, i, attribute);
            }
            key.uniques.forEach(unique -> addUnique(draft, unique.value()));
        }
    }

    private void addFields(ForeignKeyDraft draft, ForeignKeyClaim claim, int position, AttributeDraft attribute) {
        for (Declared<List<String>> fields : claim.key().fields) {
            if (fields.value().size() == draft.attributes.size()) {
                attribute.fields.add(new Declared<>(fields.value().get(position), fields.site()));
            } else {
                problems.add("field(" + String.join(", ", fields.value()) + ") at " + fields.site() + " names "
                        + fields.value().size() + " columns for the attributes (" + String.join(", ", draft.attributes)
                        + ") of " + claim.description() + ". Name one column for each attribute.");
            }
        }
    }

    private static void addUnique(ForeignKeyDraft draft, Optional<String> name) {
        if (name.isPresent() || draft.attributes.size() == 1) {
            draft.attributes.forEach(a -> draft.owner.attribute(a).uniques.add(name));
        } else {
            draft.owner.uniques.add(new TableDraft.UniqueDraft(name, draft.attributes));
        }
    }

    /** Where the types of attributes come from that associations added; empty if the parent lacks what is referenced. */
    List<AttributeDraft> referencedAttributes(ForeignKeyDraft draft) {
        ForeignKeyClaim leading = draft.leading();
        return leading.parent()
                .model()
                .map(parent -> referenced(draft, leading.parent()).stream()
                        .map(name -> Optional.ofNullable(parent.attributes.get(name)))
                        .flatMap(Optional::stream)
                        .toList())
                .filter(found -> found.size() == draft.attributes.size())
                .orElse(List.of());
    }

    /** The constraint, if any claim wants one. */
    Optional<ForeignKey> merge(ForeignKeyDraft draft) {
        Agreement agreement = new Agreement();
        agreeOnAttributes(draft, agreement);
        List<ForeignKeyClaim> claims = draft.constrained();
        checkUnconstrained(draft);
        if (claims.isEmpty()) {
            checkTypes(draft);
            agreement.report("Foreign key " + draft.describe(), problems);
            return Optional.empty();
        }
        checkParent(draft, claims);
        ParentTable parent = claims.get(0).parent();
        Optional<ReferentialAction> onDelete =
                agreement.on("ON DELETE", declared(claims, k -> k.onDelete), ReferentialAction::sql);
        Optional<ReferentialAction> onUpdate =
                agreement.on("ON UPDATE", declared(claims, k -> k.onUpdate), ReferentialAction::sql);
        Optional<Deferrability> deferrability =
                agreement.on("the constraint", declared(claims, k -> k.deferrabilities), Deferrability::sql);
        Optional<MatchType> match = agreement.on("MATCH", declared(claims, k -> k.matches), MatchType::name);
        Optional<String> name = agreement.on("the constraint's name", declared(claims, k -> k.constraintNames), n -> n);
        agreement.report("Foreign key " + draft.describe(), problems);

        List<String> columns = draft.owner.columns(draft.attributes);
        List<String> referencedColumns = referencedColumns(draft, parent);
        if (referencedColumns.size() != columns.size()) {
            return Optional.empty(); // reported while the columns were looked up
        }
        return Optional.of(new ForeignKey(
                name.or(() -> explicitName(draft, parent, columns)),
                columns,
                parent.table(),
                referencedColumns,
                onDelete.orElseGet(() -> defaultOnDelete(draft, claims)),
                onUpdate.orElseGet(() -> defaultOnUpdate(claims)),
                List.of(),
                match.orElse(MatchType.SIMPLE),
                deferrability.orElse(Deferrability.NOT_DEFERRABLE),
                Enforcement.ENFORCED));
    }

    /** Of columns that refer to several tables without a constraint; nothing else says which of their types is meant. */
    private void checkTypes(ForeignKeyDraft draft) {
        ForeignKeyClaim first = draft.claims.get(0);
        List<DataType> types = types(draft, first);
        boolean declared = draft.claims.stream().anyMatch(c -> !c.key().types.isEmpty())
                || draft.attributes.stream().map(draft.owner::attribute).allMatch(a -> a.declared);
        if (!declared) {
            draft.claims.stream()
                    .filter(c -> types(draft, c).size() == types.size()
                            && !types(draft, c).equals(types))
                    .findFirst()
                    .ifPresent(other -> problems.add("Foreign key " + draft.describe()
                            + " has the type of what it references, which is " + text(types) + " at " + first.site()
                            + " and " + text(types(draft, other)) + " at " + other.site()
                            + ". Declare the attribute with the type that it shall have."));
        }
    }

    private List<DataType> types(ForeignKeyDraft draft, ForeignKeyClaim claim) {
        return claim.parent().model().stream()
                .flatMap(parent -> referenced(draft, claim.parent()).stream()
                        .flatMap(name -> Stream.ofNullable(parent.attributes.get(name)))
                        .flatMap(attribute -> attribute.types.stream().limit(1)))
                .map(Declared::value)
                .toList();
    }

    private static String text(List<DataType> types) {
        return types.stream().map(DataType::describe).collect(Collectors.joining(", "));
    }

    private static void agreeOnAttributes(ForeignKeyDraft draft, Agreement agreement) {
        for (String name : draft.attributes) {
            AttributeDraft attribute = draft.owner.attribute(name);
            String prefix = draft.attributes.size() == 1 ? "" : name + ": ";
            agreement.on(prefix + "the column", attribute.nullable, n -> n ? "nullable" : "NOT NULL");
            agreement.on(prefix + "the type", attribute.types, DataType::describe);
            agreement.on(prefix + "the collation", attribute.collations, c -> c);
            agreement.on(prefix + "the column's name", attribute.fields, n -> n);
            agreement.on(prefix + "the comment", attribute.comments, SqlLiteral::of);
            agreement.on(prefix + "the default", attribute.generations, GenerationText::of);
        }
    }

    /** {@code constraints(false)} and an action contradict each other; Sequelize 6 makes a foreign key then. */
    private void checkUnconstrained(ForeignKeyDraft draft) {
        draft.claims.stream().filter(c -> !c.constrained()).forEach(claim -> {
            KeySpec key = claim.key();
            Stream.of(
                            key.onDelete.stream().map(a -> "onDelete(" + a.value() + ") at " + a.site()),
                            key.onUpdate.stream().map(a -> "onUpdate(" + a.value() + ") at " + a.site()),
                            key.deferrabilities.stream().map(a -> "deferrable(" + a.value() + ") at " + a.site()),
                            key.matches.stream().map(a -> "match(" + a.value() + ") at " + a.site()),
                            key.constraintNames.stream().map(a -> "constraintName(" + a.value() + ") at " + a.site()))
                    .flatMap(s -> s)
                    .forEach(option -> problems.add(claim.description() + " says constraints(false) at " + claim.site()
                            + ", so " + option + " has nothing to act on. Remove one of the two."));
        });
    }

    private void checkParent(ForeignKeyDraft draft, List<ForeignKeyClaim> claims) {
        ForeignKeyClaim first = claims.get(0);
        claims.stream()
                .filter(c -> !c.parent().table().equals(first.parent().table()))
                .findFirst()
                .ifPresent(other -> problems.add("Foreign key " + draft.describe() + " is described twice and the "
                        + "descriptions differ: it references " + first.parent().table() + " at " + first.site()
                        + " and "
                        + other.parent().table() + " at " + other.site() + ". Give one of them another foreignKey; for "
                        + "one column that refers to several tables say constraints(false) on all."));
    }

    private List<String> referencedColumns(ForeignKeyDraft draft, ParentTable parent) {
        List<String> names = referenced(draft, parent);
        if (parent.model().isEmpty()) {
            return names;
        }
        TableDraft model = parent.model().get();
        List<String> unknown =
                names.stream().filter(n -> !model.attributes.containsKey(n)).toList();
        unknown.forEach(name -> problems.add(draft.leading().description() + " at "
                + draft.leading().site() + " references " + model.model + "." + name
                + ", but there is no such attribute"
                + Hint.on(name, model.attributes.keySet())));
        boolean fits = names.size() == draft.attributes.size();
        if (unknown.isEmpty() && !fits) {
            problems.add(
                    draft.leading().description() + " at " + draft.leading().site() + " has the foreign key ("
                            + String.join(", ", draft.attributes) + "), but references " + model.model + "("
                            + String.join(", ", names) + "). Name one attribute for each that is referenced.");
        }
        return unknown.isEmpty() && fits ? model.columns(names) : List.of();
    }

    /** What a claim names explicitly; else the primary key of the parent. */
    private List<String> referenced(ForeignKeyDraft draft, ParentTable parent) {
        Agreement agreement = new Agreement();
        List<Declared<List<String>>> explicit = draft.claims.stream()
                .filter(c -> c.parent().table().equals(parent.table()))
                .flatMap(c -> c.referenced().stream())
                .toList();
        Optional<List<String>> names =
                agreement.on("the referenced key", explicit, n -> "(" + String.join(", ", n) + ")");
        agreement.report("Foreign key " + draft.describe(), problems);
        return names.or(() -> parent.model().map(TableDraft::primaryKey)).orElse(List.of());
    }

    private static <T> List<Declared<T>> declared(
            List<ForeignKeyClaim> claims, Function<KeySpec, List<Declared<T>>> facet) {
        return claims.stream().flatMap(c -> facet.apply(c.key()).stream()).toList();
    }

    private Optional<String> explicitName(ForeignKeyDraft draft, ParentTable parent, List<String> columns) {
        return conventions.namesConstraints()
                ? Optional.of(ConstraintNames.foreignKey(draft.owner.table, columns, parent.table()))
                : Optional.empty();
    }

    private ReferentialAction defaultOnDelete(ForeignKeyDraft draft, List<ForeignKeyClaim> claims) {
        Set<Kind> kinds = kinds(claims);
        if (kinds.equals(Set.of(Kind.ATTRIBUTE))) {
            return ReferentialAction.NO_ACTION;
        }
        if (kinds.contains(Kind.BETWEEN)) {
            return ReferentialAction.CASCADE;
        }
        boolean nullable = draft.attributes.stream().map(draft.owner::attribute).anyMatch(AttributeDraft::isNullable);
        return conventions.defaultOnDelete(nullable, kinds.contains(Kind.PARENT));
    }

    private static ReferentialAction defaultOnUpdate(List<ForeignKeyClaim> claims) {
        return kinds(claims).equals(Set.of(Kind.ATTRIBUTE)) ? ReferentialAction.NO_ACTION : ReferentialAction.CASCADE;
    }

    private static Set<Kind> kinds(List<ForeignKeyClaim> claims) {
        return claims.stream().map(ForeignKeyClaim::kind).collect(Collectors.toUnmodifiableSet());
    }
}

package dev.fk.core.model;

import dev.fk.core.model.Association.BelongsToMany;
import dev.fk.core.model.ForeignKeyClaim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The many-to-many relation of two models through one table, as one or both of them declare it. What one side says of its
 * {@code otherKey} and the other of its {@code foreignKey} is about the same columns.
 */
final class ThroughLink {
    final List<BelongsToMany> declarations = new ArrayList<>();
    private final TableDraft through;
    private final ThroughEnd left;
    private final ThroughEnd right;

    ThroughLink(TableDraft through, TableDraft left, TableDraft right) {
        this.through = through;
        this.left = new ThroughEnd(left);
        this.right = new ThroughEnd(right);
    }

    boolean joins(TableDraft a, TableDraft b) {
        return (left.parent == a && right.parent == b) || (left.parent == b && right.parent == a);
    }

    Stream<TableDraft> parents() {
        return Stream.of(left.parent, right.parent);
    }

    void add(BelongsToMany declaration, Map<Model, TableDraft> drafts) {
        declarations.add(declaration);
        BelongsToManySpec spec = declaration.spec();
        ThroughEnd own = own(declaration, drafts);
        own.hear(spec.key, spec.sourceKeys);
        ThroughEnd other = own == left ? right : left;
        other.hear(spec.otherKey, spec.targetKeys);
        if (left.parent == right.parent) {
            spec.alias.ifPresent(alias -> other.prefix = Optional.of(Inflection.singularize(alias.value())));
        }
    }

    /**
     * The end that references the declaring model. On a self-reference the second declaration is the inverse of the first,
     * unless it names the same keys.
     */
    private ThroughEnd own(BelongsToMany declaration, Map<Model, TableDraft> drafts) {
        if (left.parent != right.parent) {
            return drafts.get(declaration.source()) == left.parent ? left : right;
        }
        BelongsToManySpec first = declarations.get(0).spec();
        BelongsToManySpec spec = declaration.spec();
        boolean same = declaration.equals(declarations.get(0))
                || sameNames(first.key, spec.key)
                || sameNames(first.otherKey, spec.otherKey);
        return same ? left : right;
    }

    private static boolean sameNames(KeySpec a, KeySpec b) {
        return Stream.of(a, b).noneMatch(k -> k.names.isEmpty())
                && a.names.get(0).value().equals(b.names.get(0).value());
    }

    void name(Problems problems) {
        BelongsToMany first = declarations.get(0);
        String subject = first.describe() + " through " + through.table + " at " + first.site();
        if (left.parent == right.parent && declarations.size() > 1 && (left.names.isEmpty() || right.names.isEmpty())) {
            problems.add(subject + " has an inverse at " + declarations.get(1).site()
                    + ", but which key is whose is not said. Give one of them a foreignKey and an otherKey.");
            return;
        }
        left.name(subject, problems);
        right.name(subject, problems);
        if (left.attributes().equals(right.attributes()) && !left.attributes().isEmpty()) {
            problems.add(subject + " uses (" + String.join(", ", left.attributes())
                    + ") for both foreign keys. Name the second one with otherKey(...).");
        }
    }

    /** The attributes of both foreign keys, those of the first declaration's own key first. */
    List<String> attributes() {
        return Stream.concat(left.attributes().stream(), right.attributes().stream())
                .toList();
    }

    /** The last declaration names the unique key, because Sequelize's does. */
    String defaultUniqueName(Map<Model, TableDraft> drafts) {
        BelongsToMany last = declarations.get(declarations.size() - 1);
        ThroughEnd own = own(last, drafts);
        ThroughEnd other = own == left ? right : left;
        return through.table.name() + "_" + String.join("_", own.attributes()) + "_"
                + String.join("_", other.attributes()) + "_unique";
    }

    void claim(BelongsToMany declaration, Map<Model, TableDraft> drafts, AssociationResolver resolver) {
        ThroughEnd own = own(declaration, drafts);
        claim(declaration, own, declaration.spec().key, resolver);
        claim(declaration, own == left ? right : left, declaration.spec().otherKey, resolver);
    }

    private void claim(BelongsToMany declaration, ThroughEnd end, KeySpec key, AssociationResolver resolver) {
        if (end.attributes().isEmpty()) {
            return; // reported when the ends were named
        }
        boolean constrained =
                declaration.spec().constraints.map(Declared::value).orElse(true);
        resolver.claim(
                through,
                end.attributes(),
                new ForeignKeyClaim(
                        Kind.BETWEEN,
                        declaration.describe(),
                        declaration.site(),
                        ParentTable.of(end.parent),
                        end.referenced.stream().findFirst(),
                        key,
                        constrained));
    }
}

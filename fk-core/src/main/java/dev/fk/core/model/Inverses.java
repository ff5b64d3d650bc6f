package dev.fk.core.model;

import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the component of the other record that a {@code @HasMany} or {@code @HasOne} is the other side of. */
final class Inverses {
    private final Conventions conventions;
    private final Problems problems;

    Inverses(Conventions conventions, Problems problems) {
        this.conventions = conventions;
        this.problems = problems;
    }

    /** What the {@code @BelongsTo} of a component says, or leaves to the conventions. */
    record Inverse(List<String> foreignKey, List<String> targetKey) {
        void describe(DirectAssociationSpec<?> other, DeclarationSite site) {
            other.key.names.add(new Declared<>(foreignKey, site));
            if (other.referenced.isEmpty() && !targetKey.isEmpty()) {
                other.referenced.add(new Declared<>(targetKey, site));
            }
        }
    }

    /** Nothing if no component belongs to this record; of several, none can be chosen. */
    Optional<Inverse> of(RecordComponent component) {
        Class<?> parent = component.getDeclaringRecord();
        List<RecordComponent> back = Stream.ofNullable(
                        RecordComponents.recordType(component).getRecordComponents())
                .flatMap(Stream::of)
                .filter(c -> RecordComponents.isPresent(c, BelongsTo.class)
                        && RecordComponents.recordType(c).equals(parent))
                .toList();
        if (back.size() > 1) {
            problems.add(RecordComponents.site(component) + " can be the other side of "
                    + back.stream().map(c -> RecordComponents.site(c).text()).collect(Collectors.joining(" or of "))
                    + ". Say which: "
                    + back.stream().map(c -> foreignKey(inverse(c, parent))).collect(Collectors.joining(" or "))
                    + ".");
        }
        return back.size() == 1 ? Optional.of(inverse(back.get(0), parent)) : Optional.empty();
    }

    private static String foreignKey(Inverse inverse) {
        String names = inverse.foreignKey().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
        return "foreignKey = " + (inverse.foreignKey().size() == 1 ? names : "{" + names + "}");
    }

    /** Named as {@link AssociationResolver} names a key that its {@code belongsTo} does not name. */
    private Inverse inverse(RecordComponent child, Class<?> parent) {
        BelongsTo annotation =
                RecordComponents.annotation(child, BelongsTo.class).orElseThrow();
        List<String> target = List.of(annotation.targetKey());
        if (annotation.foreignKey().length > 0) {
            return new Inverse(List.of(annotation.foreignKey()), target);
        }
        List<String> parts = new ArrayList<>(Stream.of(parent.getRecordComponents())
                .filter(c -> RecordComponents.isPresent(c, Id.class))
                .map(RecordComponent::getName)
                .toList());
        if (parts.isEmpty()) {
            parts.add("id");
        }
        boolean afterTarget =
                !target.isEmpty() && (conventions.namesForeignKeyAfterItsTarget() || target.size() != parts.size());
        return new Inverse(
                (afterTarget ? target : parts)
                        .stream()
                                .map(part -> Casing.camelize(child.getName() + "_" + part))
                                .toList(),
                target);
    }
}

package dev.fk.core.model;

import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.BelongsToMany;
import dev.fk.core.model.annotation.Column;
import dev.fk.core.model.annotation.GeneratedAs;
import dev.fk.core.model.annotation.HasMany;
import dev.fk.core.model.annotation.HasOne;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.OneOf;
import dev.fk.core.model.annotation.Text;
import dev.fk.core.model.annotation.Transient;
import dev.fk.core.model.annotation.Unique;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the annotations of a component that is an association, and its Java type, go together. */
final class ComponentCheck {
    private static final List<Class<? extends Annotation>> ASSOCIATIONS =
            List.of(BelongsTo.class, HasMany.class, HasOne.class, BelongsToMany.class);

    private final RecordComponent component;
    private final Problems problems;

    ComponentCheck(RecordComponent component, Problems problems) {
        this.component = component;
        this.problems = problems;
    }

    static boolean isAssociation(RecordComponent component) {
        return ASSOCIATIONS.stream().anyMatch(a -> RecordComponents.isPresent(component, a));
    }

    void check() {
        List<Class<? extends Annotation>> kinds = present(ASSOCIATIONS);
        if (kinds.size() > 1) {
            problems.add(site() + " is annotated with "
                    + kinds.stream().map(ComponentCheck::name).collect(Collectors.joining(" and "))
                    + ". It is one association: keep one of them.");
            return;
        }
        Class<? extends Annotation> kind = kinds.get(0);
        checkType(name(kind), kind == HasMany.class || kind == BelongsToMany.class);
        boolean hasColumn = kind == BelongsTo.class;
        present(List.of(AutoIncrement.class, GeneratedAs.class, Text.class, OneOf.class, Transient.class))
                .forEach(a -> problems.add(name(a) + " on " + site() + " means nothing beside " + name(kind)
                        + ". Remove one of the two."));
        present(List.of(Id.class)).forEach(id -> problems.add(idOn(hasColumn)));
        if (hasColumn) {
            RecordComponents.annotation(component, Column.class).ifPresent(this::checkColumn);
        } else {
            present(List.of(Column.class, Unique.class))
                    .forEach(a -> problems.add(name(a) + " on " + site() + " means nothing beside " + name(kind)
                            + ", which has its column in another table. "
                            + (kind == HasOne.class && a == Unique.class
                                    ? "Write @HasOne(unique = true)."
                                    : "Remove it.")));
        }
    }

    /** What is wrapped in anything else, such as {@code Optional}, is taken as it comes. */
    private void checkType(String kind, boolean many) {
        Class<?> type = component.getType();
        String target = RecordComponents.recordType(component).getSimpleName();
        if (!many && Iterable.class.isAssignableFrom(type)) {
            problems.add(
                    site() + " is a " + type.getSimpleName() + ", but " + kind + " leads to one row. Make its type "
                            + target + ", or annotate it with @HasMany or @BelongsToMany.");
        }
        if (many && (type.isRecord() || type == Optional.class)) {
            problems.add(site() + " is one " + target + ", but " + kind + " leads to many rows. Make its type List<"
                    + target + ">, or annotate it with @BelongsTo or @HasOne.");
        }
    }

    private String idOn(boolean hasColumn) {
        String subject = "@Id on " + site() + " means nothing, because an association is no attribute. ";
        return hasColumn
                ? subject + "Declare its key as a component with @Id, and name that with @BelongsTo(foreignKey = ...)."
                : subject + "Remove it.";
    }

    /** Its type is that of what it references. */
    private void checkColumn(Column column) {
        Stream.of(
                        Optional.of("length").filter(o -> column.length() >= 0),
                        Optional.of("precision").filter(o -> column.precision() >= 0),
                        Optional.of("scale").filter(o -> column.scale() >= 0),
                        Optional.of("unsigned").filter(o -> column.unsigned()))
                .flatMap(Optional::stream)
                .forEach(option -> problems.add("@Column(" + option + ") on " + site()
                        + " means nothing: the column has the type of what it references. Remove it."));
    }

    private List<Class<? extends Annotation>> present(List<Class<? extends Annotation>> annotations) {
        return annotations.stream()
                .filter(a -> RecordComponents.isPresent(component, a))
                .toList();
    }

    private DeclarationSite site() {
        return RecordComponents.site(component);
    }

    private static String name(Class<? extends Annotation> annotation) {
        return "@" + annotation.getSimpleName();
    }
}

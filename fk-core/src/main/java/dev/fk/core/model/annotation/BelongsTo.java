package dev.fk.core.model.annotation;

import dev.fk.core.schema.ReferentialAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The row of another record that this one refers to; this table gets the foreign key, not null unless the component is
 * nullable. Its columns follow those of the other components.
 */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface BelongsTo {
    /** The attributes of the key; by default made of the component's name and the primary key of the other record. */
    String[] foreignKey() default {};

    /** The referenced attributes, by default the primary key of the other record. */
    String[] targetKey() default {};

    /** At most one value: what happens to a referencing row when the referenced row is deleted. */
    ReferentialAction[] onDelete() default {};

    /** At most one value: what happens to a referencing row when the referenced key changes. */
    ReferentialAction[] onUpdate() default {};

    /** With {@code false} there are columns but no constraint. */
    boolean constraints() default true;

    /** The name of the foreign key constraint; empty means that the server decides. */
    String constraintName() default "";
}

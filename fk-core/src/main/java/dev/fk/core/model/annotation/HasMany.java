package dev.fk.core.model.annotation;

import dev.fk.core.schema.ReferentialAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rows of another record that refer to this one, as a {@code List}; the other table gets the foreign key. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface HasMany {
    /**
     * The attributes of the key on the other record; by default those of its one component that belongs to this record or,
     * if there is none, the names that the conventions give. Of several, one has to be named here.
     */
    String[] foreignKey() default {};

    /** The referenced attributes, by default the primary key of this record. */
    String[] sourceKey() default {};

    /** At most one value: what happens to a referencing row when the referenced row is deleted. */
    ReferentialAction[] onDelete() default {};

    /** At most one value: what happens to a referencing row when the referenced key changes. */
    ReferentialAction[] onUpdate() default {};

    /** With {@code false} there are columns but no constraint. */
    boolean constraints() default true;

    /** The name of the foreign key constraint; empty means that the server decides. */
    String constraintName() default "";
}

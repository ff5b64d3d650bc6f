package dev.fk.core.model.annotation;

import dev.fk.core.schema.ReferentialAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Rows of another record, as a {@code List}, each pair of rows being a row of a table between them. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface BelongsToMany {
    /** The table between: the simple name of a record among the models, or the name of a new table. */
    String through();

    /** The attributes that reference this record. */
    String[] foreignKey() default {};

    /** The attributes that reference the other record. */
    String[] otherKey() default {};

    /** The referenced attributes of this record, by default its primary key. */
    String[] sourceKey() default {};

    /** The referenced attributes of the other record, by default its primary key. */
    String[] targetKey() default {};

    /** At most one value: what happens to the pairs of a row of this record when it is deleted. */
    ReferentialAction[] onDelete() default {};

    /** At most one value: what happens to the pairs of a row of this record when its key changes. */
    ReferentialAction[] onUpdate() default {};

    /** With {@code false} there are columns but no constraints. */
    boolean constraints() default true;

    /** With {@code false} a pair may occur several times. */
    boolean unique() default true;

    /** The name of the unique key over both, on a table with a primary key of its own. */
    String uniqueKey() default "";

    /** A new table gets {@code createdAt} and {@code updatedAt}. */
    boolean timestamps() default false;
}

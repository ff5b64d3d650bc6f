package dev.fk.core.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a component says of its column beyond its Java type. An option that its type has no use for is an error; beside
 * {@link BelongsTo}, whose column has the type of what it references, so are all but {@code name}, {@code comment},
 * {@code defaultExpression} and {@code type}.
 */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Column {
    /** The name of the column; empty means that of the component. */
    String name() default "";

    /** The length of a string, by default 255. */
    int length() default -1;

    /** The digits of a decimal number, or those of a second. */
    int precision() default -1;

    /** The digits of a decimal number behind the point. */
    int scale() default -1;

    /** Without negative numbers (MySQL family). */
    boolean unsigned() default false;

    /** The type as one server writes it: {@code jsonb}, {@code tsvector}. */
    String type() default "";

    /** A default as SQL: {@code 0}, {@code 'new'}, {@code CURRENT_TIMESTAMP}. */
    String defaultExpression() default "";

    String comment() default "";
}

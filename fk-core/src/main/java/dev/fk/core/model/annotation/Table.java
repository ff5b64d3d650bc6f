package dev.fk.core.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a record says of its table; without it the table is called as the plural of the record. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /** The name of the table; empty means that the conventions decide. */
    String value() default "";

    /** The schema (PostgreSQL) or database (MySQL family); empty means the default one. */
    String schema() default "";

    String comment() default "";

    /** Columns, and a table without a name, in {@code snake_case}. */
    boolean underscored() default false;

    /** Adds {@code createdAt} and {@code updatedAt}; without, a table has no column that the record does not show. */
    boolean timestamps() default false;
}

package dev.fk.core.model.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An index of the table. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Index.List.class)
public @interface Index {
    /** The components (or columns) that are indexed. */
    String[] value();

    /** By default the name that the conventions give. */
    String name() default "";

    boolean unique() default false;

    /** The access method; empty means the usual one. */
    String using() default "";

    /** Only rows that satisfy this SQL condition are indexed (PostgreSQL). */
    String where() default "";

    /** Several indexes. */
    @API(status = Status.EXPERIMENTAL)
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        Index[] value();
    }
}

package dev.fk.core.model.annotation;

import dev.fk.core.schema.Generation.Computed.Storage;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Computed by the server from other columns of the row: {@code GENERATED ALWAYS AS (…)}. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface GeneratedAs {
    /** SQL over columns of the table: {@code price * quantity}. */
    String value();

    /** PostgreSQL computes what is read only from 18 on. */
    Storage storage() default Storage.STORED;
}

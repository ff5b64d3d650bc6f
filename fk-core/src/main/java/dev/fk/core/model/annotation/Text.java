package dev.fk.core.model.annotation;

import dev.fk.core.schema.DataType.LobSize;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A string without a length: {@code TEXT}. */
@API(status = Status.EXPERIMENTAL)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Text {
    /** Counts on the MySQL family only. */
    LobSize value() default LobSize.REGULAR;
}

package dev.fk.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run the whole test class once for each kind of server; reports name each with its version. {@link WithSchema} says what
 * is in the databases.
 *
 * <p>A server that cannot be had fails the tests on it, with the reasons of all provisioners, and none but these:
 * {@link WithSchema#whenUnavailable} decides.
 *
 * <p>{@code @BeforeAll} and {@code @AfterAll} run once, around all of it, and have no database.
 *
 * <pre>{@code
 * @OnEachDialect({"postgresql", "mariadb"})
 * @WithSchema(ChatModels.class)
 * class ChatSchemaTest { … }
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ClassTemplate
@ExtendWith(DialectExtension.class)
public @interface OnEachDialect {
    /** In this order. */
    String[] value() default {"postgresql", "mysql", "mariadb"};
}

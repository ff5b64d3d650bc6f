package dev.fk.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says which of several databases a parameter is from.
 *
 * <pre>{@code
 * @WithSchema(ShopModels.class)
 * @WithSchema(name = "audit", dialect = "mysql", scripts = "audit.sql")
 * class OrderTest {
 *     @Test
 *     void orders_are_written_down(DataSource shop, @NamedDatabase("audit") Database audit) {
 *         assertThat(table("orders")).exists();
 *         assertThat(table(audit, "entries")).exists();
 *     }
 * }
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface NamedDatabase {
    /** A {@link WithSchema#name} or the name of a {@link SchemaSetup}. */
    String value();
}

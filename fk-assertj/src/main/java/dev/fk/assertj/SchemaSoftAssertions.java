package dev.fk.assertj;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions with those about schemas: all failures are collected, and {@code assertAll} reports them
 * together.
 *
 * <pre>{@code
 * SchemaSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(table("chat")).hasForeignKey("participantNo").onDelete(CASCADE);
 *     softly.assertThat(table("chat")).hasColumn("contents").isNullable();
 * });
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class SchemaSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, SchemaSoftAssertionsProvider {
    public SchemaSoftAssertions() {}

    /** Runs the assertions and reports all their failures at the end. */
    public static void assertSoftly(Consumer<SchemaSoftAssertions> softly) {
        SoftAssertionsProvider.assertSoftly(SchemaSoftAssertions.class, softly);
    }
}

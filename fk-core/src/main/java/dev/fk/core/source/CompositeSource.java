package dev.fk.core.source;

import dev.fk.core.database.Database;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Sources one after the other, in whatever order a schema needs them.
 *
 * <pre>{@code
 * public final class Production implements CompositeSource {
 *     @Override
 *     public List<SchemaSource> sources() {
 *         return List.of(ScriptSource.of("classpath:roles.sql"), FlywaySource.of("classpath:db/migration"));
 *     }
 * }
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public interface CompositeSource extends SchemaSource {
    List<SchemaSource> sources();

    @Override
    default void applyTo(Database database) {
        sources().forEach(s -> s.applyTo(database));
    }

    @Override
    default String fingerprint() {
        return Fingerprint.of(sources().stream()
                .flatMap(s -> Stream.of(s.getClass().getName(), s.fingerprint()))
                .toList());
    }
}

package dev.fk.junit.provision;

import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What shall be in a database. */
@API(status = Status.INTERNAL)
public interface Blueprint {
    /** Equal for two blueprints only if they build the same. */
    Object key();

    /** The same words, in whatever JVM, only for what builds the same; empty if that cannot be said. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** Puts it into an empty database. */
    void build(DataSource empty);

    /** For messages: {@code ChatModels}. */
    @Override
    String toString();
}

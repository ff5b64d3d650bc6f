package dev.fk.junit.provision;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which server is wanted. Equal requests share one server.
 *
 * @param dialect {@code postgresql}, {@code mysql}, {@code mariadb}
 * @param provider the only provisioner that may provide it, if one is pinned
 * @param settings what is configured for this dialect, without the prefix: {@code url}, {@code user}, {@code password},
 *     {@code image}
 */
@API(status = Status.EXPERIMENTAL)
public record ServerRequest(String dialect, Optional<String> provider, Map<String, String> settings) {
    public ServerRequest {
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Without the settings' values: a password may be among them. */
    @Override
    public String toString() {
        return dialect + provider.map(p -> " from " + p).orElse("") + " " + settings.keySet();
    }
}

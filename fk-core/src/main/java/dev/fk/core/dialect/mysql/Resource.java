package dev.fk.core.dialect.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that lies beside the classes of this package. */
final class Resource {
    private Resource() {}

    static String text(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The resource " + name + " is missing from fk-core; the jar is damaged.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name + " of fk-core", e);
        }
    }
}

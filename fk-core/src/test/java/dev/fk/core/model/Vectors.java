package dev.fk.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Inputs and outputs that were recorded from Sequelize 6.37.8. */
final class Vectors {
    private Vectors() {}

    static Stream<JsonNode> read(String file) {
        try (InputStream json = Vectors.class.getResourceAsStream("/conformance/vectors/" + file)) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(json, file));
            return StreamSupport.stream(all.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

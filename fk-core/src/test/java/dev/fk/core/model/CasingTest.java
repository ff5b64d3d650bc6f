package dev.fk.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CasingTest {
    static Stream<JsonNode> underscored() {
        return of("underscore");
    }

    static Stream<JsonNode> camelized() {
        return of("camelize").filter(v -> v.path("out").isTextual());
    }

    static Stream<JsonNode> indexed() {
        return of("defaultIndexName");
    }

    private static Stream<JsonNode> of(String kind) {
        return Vectors.read("identifiers.json")
                .filter(v -> v.path("kind").asText().equals(kind));
    }

    @ParameterizedTest
    @MethodSource("underscored")
    void underscores_as_sequelize_does(JsonNode vector) {
        assertThat(Casing.underscore(vector.path("in").asText()))
                .isEqualTo(vector.path("out").asText());
    }

    @ParameterizedTest
    @MethodSource("camelized")
    void camelizes_as_sequelize_does(JsonNode vector) {
        assertThat(Casing.camelize(vector.path("in").asText()))
                .isEqualTo(vector.path("out").asText());
    }

    @ParameterizedTest
    @CsvSource({"user_no_,userNo", "x_,x", "User_,User", "-,''"})
    void camelizes_what_sequelize_fails_on_by_dropping_separators_at_the_end(String in, String out) {
        assertThat(Casing.camelize(in)).isEqualTo(out);
    }

    @Test
    void the_names_sequelize_fails_on_are_those_above() {
        assertThat(of("camelize").filter(v -> v.path("out").has("error")).map(v -> v.path("in")
                        .asText()))
                .containsExactlyInAnyOrder("user_no_", "x_", "User_", "-");
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void names_indexes_as_sequelize_does(JsonNode vector) {
        JsonNode table = vector.path("table");
        String name =
                table.isTextual() ? table.asText() : table.path("tableName").asText();
        List<String> fields = StreamSupport.stream(vector.path("fields").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(Casing.defaultIndexName(name, fields))
                .isEqualTo(vector.path("out").asText());
    }
}

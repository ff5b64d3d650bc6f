package dev.fk.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InflectionTest {
    static Stream<JsonNode> vectors() {
        return Vectors.read("inflection.json");
    }

    @Test
    void there_are_as_many_words_as_were_measured() {
        assertThat(vectors()).hasSize(638);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void forms_plurals_singulars_and_foreign_keys_as_sequelize_does(JsonNode vector) {
        String word = vector.path("word").asText();
        String plural = Inflection.pluralize(word);
        String foreignKey = Casing.camelize(Inflection.singularize(word) + "_id");

        assertThat(plural).isEqualTo(vector.path("plural").asText());
        assertThat(Inflection.singularize(word))
                .isEqualTo(vector.path("singular").asText());
        assertThat(Casing.underscore(word)).isEqualTo(vector.path("underscored").asText());
        assertThat(Casing.underscore(plural))
                .isEqualTo(vector.path("underscoredPlural").asText());
        assertThat(foreignKey).isEqualTo(vector.path("fkId").asText());
        assertThat(Casing.underscore(foreignKey))
                .isEqualTo(vector.path("fkIdUnderscored").asText());
    }
}

package dev.fk.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerationTest {
    @Test
    void a_long_text_loses_its_cast_like_a_short_one() {
        String literal = "'" + "it''s ".repeat(5000) + "'";
        assertThat(Generation.defaultTo(literal + "::character varying").uncast())
                .isEqualTo(Generation.defaultTo(literal));
    }

    @Test
    void only_a_literal_loses_its_cast() {
        Generation now = Generation.defaultTo("lower('A'::text)");
        assertThat(now.uncast()).isEqualTo(now);
        assertThat(Generation.autoIncrement().uncast()).isEqualTo(Generation.autoIncrement());
    }
}

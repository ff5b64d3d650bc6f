package dev.fk.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Generation;
import org.junit.jupiter.api.Test;

class CastCausesTest {
    @Test
    void a_long_text_loses_its_cast_like_a_short_one() {
        String literal = "'" + "it''s ".repeat(5000) + "'";
        assertThat(CastCauses.uncast(Generation.defaultTo(literal + "::character varying")))
                .isEqualTo(Generation.defaultTo(literal));
    }
}

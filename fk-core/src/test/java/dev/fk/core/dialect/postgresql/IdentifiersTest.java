package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void quotes_only_what_the_server_would() {
        assertThat(Identifiers.quoteIfNeeded("chat_2")).isEqualTo("chat_2");
        assertThat(Identifiers.quoteIfNeeded("Chat")).isEqualTo("\"Chat\"");
        assertThat(Identifiers.quoteIfNeeded("user")).isEqualTo("\"user\"");
        assertThat(Identifiers.quoteIfNeeded("2nd")).isEqualTo("\"2nd\"");
        assertThat(Identifiers.quoteIfNeeded(QualifiedName.of("a b", "status"))).isEqualTo("\"a b\".status");
    }

    @Test
    void names_that_fit_stay() {
        assertThat(Identifiers.shorten("x".repeat(63))).isEqualTo("x".repeat(63));
    }

    @Test
    void long_names_stay_different_and_whole_characters_stay_whole() {
        String one = Identifiers.shorten("ü".repeat(40) + "1");
        String other = Identifiers.shorten("ü".repeat(40) + "2");
        assertThat(one).isNotEqualTo(other).startsWith("ü".repeat(27)).doesNotContain("\ufffd");
        assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
        assertThat(Identifiers.shorten(one)).isEqualTo(one);
    }

    @Test
    void finds_the_names_in_a_list() {
        assertThat(Parents.of(Optional.of("\"a\", \"s.\"\"x\"\"\".\"b, c\", plain, s.t")))
                .containsExactly(
                        QualifiedName.of("a"),
                        QualifiedName.of("s.\"x\"", "b, c"),
                        QualifiedName.of("plain"),
                        QualifiedName.of("s", "t"));
        assertThat(Parents.of(Optional.empty())).isEmpty();
    }

    @Test
    void parentheses_around_the_whole_go_and_no_others() {
        assertThat(SqlText.withoutParentheses("((a > 0))")).isEqualTo("a > 0");
        assertThat(SqlText.withoutParentheses("(a) OR (b)")).isEqualTo("(a) OR (b)");
        assertThat(SqlText.withoutParentheses("(a = ')') AND (b)")).isEqualTo("(a = ')') AND (b)");
        assertThat(SqlText.withoutParentheses("(\"a)\" > 0)")).isEqualTo("\"a)\" > 0");
        assertThat(SqlText.withoutParentheses("(a")).isEqualTo("(a");
    }

    @Test
    void an_operand_is_in_parentheses_unless_it_needs_none() {
        assertThat(SqlText.asOperand("now()")).isEqualTo("now()");
        assertThat(SqlText.asOperand("'it''s'::text")).isEqualTo("'it''s'::text");
        assertThat(SqlText.asOperand("1.5")).isEqualTo("1.5");
        assertThat(SqlText.asOperand("(1 + 2)")).isEqualTo("(1 + 2)");
        assertThat(SqlText.asOperand("NOT true")).isEqualTo("(NOT true)");
        assertThat(SqlText.asOperand("f(1) + g(2)")).isEqualTo("(f(1) + g(2))");
        assertThat(SqlText.asOperand("'a' || 'b'")).isEqualTo("('a' || 'b')");
    }
}

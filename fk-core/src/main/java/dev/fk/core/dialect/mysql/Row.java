package dev.fk.core.dialect.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fk.core.schema.QualifiedName;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the answer to a question, by the labels of the question; absent where the server says NULL.
 *
 * @param number where it stands among the rows of its table that answer the same question; 0 where that means nothing
 * @param values in UTF-8; most are never looked at, and what is, by several threads, so that each decodes what it needs
 */
record Row(Question question, int number, byte[] @Nullable [] values, String defaultSchema) {
    static Row of(Question question, byte[] @Nullable [] values, String defaultSchema) {
        byte[] digits = question.has(Label.N) ? values[question.position(Label.N)] : null;
        int number = 0;
        for (int i = 0; digits != null && i < digits.length; i++) {
            number = 10 * number + digits[i] - '0';
        }
        return new Row(question, number, values, defaultSchema);
    }

    private byte @Nullable [] value(Label label) {
        return values[question.position(label)];
    }

    Optional<String> get(Label label) {
        byte[] value = value(label);
        return value == null ? Optional.empty() : Optional.of(new String(value, UTF_8));
    }

    String text(Label label) {
        byte[] value = value(label);
        return value == null ? "" : new String(value, UTF_8);
    }

    boolean is(Label label, String value) {
        return text(label).equalsIgnoreCase(value);
    }

    /** A name that is unqualified in the default schema. */
    QualifiedName name(Label schema, Label name) {
        return new QualifiedName(get(schema).filter(s -> !s.equals(defaultSchema)), text(name));
    }

    /** Whether the other is about the same table and answers the same question. */
    boolean isBeside(Row other) {
        return question == other.question
                && Arrays.equals(value(Label.T), other.value(Label.T))
                && Arrays.equals(value(Label.S), other.value(Label.S));
    }

    QualifiedName table() {
        return name(Label.S, Label.T);
    }
}

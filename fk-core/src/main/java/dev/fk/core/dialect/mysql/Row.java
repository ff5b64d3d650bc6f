package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the answer to a question, by the labels of the question; absent where the server says NULL.
 *
 * @param number where it stands among the rows of its table, if the question asks that
 */
record Row(Question question, @Nullable String[] values, String defaultSchema, int number) {
    static Row of(Question question, @Nullable String[] values, String defaultSchema) {
        String number = question.hasNumbers() ? values[question.position("n")] : null;
        return new Row(question, values, defaultSchema, number == null ? 0 : Integer.parseInt(number));
    }

    Optional<String> get(String label) {
        return Optional.ofNullable(values[question.position(label)]);
    }

    String text(String label) {
        String value = values[question.position(label)];
        return value == null ? "" : value;
    }

    boolean is(String label, String value) {
        return text(label).equalsIgnoreCase(value);
    }

    /** A name that is unqualified in the default schema. */
    QualifiedName name(String schema, String name) {
        return new QualifiedName(get(schema).filter(s -> !s.equals(defaultSchema)), text(name));
    }

    /** Whether the other is about the same table and answers the same question. */
    boolean isBeside(Row other) {
        return question == other.question
                && text("t").equals(other.text("t"))
                && text("s").equals(other.text("s"));
    }

    QualifiedName table() {
        return name("s", "t");
    }
}

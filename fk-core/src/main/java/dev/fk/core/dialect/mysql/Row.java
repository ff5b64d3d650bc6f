package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the answer to a question, by the labels of the question; absent where the server says NULL. */
record Row(Question question, @Nullable String[] values, String defaultSchema) {
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

    /** Where it stands among the rows of its table. */
    int number() {
        return Integer.parseInt(text("n"));
    }

    /** A name that is unqualified in the default schema. */
    QualifiedName name(String schema, String name) {
        return new QualifiedName(get(schema).filter(s -> !s.equals(defaultSchema)), text(name));
    }

    QualifiedName table() {
        return name("s", "t");
    }
}

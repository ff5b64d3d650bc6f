package dev.fk.core.generate;

import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Values of the schema as Java expressions. */
final class Values {
    private Values() {}

    static String of(Optional<String> text) {
        return text.map(t -> "Optional.of(" + JavaText.literal(t) + ")").orElse("Optional.empty()");
    }

    static String of(OptionalInt number) {
        return number.isPresent() ? "OptionalInt.of(" + number.getAsInt() + ")" : "OptionalInt.empty()";
    }

    static String of(List<String> texts) {
        return "List.of(" + JavaText.literals(texts) + ")";
    }

    static String of(QualifiedName name) {
        return "QualifiedName.of("
                + name.schema().map(s -> JavaText.literal(s) + ", ").orElse("") + JavaText.literal(name.name()) + ")";
    }

    static String of(Options options) {
        if (options.isEmpty()) {
            return "Options.none()";
        }
        Iterator<Map.Entry<String, String>> entries =
                options.values().entrySet().iterator();
        StringBuilder text = new StringBuilder("Options.of(" + pair(entries.next()) + ")");
        entries.forEachRemaining(e -> text.append(".with(").append(pair(e)).append(')'));
        return text.toString();
    }

    private static String pair(Map.Entry<String, String> entry) {
        return JavaText.literal(entry.getKey()) + ", " + JavaText.literal(entry.getValue());
    }

    static String of(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    static String of(Generation generation) {
        return generation.accept(GenerationValue.INSTANCE);
    }

    private enum GenerationValue implements Generation.Visitor<String> {
        INSTANCE;

        @Override
        public String none() {
            return "Generation.none()";
        }

        @Override
        public String defaultTo(Generation.Default generation) {
            return "Generation.defaultTo("
                    + JavaText.literal(generation.expression().sql()) + ")";
        }

        @Override
        public String autoIncrement() {
            return "Generation.autoIncrement()";
        }

        @Override
        public String identity(Generation.Identity generation) {
            return "new Generation.Identity(Generation.Identity.Mode."
                    + generation.mode().name() + ", " + of(generation.sequence()) + ")";
        }

        @Override
        public String computed(Generation.Computed generation) {
            return "new Generation.Computed(new Expression("
                    + JavaText.literal(generation.expression().sql()) + "), Generation.Computed.Storage."
                    + generation.storage().name() + ")";
        }
    }
}

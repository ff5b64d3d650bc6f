package dev.fk.core.generate;

import dev.fk.core.model.Inflection;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of models for names of tables, and of the variables of some of them; no two the same. */
final class ModelNames {
    private final Map<QualifiedName, String> models = new LinkedHashMap<>();
    private final Map<QualifiedName, String> variables = new LinkedHashMap<>();

    /**
     * @param said the tables whose models are mentioned again
     */
    ModelNames(Collection<QualifiedName> tables, Collection<QualifiedName> said) {
        Set<String> taken = new HashSet<>();
        tables.forEach(t -> models.put(t, free(t, taken)));
        JavaNames java = new JavaNames("models", "m", "a", "i", "p", "u");
        said.forEach(t -> variables.computeIfAbsent(t, v -> java.method(word(t))));
    }

    private static String free(QualifiedName table, Set<String> taken) {
        String plain = name(table.name());
        Optional<String> withSchema = table.schema().map(s -> name(s) + plain).filter(n -> taken.contains(plain));
        return FreeName.of(withSchema.filter(n -> !taken.contains(n)).orElse(plain), "", taken);
    }

    private static String name(String word) {
        String name = JavaText.className(word);
        return name.isEmpty() ? word : singular(name);
    }

    /** Only of what ends like most plurals: nobody calls their data {@code Datum}. */
    private static String singular(String name) {
        return name.endsWith("s") ? Inflection.singularize(name) : name;
    }

    /** {@code OrderItem} for {@code order_items}; the table's own name where there is no letter in it. */
    String model(QualifiedName table) {
        return models.getOrDefault(table, table.name());
    }

    Optional<String> variable(QualifiedName table) {
        return Optional.ofNullable(variables.get(table));
    }

    /** {@code orderItem}. */
    String word(QualifiedName table) {
        String model = model(table);
        int first = model.offsetByCodePoints(0, 1);
        return model.substring(0, first).toLowerCase(Locale.ROOT) + model.substring(first);
    }
}

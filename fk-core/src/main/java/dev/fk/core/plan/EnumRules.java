package dev.fk.core.plan;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels that an enum has twice. PostgreSQL 18.6 refuses them (23505), MySQL 9.7.4 and MariaDB 11.8.9 as well (1291), but
 * without a strict SQL mode those take them with a note.
 */
final class EnumRules {
    private final Map<QualifiedName, EnumDefinition> types;

    EnumRules(Schema wish, Schema live) {
        this.types = new TreeMap<>(live.enums());
        types.putAll(wish.enums());
    }

    List<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            List<String> labels = labels(column.type());
            if (labels.isEmpty()) {
                continue;
            }
            List<String> twice = EnumDefinition.repeated(labels).stream()
                    .map(l -> "'" + l + "'")
                    .toList();
            if (!twice.isEmpty()) {
                problems.add(new Problem(
                        "FK105",
                        table.name(),
                        List.of(column.name()),
                        "The enum of " + table.name() + "." + column.name() + " has "
                                + (twice.size() == 1 ? "the label " : "the labels ") + String.join(", ", twice)
                                + " more than once",
                        "Name each label once, or spell one of them differently."));
            }
        }
        return problems;
    }

    private List<String> labels(DataType type) {
        if (type instanceof DataType.Array array) {
            return labels(array.element());
        }
        if (type instanceof DataType.Named named) {
            EnumDefinition definition = types.get(named.name());
            return definition == null ? List.of() : definition.labels();
        }
        return type instanceof DataType.EnumType inline ? inline.labels() : List.of();
    }
}

package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of enum types: labels come, go and move; types that no column has. */
record EnumEdits(Draw draw, Vocabulary vocabulary) {
    private static final QualifiedName ORPHAN = QualifiedName.of("enum_of_nobody");

    List<UnaryOperator<Schema>> all() {
        return vocabulary.enums() ? List.of(this::add, this::remove, this::reorder, this::orphan) : List.of();
    }

    private Schema in(Schema schema, UnaryOperator<List<String>> edit) {
        return draw.any(schema.enums().values())
                .map(e -> withoutLostDefaults(schema.with(e.withLabels(edit.apply(e.labels()))), e.name()))
                .orElse(schema);
    }

    /** A default that is no label any more goes with it. */
    private static Schema withoutLostDefaults(Schema schema, QualifiedName type) {
        List<String> labels = schema.enums().get(type).labels();
        return schema.mapTables(t -> t.withColumns(t.columns().stream()
                .map(c -> c.type().equals(new DataType.Named(type)) && lost(c, labels)
                        ? c.withGeneration(Generation.none())
                        : c)
                .toList()));
    }

    private static boolean lost(Column column, List<String> labels) {
        return column.generation() instanceof Generation.Default value
                && labels.stream().noneMatch(l -> value.expression().sql().equals("'" + l.replace("'", "''") + "'"));
    }

    private Schema add(Schema schema) {
        return in(schema, labels -> {
            for (String label : draw.shuffled(List.of("a", "b", "it's", "new", "more"))) {
                if (!labels.contains(label)) {
                    List<String> more = new ArrayList<>(labels);
                    more.add(draw.upTo(labels.size()), label);
                    return more;
                }
            }
            return labels;
        });
    }

    private Schema remove(Schema schema) {
        return in(schema, labels -> labels.size() > 1 ? KeyEdits.without(labels, draw.pick(labels)) : labels);
    }

    private Schema reorder(Schema schema) {
        return in(schema, draw::shuffled);
    }

    private Schema orphan(Schema schema) {
        return schema.enums().containsKey(ORPHAN)
                ? schema.withoutEnum(ORPHAN)
                : schema.with(new EnumDefinition(ORPHAN, List.of("x", "y")));
    }
}

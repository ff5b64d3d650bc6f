package dev.fk.core.diagram;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A box: a table, and its columns as lines. */
record Entity(QualifiedName name, Mark mark, List<String> attributes) {
    Entity {
        attributes = List.copyOf(attributes);
    }

    static Entity of(Table table, Mark mark) {
        return new Entity(
                table.name(),
                mark,
                table.columns().stream()
                        .map(c -> attribute(table, c, Mark.SAME))
                        .toList());
    }

    static Entity nameOnly(QualifiedName name) {
        return new Entity(name, Mark.SAME, List.of());
    }

    /** {@code integer id PK "NOT NULL"}. */
    static String attribute(Table table, Column column, Mark mark) {
        List<String> keys = new ArrayList<>();
        if (table.primaryKey().filter(k -> k.columns().contains(column.name())).isPresent()) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()))) {
            keys.add("FK");
        }
        if (table.uniqueKeys().stream().anyMatch(k -> k.columns().equals(List.of(column.name())))) {
            keys.add("UK");
        }
        String written = Words.word(column.name());
        String comment = (column.nullable() ? "" : "NOT NULL")
                + (written.equals(column.name()) ? "" : (column.nullable() ? "" : ", ") + "named " + column.name());
        String remark = mark.before(comment);
        return Words.word(column.type().describe()) + " " + written
                + (keys.isEmpty() ? "" : " " + String.join(", ", keys))
                + (remark.isEmpty() ? "" : " " + Words.quoted(remark));
    }

    String text() {
        String box = "    " + Words.quoted(name.toString())
                + (mark == Mark.SAME ? "" : "[" + Words.quoted(name + " (" + mark + ")") + "]");
        return attributes.isEmpty()
                ? box + "\n"
                : box
                        + attributes.stream()
                                .map(a -> "        " + a + "\n")
                                .collect(Collectors.joining("", " {\n", "    }\n"));
    }
}

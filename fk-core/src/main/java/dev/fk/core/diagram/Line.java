package dev.fk.core.diagram;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;

/** A foreign key, drawn from its table to the one it refers to. */
record Line(QualifiedName child, QualifiedName parent, String ends, String label) {
    static Line of(Table table, ForeignKey key, Mark mark) {
        boolean nullable = key.columns().stream()
                .anyMatch(c -> table.column(c).map(column -> column.nullable()).orElse(true));
        String ends = (ErDiagram.isUnique(table, key) ? "|o" : "}o") + "--" + (nullable ? "o|" : "||");
        return new Line(table.name(), key.referencedTable(), ends, mark.before(label(key)));
    }

    private static String label(ForeignKey key) {
        return String.join(", ", key.columns())
                + (key.onDelete() == ReferentialAction.NO_ACTION ? "" : " ON DELETE " + key.onDelete())
                + (key.onUpdate() == ReferentialAction.NO_ACTION ? "" : " ON UPDATE " + key.onUpdate());
    }

    String text() {
        return "    " + Words.quoted(child.toString()) + " " + ends + " " + Words.quoted(parent.toString()) + " : "
                + Words.quoted(label) + "\n";
    }
}

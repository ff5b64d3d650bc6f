package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.ProgramText;
import dev.fk.core.schema.QualifiedName;

/**
 * A trigger as it was written.
 *
 * @param table the one whose rows fire it
 */
record TriggerText(QualifiedName table, String name, ProgramText text) implements Onlooker {
    @Override
    public String describe() {
        return "trigger " + table.withName(name);
    }

    @Override
    public boolean goesWith(QualifiedName other) {
        return table.equals(other);
    }

    @Override
    public boolean mentions(QualifiedName other) {
        return text.mentions(other.name());
    }

    /** As {@code NEW.column} of its own table, otherwise anywhere beside the name of the table. */
    @Override
    public boolean mentions(QualifiedName other, String column) {
        return (table.equals(other) && text.mentionsOfRow(column)) || (mentions(other) && text.mentions(column));
    }
}

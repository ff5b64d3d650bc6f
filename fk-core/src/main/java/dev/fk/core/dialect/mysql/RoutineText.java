package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.ProgramText;
import dev.fk.core.schema.QualifiedName;

/**
 * A procedure, function or event as it was written.
 *
 * @param kind what it is, in lower case
 */
record RoutineText(String kind, QualifiedName name, ProgramText text) implements Onlooker {
    @Override
    public String describe() {
        return kind + " " + name;
    }

    @Override
    public boolean goesWith(QualifiedName table) {
        return false;
    }

    @Override
    public boolean mentions(QualifiedName table) {
        return text.mentions(table.name());
    }

    @Override
    public boolean mentions(QualifiedName table, String column) {
        return mentions(table) && text.mentions(column);
    }
}

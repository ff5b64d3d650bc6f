package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.ProgramText;
import dev.fk.core.schema.QualifiedName;
import java.util.HashSet;
import java.util.Set;

/**
 * A function or procedure as it was written.
 *
 * @param signature with its arguments, as in {@code greet(who integer)}
 * @param firedBy the tables whose triggers call it
 */
record FunctionText(String kind, QualifiedName signature, ProgramText text, Set<QualifiedName> firedBy)
        implements Onlooker {
    FunctionText {
        firedBy = Set.copyOf(firedBy);
    }

    static FunctionText together(FunctionText some, FunctionText more) {
        Set<QualifiedName> firedBy = new HashSet<>(some.firedBy);
        firedBy.addAll(more.firedBy);
        return new FunctionText(some.kind, some.signature, some.text, firedBy);
    }

    @Override
    public String describe() {
        return kind + " " + signature;
    }

    /** The function stays, but nobody calls it. */
    @Override
    public boolean goesWith(QualifiedName table) {
        return firedBy.equals(Set.of(table));
    }

    @Override
    public boolean mentions(QualifiedName table) {
        return text.mentions(table.name());
    }

    @Override
    public boolean mentions(QualifiedName table, String column) {
        return (firedBy.contains(table) && text.mentionsOfRow(column)) || (mentions(table) && text.mentions(column));
    }
}

package dev.fk.core.sync;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the differences that may be none: expressions, and types, that a server has other words for than they were written in. */
final class Expressions {
    private Expressions() {}

    static Set<QualifiedName> tablesToNormalize(ChangeSet changes) {
        return changes.filter(Expressions::mayBeInOtherWords).changes().stream()
                .map(Change::subject)
                .collect(Collectors.toSet());
    }

    private static boolean mayBeInOtherWords(Change change) {
        if (change instanceof Change.AlterColumn c) {
            return !c.from().generation().equals(c.to().generation())
                    || (!c.from().type().equals(c.to().type()) && isInWords(c.to().type()));
        }
        if (change instanceof Change.AddIndex c) {
            return hasExpression(c.index());
        }
        return change instanceof Change.AddCheck
                || change instanceof Change.AddExclusion
                || change instanceof Change.AlterOptions;
    }

    private static boolean isInWords(DataType type) {
        return type instanceof DataType.Other || (type instanceof DataType.Array array && isInWords(array.element()));
    }

    private static boolean hasExpression(Index index) {
        return index.where().isPresent() || index.parts().stream().anyMatch(IndexPart::isExpression);
    }
}

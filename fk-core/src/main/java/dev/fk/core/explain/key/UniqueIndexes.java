package dev.fk.core.explain.key;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Unique indexes of a table that look as if a foreign key could reference them, and that no server takes for a key. */
record UniqueIndexes(Table table) {
    /** What keeps those that have to do with one of these columns from being referenced. */
    List<String> unreferenceable(List<String> columns) {
        return table.indexes().stream()
                .filter(i -> i.unique() && columns.stream().anyMatch(c -> isAbout(i, c)))
                .flatMap(
                        i -> why(i)
                                .map(w -> "the unique index " + i.name().orElse("") + " is " + w
                                        + ", and no key for that")
                                .stream())
                .toList();
    }

    private static boolean isAbout(Index index, String column) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(column) + "\\b", Pattern.CASE_INSENSITIVE);
        return index.parts().stream()
                .anyMatch(p -> p.isExpression()
                        ? word.matcher(p.text()).find()
                        : p.text().equals(column));
    }

    private static Optional<String> why(Index index) {
        if (!index.isValid()) {
            return Optional.of("not finished (invalid)");
        }
        if (index.where().isPresent()) {
            return index.where().map(w -> "for rows WHERE " + w.sql() + " only");
        }
        Optional<IndexPart> expression =
                index.parts().stream().filter(IndexPart::isExpression).findFirst();
        if (expression.isPresent()) {
            return expression.map(p -> "over the expression " + p.text());
        }
        return index.parts().stream()
                .filter(p -> !p.isWholeColumn())
                .findFirst()
                .map(p -> "over the beginning of " + p.text() + " only");
    }
}

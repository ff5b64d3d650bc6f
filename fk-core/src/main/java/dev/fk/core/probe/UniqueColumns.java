package dev.fk.core.probe;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no two rows of a table may have in common. */
final class UniqueColumns {
    private UniqueColumns() {}

    /** The columns of each key and unique index that covers all rows and whole columns. */
    static List<List<String>> keys(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream()
                                .filter(i -> i.unique() && i.where().isEmpty())
                                .filter(i ->
                                        i.leadingColumns().size() == i.parts().size())
                                .map(Index::leadingColumns),
                        equalities(table))
                .flatMap(s -> s)
                .toList();
    }

    /** An exclusion of what is equal is a unique key by another name. */
    private static Stream<List<String>> equalities(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .filter(c -> table.exclusions().stream()
                        .map(Exclusion::definition)
                        .anyMatch(x -> x.matches("(?s)EXCLUDE USING \\w+ \\(\"?" + Pattern.quote(c) + "\"? WITH =\\)")))
                .map(List::of);
    }

    /** Whether only one row can reference another by these columns. */
    static boolean areOneToOne(Table table, List<String> columns) {
        return keys(table).stream().anyMatch(columns::containsAll);
    }

    /** All columns of which a key, a unique index, partial or on an expression, or an exclusion may depend. */
    static List<String> mentioned(Table table) {
        List<Expression> expressions = Stream.concat(
                        table.exclusions().stream().map(x -> new Expression(x.definition())),
                        table.indexes().stream()
                                .filter(Index::unique)
                                .flatMap(i -> i.parts().stream())
                                .map(IndexPart::text)
                                .map(Expression::new))
                .toList();
        Stream<String> inExpressions = table.columns().stream()
                .map(Column::name)
                .filter(c -> expressions.stream().anyMatch(e -> e.mayMention(c)));
        return Stream.concat(keys(table).stream().flatMap(List::stream), inExpressions)
                .distinct()
                .toList();
    }

    /** Whether two NULLs may be a duplicate in this table. */
    static boolean nullsCollide(Table table) {
        return Stream.concat(
                        table.uniqueKeys().stream().map(UniqueKey::options),
                        table.indexes().stream().map(Index::options))
                .anyMatch(o -> o.has("nulls not distinct"));
    }
}

package dev.fk.core.rule;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether an index serves the lookups of a foreign key: from a referenced row to the rows that reference it. */
@API(status = Status.INTERNAL)
public final class Coverage {
    private static final Set<String> ORDERED = Set.of("btree", "hash");

    private Coverage() {}

    /** Whether the first columns of a key or index are these, in any order. */
    public static boolean isCovered(Table table, List<String> columns) {
        Stream<List<String>> keys = Stream.concat(
                table.primaryKey().stream().map(PrimaryKey::columns),
                table.uniqueKeys().stream().map(UniqueKey::columns));
        return keys.anyMatch(k -> beginsWith(k, columns))
                || table.indexes().stream().anyMatch(i -> isCovered(i, columns));
    }

    /** Whether the first columns of this index are these, in any order. */
    public static boolean isCovered(Index index, List<String> columns) {
        return isUsable(index, columns) && beginsWith(index.leadingColumns(), columns);
    }

    static boolean isCovered(Member<ForeignKey> key) {
        return isCovered(key.table(), key.value().columns());
    }

    private static boolean beginsWith(List<String> leading, List<String> columns) {
        return leading.size() >= columns.size()
                && Set.copyOf(leading.subList(0, columns.size())).equals(Set.copyOf(columns));
    }

    private static boolean isUsable(Index index, List<String> columns) {
        return index.isValid()
                && ORDERED.contains(index.method().orElse("btree"))
                && index.where().map(w -> isNotNull(w, columns)).orElse(true);
    }

    /** An index of the rows that reference anything is all that a lookup needs. */
    private static boolean isNotNull(Expression where, List<String> columns) {
        String plain = where.sql().replaceAll("[()\"`]", "");
        return columns.stream().anyMatch(c -> plain.equals(c + " IS NOT NULL"));
    }
}

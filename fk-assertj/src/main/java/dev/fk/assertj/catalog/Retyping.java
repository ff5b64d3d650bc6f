package dev.fk.assertj.catalog;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A column of a table that is there, to get another type. The server compiles what stands over the column anew for it, and
 * refuses the change when some of it makes no sense any more: a check {@code c > 0} over a text (PostgreSQL 18: 42883). It is
 * asked, because only the server knows which operators it has.
 *
 * @param there the column as it is
 * @param wanted the column as it should be
 */
@API(status = Status.INTERNAL)
public record Retyping(TableView view, Column there, Column wanted) {
    /** What has to change before the type can; empty if nothing stands in the way of it. */
    public Optional<String> objection() {
        return view.table()
                .map(t -> t.withForeignKeys(List.of()))
                .filter(this::isBroken)
                .map(this::broken)
                .filter(broken -> !broken.isEmpty())
                .map(broken -> view.snapshot().database().server().product() + " does not take " + broken
                        + " on a column of type " + wanted.type().describe()
                        + "; drop or rewrite what cannot stay first");
    }

    /** All that cannot stay, each of it tried alone; the column's own default first, without which nothing else can be tried. */
    private String broken(Table table) {
        if (isBroken(Table.of(table.name(), List.of(there)))) {
            return there.generation() instanceof Generation.Default value
                    ? "the default " + value.expression().sql()
                    : "what is said of the column beside its type";
        }
        List<Column> plain = table.columns().stream()
                .filter(c -> !(c.generation() instanceof Generation.Computed))
                .toList();
        Table bare = Table.of(table.name(), plain);
        Map<String, Table> suspects = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.generation() instanceof Generation.Computed computed) {
                List<Column> more = new ArrayList<>(plain);
                more.add(column);
                suspects.put(
                        "the generated column " + column.name() + " ("
                                + computed.expression().sql() + ")",
                        bare.withColumns(more));
            }
        }
        table.checks()
                .forEach(c -> suspects.put(
                        "the check " + named(c.name()) + "(" + c.expression().sql() + ")",
                        bare.withChecks(List.of(c))));
        table.uniqueKeys()
                .forEach(k ->
                        suspects.put("the unique key " + named(k.name()).strip(), bare.withUniqueKeys(List.of(k))));
        table.indexes()
                .forEach(i -> suspects.put("the index " + named(i.name()).strip(), bare.withIndexes(List.of(i))));
        return suspects.entrySet().stream()
                .filter(s -> isBroken(s.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String named(Optional<String> name) {
        return name.map(n -> n + " ").orElse("");
    }

    /** Whether the server takes the table as it is, and not with the other type. */
    private boolean isBroken(Table table) {
        return !accepts(table, wanted) && accepts(table, there);
    }

    private boolean accepts(Table table, Column column) {
        Table wish = table.withColumns(
                table.columns().stream().map(c -> c.equals(there) ? column : c).toList());
        return new Equivalence(view.snapshot()).written(wish, t -> t).isPresent();
    }
}

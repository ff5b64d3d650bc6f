package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL asks of a table that is partitioned, for as long as it is one. */
final class Partitioning {
    /** Beside columns, a partition key names collations and operator classes. */
    private static final Pattern NO_COLUMNS =
            Pattern.compile("(?i)\\s+COLLATE\\s+(?:[\\w$]+|\"(?:[^\"]|\"\")*+\")|\\s+[\\w$]+_ops\\b");

    /** A call, or what stands in parentheses of its own. */
    private static final Pattern EXPRESSION = Pattern.compile("\\(.*\\(");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

    private Partitioning() {}

    /** No version has a statement for that. */
    static Optional<Objection> toChanging(Change.AlterOptions change) {
        Optional<String> from = change.from().get(Keys.PARTITION_BY);
        Optional<String> to = change.to().get(Keys.PARTITION_BY);
        return Optional.of(new Objection(
                        "FK235",
                        List.of(),
                        "PostgreSQL cannot change how " + change.table() + " is partitioned ("
                                + from.orElse("not at all") + " → " + to.orElse("not at all") + ")",
                        "Create another table and move the rows"
                                + from.filter(by -> to.isEmpty())
                                        .map(by -> ", or say it in the model, too: option(\"" + Keys.PARTITION_BY
                                                + "\", \"" + by + "\")")
                                        .orElse("")
                                + "."))
                .filter(o -> !from.equals(to));
    }

    /** A key is looked after within each partition, and not at all where these are by an expression (0A000, 15 to 18). */
    static List<Objection> toKeysOf(Table table) {
        return table.options()
                .get(Keys.PARTITION_BY)
                .map(by -> toKeysOf(table, new Expression(NO_COLUMNS.matcher(by).replaceAll(""))))
                .orElse(List.of());
    }

    private static List<Objection> toKeysOf(Table table, Expression by) {
        List<String> needed = table.columns().stream()
                .map(Column::name)
                .filter(by::mayMention)
                .toList();
        boolean expression =
                EXPRESSION.matcher(QUOTED.matcher(by.sql()).replaceAll("")).find();
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().filter(Index::unique).map(Index::leadingColumns))
                .flatMap(s -> s)
                .filter(key -> expression || !key.containsAll(needed))
                .map(key -> expression ? beside(table, by, key) : without(table, by, key, needed))
                .toList();
    }

    private static Objection beside(Table table, Expression by, List<String> key) {
        return new Objection(
                "FK234",
                key,
                table.name() + " is partitioned by " + by + ", an expression, so that PostgreSQL refuses its key ("
                        + String.join(", ", key) + "): it sees to it that rows differ within each partition only",
                "Let the partitions be by columns of the key, or leave the partitions without that key.");
    }

    private static Objection without(Table table, Expression by, List<String> key, List<String> needed) {
        String missing =
                String.join(", ", needed.stream().filter(c -> !key.contains(c)).toList());
        return new Objection(
                "FK234",
                key,
                table.name() + " is partitioned by " + by + ", but its key (" + String.join(", ", key)
                        + ") is without " + missing
                        + ", which PostgreSQL refuses: it sees to it that rows differ within each partition only",
                "Put " + missing + " into the key, or leave the partitions without that key.");
    }
}

package dev.fk.core.migration;

import dev.fk.core.plan.Problem;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Foreign keys that stay as they are while a call takes away what they reference. Nobody declares them wrongly: they are
 * in the way.
 */
record Orphaned(Schema before, Schema after) {
    /** What a foreign key misses, by the code of the problem that is found when it is looked at alone. */
    private static final Map<String, String> GOING = Map.of(
            "FK001", ", which would go",
            "FK002", ", of which a column would go",
            "FK003", ", which would no longer be unique");

    Problem told(Problem problem) {
        return key(problem).map(k -> inTheWay(problem, k)).orElse(problem);
    }

    private Optional<ForeignKey> key(Problem problem) {
        return GOING.containsKey(problem.code())
                ? keys(before, problem.table())
                        .filter(k -> k.columns().equals(problem.columns()))
                        .filter(k -> keys(after, problem.table()).anyMatch(k::equals))
                        .filter(k -> fits(before, k) && !fits(after, k))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean fits(Schema schema, ForeignKey key) {
        return schema.table(key.referencedTable())
                .filter(t -> t.isUnique(key.referencedColumns()))
                .filter(t -> t.columnNames().containsAll(key.referencedColumns()))
                .isPresent();
    }

    private static Stream<ForeignKey> keys(Schema schema, QualifiedName table) {
        return schema.table(table).stream().flatMap(t -> t.foreignKeys().stream());
    }

    private static Problem inTheWay(Problem problem, ForeignKey key) {
        QualifiedName table = problem.table();
        String removal = key.name()
                .map(n -> "\"" + n + "\"")
                .orElse("foreignKeyOn(\"" + String.join("\", \"", key.columns()) + "\")");
        return new Problem(
                problem.code(),
                table,
                problem.columns(),
                table + columns(key.columns())
                        + key.name().map(n -> " [" + n + "]").orElse("") + " references " + key.referencedTable()
                        + columns(key.referencedColumns()) + GOING.get(problem.code()),
                "Drop the foreign key first, removeConstraint(\"" + table.name() + "\", " + removal
                        + "), or the table it belongs to.",
                problem.site());
    }

    private static String columns(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}

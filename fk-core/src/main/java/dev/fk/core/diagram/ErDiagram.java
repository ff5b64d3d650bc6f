package dev.fk.core.diagram;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Entity-relationship diagrams in the language of Mermaid ({@code erDiagram}, as GitHub, GitLab and IDEs draw it). Equal
 * schemas give equal texts.
 */
@API(status = Status.EXPERIMENTAL)
public final class ErDiagram {
    private ErDiagram() {}

    /**
     * All tables with their columns and keys. A foreign key is a line: its end at the child says whether several rows may
     * refer to one (it is not unique there), its end at the parent whether every row must (it is not nullable).
     */
    public static String of(Schema schema) {
        return diagram(
                schema.tables().values().stream().map(t -> Entity.of(t, Mark.SAME)),
                schema.tables().values().stream()
                        .flatMap(t -> t.foreignKeys().stream().map(k -> Line.of(t, k, Mark.SAME))));
    }

    /**
     * What has to change for one schema to become another: the tables concerned, with columns and foreign keys marked as
     * {@code ADDED}, {@code DROPPED} or {@code CHANGED}, and the tables they refer to. Empty if nothing differs in tables,
     * columns, primary keys or foreign keys; names of foreign keys do not count.
     */
    public static Optional<String> ofDifference(Schema from, Schema to) {
        Set<QualifiedName> names = new TreeSet<>(from.tables().keySet());
        names.addAll(to.tables().keySet());
        List<TableDifference> differences = names.stream()
                .map(n -> new TableDifference(from.table(n), to.table(n)))
                .filter(TableDifference::differs)
                .toList();
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = differences.stream().flatMap(d -> d.lines().stream()).toList();
        Set<QualifiedName> drawn =
                differences.stream().map(TableDifference::name).collect(Collectors.toSet());
        Stream<Entity> referenced = lines.stream()
                .map(Line::parent)
                .filter(p -> !drawn.contains(p))
                .distinct()
                .map(Entity::nameOnly);
        return Optional.of(
                diagram(Stream.concat(differences.stream().map(TableDifference::entity), referenced), lines.stream()));
    }

    private static String diagram(Stream<Entity> entities, Stream<Line> lines) {
        return "erDiagram\n"
                + entities.map(Entity::text).collect(Collectors.joining())
                + lines.map(Line::text).collect(Collectors.joining());
    }

    /** Whether a foreign key can lead from at most one row to each parent. */
    static boolean isUnique(Table table, ForeignKey key) {
        return table.isUnique(key.columns());
    }
}

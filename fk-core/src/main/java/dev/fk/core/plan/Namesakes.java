package dev.fk.core.plan;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Constraints of different tables that cannot have one name, because the server keeps such names per schema. MySQL refuses
 * the second one when the table of the first has been committed.
 */
final class Namesakes {
    private static final String FOREIGN_KEY = "foreign key";
    private static final String CHECK = "check";
    private static final String INDEX = "key or index";

    private record Place(Optional<String> schema, String kind, String name) {}

    /** @param isTable whether it is the name of the table itself */
    private record Named(QualifiedName table, String kind, String name, boolean isTable) {
        String text() {
            return isTable ? "table " + table : kind + " " + name + " of " + table;
        }
    }

    /** @param text what has the name: {@code check Positive of orders} */
    private record Holder(QualifiedName table, String text) {}

    private final Capabilities can;
    private final IdentifierRules.Case spelling;
    private final ServerInfo server;
    private final Map<Place, List<Holder>> holders = new LinkedHashMap<>();

    private Namesakes(Dialect dialect, ServerInfo server) {
        this.can = dialect.capabilities(server.version());
        this.spelling = dialect.identifiers(server).constraints();
        this.server = server;
    }

    /**
     * One problem for each name that is there more than once, at the last of the tables that are wished for.
     *
     * @param reachable the tables that are to be there, and those that are
     */
    static List<Problem> check(Set<QualifiedName> wish, Schema reachable, Dialect dialect, ServerInfo server) {
        Namesakes namesakes = new Namesakes(dialect, server);
        for (QualifiedName table : wish) {
            reachable.table(table).ifPresent(t -> namesakes.names(t).forEach(namesakes::wish));
        }
        reachable.tables().values().forEach(t -> namesakes.names(t).forEach(namesakes::add));
        return namesakes.problems(wish);
    }

    /** The names that the server takes once in a schema. */
    private Stream<Named> names(Table table) {
        Stream<Named> own = can.indexNamesPerSchema()
                ? Stream.of(new Named(table.name(), INDEX, table.name().name(), true))
                : Stream.empty();
        return Stream.concat(
                own,
                table.constraints()
                        .filter(c -> isPerSchema(kind(c)))
                        .flatMap(c -> c.name().map(n -> new Named(table.name(), kind(c), n, false)).stream()));
    }

    private void wish(Named named) {
        holders.computeIfAbsent(place(named), p -> new ArrayList<>(1));
    }

    private void add(Named named) {
        List<Holder> there = holders.get(place(named));
        if (there != null) {
            there.add(new Holder(named.table(), named.text()));
        }
    }

    private Place place(Named named) {
        return new Place(named.table().schema(), named.kind(), spelling.key(named.name()));
    }

    private static String kind(Constraint constraint) {
        return constraint instanceof ForeignKey ? FOREIGN_KEY : constraint instanceof Check ? CHECK : INDEX;
    }

    private boolean isPerSchema(String kind) {
        return switch (kind) {
            case FOREIGN_KEY -> can.foreignKeyNamesPerSchema();
            case CHECK -> can.checkNamesPerSchema();
            default -> can.indexNamesPerSchema();
        };
    }

    private List<Problem> problems(Set<QualifiedName> wish) {
        List<Problem> problems = new ArrayList<>();
        holders.values().removeIf(all -> all.size() == 1);
        holders.forEach((place, all) -> all.stream()
                .filter(h -> wish.contains(h.table()))
                .reduce((first, last) -> last)
                .ifPresent(mine -> all.stream()
                        .filter(h -> !h.table().equals(mine.table()))
                        .findFirst()
                        .ifPresent(other -> problems.add(problem(place, mine, other)))));
        return problems;
    }

    private Problem problem(Place place, Holder mine, Holder other) {
        String namespace = place.kind().equals(INDEX) ? "tables, keys and indexes" : place.kind() + "s";
        return new Problem(
                "FK104",
                mine.table(),
                List.of(),
                "The " + mine.text() + " has the name of the " + other.text() + ", but " + server
                        + " takes a name once for all " + namespace + " of a schema"
                        + (spelling == IdentifierRules.Case.IGNORED ? ", in whatever case" : ""),
                "Name one of them differently, or leave the name to the server.");
    }
}

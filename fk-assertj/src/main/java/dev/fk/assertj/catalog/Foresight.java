package dev.fk.assertj.catalog;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Obstacle;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server would object to, or undo, about changes to what is there. A statement that it refuses, or takes and does
 * not carry out, is no fix.
 */
record Foresight(Database database, CanonicalSchema there) {
    /** The first new problem that the changes would bring; empty if they do what they say. */
    Optional<String> objection(List<Change> changes) {
        Schema after = Patch.apply(there.schema(), ChangeSet.of(changes.toArray(Change[]::new)));
        Set<QualifiedName> dropped = changes.stream()
                .filter(Change.DropTable.class::isInstance)
                .map(Change::subject)
                .collect(Collectors.toSet());
        after = after.mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                .filter(f -> !dropped.contains(f.referencedTable())) // they go first
                .toList()));
        Set<String> old = new HashSet<>();
        problems(there.schema()).forEach(old::add);
        Schema planned = after;
        return problems(after)
                .filter(p -> !old.contains(p))
                .findFirst()
                .or(() -> cut(planned))
                .or(() -> needed(changes, planned))
                .or(() -> used(changes));
    }

    private Stream<String> problems(Schema schema) {
        CanonicalSchema canonical = database.canonical(schema);
        return Preflight.check(canonical, canonical, database.dialect(), database.server()).stream()
                .map(Problem::fact);
    }

    /** PostgreSQL cuts such a name off, so that it is not there afterwards, and the others refuse it (1059). */
    private Optional<String> cut(Schema after) {
        Capabilities server = database.dialect().capabilities(database.server().version());
        return after.tables().values().stream()
                .flatMap(Table::constraints)
                .flatMap(c -> c.name().stream())
                .filter(n -> !n.equals(Names.shorten(n, server.identifierBytes(), server.identifierCharacters())))
                .findFirst()
                .map(n -> database.server() + " has no room for a name as long as " + n + " (" + room(server) + ")");
    }

    private static String room(Capabilities server) {
        return server.identifierBytes() <= server.identifierCharacters()
                ? server.identifierBytes() + " bytes"
                : server.identifierCharacters() + " characters";
    }

    /** A server that lets nothing break takes no table, no column, and no type of one, from under a view. */
    private Optional<String> used(List<Change> changes) {
        return database.planner().obstructions(new ChangeSet(changes), there, List.of()).stream()
                .findFirst()
                .map(p -> p.fact() + ". " + p.remedy().substring(0, p.remedy().length() - 1));
    }

    /** What keeps the server from dropping the column and belongs to no table, or is not read with it. */
    List<String> users(QualifiedName table, Column column) {
        Change drop = new Change.DropColumn(table, column, ColumnPosition.last());
        return database.planner().obstacles(List.of(drop), List.of()).getOrDefault(drop, List.of()).stream()
                .filter(o -> o.column().isEmpty() || !o.owner().equals(Optional.of(table)))
                .map(Obstacle::name)
                .toList();
    }

    /** InnoDB does not let go of the last index that begins with the columns of a foreign key (1553). */
    private Optional<String> needed(List<Change> changes, Schema after) {
        return changes.stream()
                .filter(c -> c instanceof Change.DropIndex
                        || c instanceof Change.DropPrimaryKey
                        || c instanceof Change.DropUniqueKey)
                .flatMap(c -> added(c.subject(), after)
                        .filter(i ->
                                !added(c.subject(), there.schema()).toList().contains(i)))
                .map(i -> database.server() + " needs an index that begins with ("
                        + String.join(", ", i.leadingColumns()) + ") for a foreign key")
                .findFirst();
    }

    /** The indexes that the server would add of its own accord, and not those that it writes in other words. */
    private Stream<Index> added(QualifiedName name, Schema schema) {
        Optional<Table> table = schema.table(name);
        Optional<Table> canonical = table.map(Schema::of)
                .flatMap(s -> database.canonical(s).schema().table(name));
        return canonical.stream().flatMap(t -> t.indexes().stream()).filter(i -> table.orElseThrow().indexes().stream()
                .noneMatch(own -> own.leadingColumns().equals(i.leadingColumns())));
    }
}

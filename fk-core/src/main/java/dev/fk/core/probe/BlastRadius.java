package dev.fk.core.probe;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What deleting a row of a table may reach, by the actions that the server really carries out: each table with a shortest
 * path to it. Which rows it reaches depends on the rows.
 *
 * @param cascades the tables whose rows may be deleted too
 * @param nulls those in which references may be set to NULL
 * @param defaults those in which references may be set to their default
 * @param updates those in which references follow a key that is set to NULL or its default on the way
 * @param blockers those whose rows may forbid the deletion
 */
@API(status = Status.EXPERIMENTAL)
public record BlastRadius(
        QualifiedName table,
        SortedMap<QualifiedName, BlastPath> cascades,
        SortedMap<QualifiedName, BlastPath> nulls,
        SortedMap<QualifiedName, BlastPath> defaults,
        SortedMap<QualifiedName, BlastPath> updates,
        SortedMap<QualifiedName, BlastPath> blockers) {
    public BlastRadius {
        cascades = Collections.unmodifiableSortedMap(new TreeMap<>(cascades));
        nulls = Collections.unmodifiableSortedMap(new TreeMap<>(nulls));
        defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
        updates = Collections.unmodifiableSortedMap(new TreeMap<>(updates));
        blockers = Collections.unmodifiableSortedMap(new TreeMap<>(blockers));
    }

    /** Of deleting a row; only tables of this schema are seen. */
    public static BlastRadius ofDeleting(QualifiedName table, Schema schema, Dialect dialect, ServerInfo server) {
        return new Blast(schema, dialect, server).from(table);
    }

    /** All paths, shortest first. */
    public List<BlastPath> paths() {
        return Stream.of(cascades, nulls, defaults, updates, blockers)
                .flatMap(m -> m.values().stream())
                .sorted((a, b) -> Integer.compare(a.hops().size(), b.hops().size()))
                .toList();
    }
}

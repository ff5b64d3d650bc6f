package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A catalog that was read, and what has become of some of its tables since. */
final class View {
    /** Tables that were changed together, by one call. */
    private record Waiting(Set<QualifiedName> tables, BiConsumer<CanonicalSchema, CanonicalSchema> told) {}

    private final long since = System.nanoTime();
    private final List<Waiting> waiting = new ArrayList<>();
    private CanonicalSchema read;
    private CanonicalSchema expected;
    private @Nullable SchemaObjects objects;
    private boolean old;

    View(Database database) {
        this.read = database.read();
        this.expected = read;
    }

    boolean isOlderThan(Duration age) {
        return old || System.nanoTime() - since > age.toNanos();
    }

    void age() {
        old = true;
    }

    boolean isWaitingFor(Collection<QualifiedName> tables) {
        return waiting.stream().anyMatch(w -> w.tables().stream().anyMatch(tables::contains));
    }

    boolean isSettled() {
        return waiting.isEmpty();
    }

    CanonicalSchema expected() {
        return expected;
    }

    SchemaObjects objects(Database database) {
        if (objects == null) {
            objects = database.objects();
        }
        return objects;
    }

    void waitFor(
            Set<QualifiedName> tables, CanonicalSchema becoming, BiConsumer<CanonicalSchema, CanonicalSchema> told) {
        waiting.add(new Waiting(tables, told));
        expected = becoming;
    }

    /**
     * Reads what was changed. No two calls that wait have changed one table, so that each is told what was there after it and
     * before the next.
     */
    void settle(Database database) {
        if (waiting.isEmpty()) {
            return;
        }
        Set<QualifiedName> tables = new TreeSet<>();
        waiting.forEach(w -> tables.addAll(w.tables()));
        CanonicalSchema now = database.read(tables);
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        for (Waiting each : all) {
            CanonicalSchema before = read;
            read = replaced(each.tables(), now);
            each.told().accept(before, read);
        }
        expected = read;
    }

    private CanonicalSchema replaced(Set<QualifiedName> tables, CanonicalSchema by) {
        SortedMap<QualifiedName, Table> replaced = new TreeMap<>(read.schema().tables());
        for (QualifiedName name : tables) {
            by.schema().table(name).ifPresentOrElse(t -> replaced.put(name, t), () -> replaced.remove(name));
        }
        return read.restrictedTo(replaced.values(), by.schema().enums().values());
    }
}

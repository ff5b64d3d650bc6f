package dev.fk.core.laws;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How often each kind of change has been made and has arrived. */
final class Kinds {
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void count(ChangeSet changes) {
        for (Change change : changes.changes()) {
            kinds(change).forEach(k -> counts.computeIfAbsent(k, n -> new AtomicInteger())
                    .incrementAndGet());
        }
    }

    /** Those of these that never occurred. */
    Set<String> missing(Collection<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(counts.keySet());
        return missing;
    }

    /** {@code AddCheck 12, AddColumn 40}. */
    @Override
    public String toString() {
        return new TreeMap<>(counts)
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    private static List<String> kinds(Change change) {
        List<String> kinds = new ArrayList<>(List.of(change.getClass().getSimpleName()));
        if (change instanceof Change.AlterColumn c) {
            column(c.from(), c.to()).forEach(k -> kinds.add("AlterColumn." + k));
        } else if (change instanceof Change.AlterForeignKey c) {
            foreignKey(c.from(), c.to()).forEach(k -> kinds.add("AlterForeignKey." + k));
        } else if (change instanceof Change.AddIndex c) {
            index(c.index()).forEach(k -> kinds.add("AddIndex." + k));
        } else if (change instanceof Change.RenameConstraint c) {
            kinds.add("RenameConstraint." + kind(c.from()));
        } else if (change instanceof Change.AlterEnum c) {
            labels(c.from(), c.to()).forEach(k -> kinds.add("AlterEnum." + k));
        } else if (change instanceof Change.AlterOptions c) {
            options(c.from(), c.to()).forEach(k -> kinds.add("AlterOptions." + k));
        }
        return kinds;
    }

    private static String kind(Constraint constraint) {
        return constraint.getClass().getSimpleName();
    }

    private static Set<String> column(Column from, Column to) {
        Set<String> kinds = new TreeSet<>();
        add(kinds, "type", from.type(), to.type());
        add(kinds, "null", from.nullable(), to.nullable());
        add(kinds, "collation", from.collation(), to.collation());
        add(kinds, "comment", from.comment(), to.comment());
        options(from.options(), to.options()).forEach(kinds::add);
        if (!from.generation().equals(to.generation())) {
            kinds.add(generation(from.generation()) + "→" + generation(to.generation()));
        }
        return kinds;
    }

    private static String generation(Generation generation) {
        return generation instanceof Generation.None
                ? "none"
                : generation instanceof Generation.AutoIncrement
                        ? "counter"
                        : generation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Set<String> foreignKey(ForeignKey from, ForeignKey to) {
        Set<String> kinds = new TreeSet<>();
        add(kinds, "onDelete", from.onDelete(), to.onDelete());
        add(kinds, "onUpdate", from.onUpdate(), to.onUpdate());
        add(kinds, "onDeleteColumns", from.onDeleteColumns(), to.onDeleteColumns());
        add(kinds, "match", from.match(), to.match());
        add(kinds, "deferrability", from.deferrability(), to.deferrability());
        add(kinds, "enforcement", from.enforcement(), to.enforcement());
        return kinds;
    }

    private static Set<String> index(Index index) {
        Set<String> kinds = new TreeSet<>(index.options().values().keySet());
        index.method().ifPresent(kinds::add);
        index.where().ifPresent(w -> kinds.add("partial"));
        if (index.unique()) {
            kinds.add("unique");
        }
        for (IndexPart part : index.parts()) {
            kinds.addAll(part.options().values().keySet());
            if (part.isExpression()) {
                kinds.add("expression");
            }
            if (part.descending()) {
                kinds.add("descending");
            }
            part.prefixLength().ifPresent(l -> kinds.add("prefix"));
        }
        return kinds;
    }

    private static Set<String> labels(EnumDefinition from, EnumDefinition to) {
        Set<String> kinds = new TreeSet<>();
        boolean added = !from.labels().containsAll(to.labels());
        boolean removed = !to.labels().containsAll(from.labels());
        if (added) {
            kinds.add("added");
        }
        if (removed) {
            kinds.add("removed");
        }
        if (!added && !removed) {
            kinds.add("reordered");
        }
        return kinds;
    }

    private static Set<String> options(Options from, Options to) {
        Set<String> keys = new TreeSet<>(from.values().keySet());
        keys.addAll(to.values().keySet());
        keys.removeIf(k -> from.get(k).equals(to.get(k)));
        return keys;
    }

    private static void add(Set<String> kinds, String kind, Object from, Object to) {
        if (!from.equals(to)) {
            kinds.add(kind);
        }
    }
}

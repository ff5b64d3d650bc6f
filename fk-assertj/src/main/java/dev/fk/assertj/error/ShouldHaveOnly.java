package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An exact set: all that is missing and all that is too much, at once. */
@API(status = Status.INTERNAL)
public final class ShouldHaveOnly {
    private ShouldHaveOnly() {}

    /**
     * @param subject whose set it is, {@code table chat}
     * @param noun what the set consists of, {@code column}
     */
    public static Optional<Failure> failure(
            Snapshot snapshot, String subject, String noun, Collection<String> wanted, Collection<String> there) {
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(there);
        Set<String> extra = new LinkedHashSet<>(there);
        extra.removeAll(wanted);
        if (missing.isEmpty() && extra.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        missing.forEach(m -> reasons.add("missing " + m + Names.hint(snapshot, m, extra)));
        if (!extra.isEmpty()) {
            reasons.add("not expected: " + String.join(", ", extra));
        }
        String plural = Names.plural(noun, 2);
        return Optional.of(Failure.expecting(subject + " to have exactly these " + plural)
                .want(String.join(", ", wanted))
                .have(there.isEmpty() ? "none" : String.join(", ", there))
                .why(String.join("\n", reasons)));
    }

    /** Of the schema; what the server does not show to this user may be too much. */
    static Optional<Failure> ofAll(
            Snapshot snapshot, String noun, Collection<String> wanted, Collection<String> there) {
        Optional<Failure> failure = failure(snapshot, "the schema", noun, wanted, there);
        if (failure.isEmpty()) {
            snapshot.database().inquiry().refuseUnseenTables();
        }
        return failure;
    }

    public static Optional<Failure> columns(TableView view, Collection<String> wanted) {
        return Missing.table(view, "to have exactly the columns " + String.join(", ", wanted))
                .or(() -> failure(view.snapshot(), "table " + view.name(), "column", wanted, view.columnNames()));
    }

    /** Indexes by name; those that a constraint owns are not among them. */
    public static Optional<Failure> indexes(TableView view, Collection<String> wanted) {
        return Missing.table(view, "to have exactly the indexes " + String.join(", ", wanted))
                .or(() -> failure(
                        view.snapshot(), "table " + view.name(), "index", wanted, names(wantedOrPlain(view, wanted))));
    }

    /** What is a unique key as much as an index is none that is too much. */
    private static List<Index> wantedOrPlain(TableView view, Collection<String> wanted) {
        return view.indexesOfAnyKind().stream()
                .filter(i -> view.indexes().contains(i)
                        || i.name().filter(wanted::contains).isPresent())
                .toList();
    }

    /** Constraints by name: primary key, unique keys, foreign keys, checks, exclusions. */
    public static Optional<Failure> constraints(TableView view, Collection<String> wanted) {
        return Missing.table(view, "to have exactly the constraints " + String.join(", ", wanted))
                .or(() -> failure(
                        view.snapshot(), "table " + view.name(), "constraint", wanted, names(view.constraints())));
    }

    private static List<String> names(Collection<? extends Constraint> constraints) {
        return constraints.stream().flatMap(c -> c.name().stream()).sorted().toList();
    }
}

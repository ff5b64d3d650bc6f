package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An index that is there and not as wanted. */
@API(status = Status.INTERNAL)
public final class ShouldBeIndex {
    private ShouldBeIndex() {}

    /**
     * @param clause what was expected of it, {@code to be unique}
     * @param there the indexes to choose from
     * @param wanted the first of them as it should be, if that is known
     */
    public static Failure failure(TableView view, String clause, List<Index> there, Optional<Index> wanted) {
        Index first = there.get(0);
        Failure failure = Failure.expecting(
                        "index " + first.name().orElse("without a name") + " of table " + view.name() + " " + clause)
                .wanting(clause);
        return wanted.map(w -> failure.want(w, Names.tag("      ", w)))
                .orElse(failure)
                .have(Names.inLines(there))
                .fix(there.size() == 1 ? wanted.map(w -> fix(view, first, w)).orElse(List.of()) : List.of());
    }

    private static List<String> fix(TableView view, Index there, Index wanted) {
        List<Change> changes = new ArrayList<>();
        changes.add(there.accept(new DropOf(view.name())));
        changes.add(wanted.accept(new AddOf(view.name())));
        return view.snapshot().statements(changes.toArray(Change[]::new));
    }
}

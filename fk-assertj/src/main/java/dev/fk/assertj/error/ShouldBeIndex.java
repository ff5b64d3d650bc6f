package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
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
     * @param wanted the index as it should be, if that is known
     */
    public static Failure failure(TableView view, String clause, Index there, Optional<Index> wanted) {
        Failure failure = Failure.expecting(
                        "index " + there.name().orElse("without a name") + " of table " + view.name() + " " + clause)
                .wanting(clause);
        return wanted.map(w -> failure.want(w, Names.tag("      ", w)))
                .orElse(failure)
                .have(Names.inLines(List.of(there)))
                .why(wanted.map(w -> otherwise(view, there, w)).orElse(""))
                .fix(wanted.map(w -> fix(view, there, w)).orElse(Remedy.none()));
    }

    /** An index that should be, in a way that the failure cannot know, what this server may not have at all. */
    public static Failure possibly(TableView view, String clause, Index there, Index perhaps) {
        Remedy remedy = fix(view, there, perhaps);
        return failure(view, clause, there, Optional.empty())
                .fix(remedy.objection().isEmpty() ? Remedy.none() : remedy);
    }

    private static String otherwise(TableView view, Index there, Index wanted) {
        return isStoredAsItIs(view, there, wanted)
                ? view.snapshot().database().server() + " takes such an index and makes this one of it"
                : "";
    }

    private static boolean isStoredAsItIs(TableView view, Index there, Index wanted) {
        return view.table()
                .map(t -> new Equivalence(view.snapshot()).stored(t, wanted))
                .filter(there::equals)
                .isPresent();
    }

    private static Remedy fix(TableView view, Index there, Index wanted) {
        if (isStoredAsItIs(view, there, wanted)) {
            return Remedy.none();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(view.asThere(there).accept(new DropOf(view.name())));
        changes.add(wanted.accept(new AddOf(view.name())));
        return view.snapshot().remedy(changes.toArray(Change[]::new));
    }
}

package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A table that should be there, or should not. */
@API(status = Status.INTERNAL)
public final class ShouldExist {
    private ShouldExist() {}

    public static Optional<Failure> failure(TableView view) {
        return Missing.table(view, "to exist");
    }

    /** The opposite: why a table that should not be there is a failure. */
    public static Optional<Failure> unexpected(TableView view) {
        return view.table().map(t -> Failure.expecting("no table " + view.name() + ", but it exists.")
                .wanting("no table " + view.name())
                .have(t)
                .fix(view.snapshot().remedy(new Change.DropTable(t))));
    }

    /** Tables that should be there. */
    public static Optional<Failure> failure(List<TableView> views) {
        return views.stream()
                .map(ShouldExist::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }
}

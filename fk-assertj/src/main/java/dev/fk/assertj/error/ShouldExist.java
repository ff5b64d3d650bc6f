package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
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

    /**
     * The opposite: why a table that should not be there is a failure.
     *
     * @throws dev.fk.core.database.DatabaseException if the server would not show it to the user of the connection
     */
    public static Optional<Failure> unexpected(TableView view) {
        if (view.table().isPresent()) {
            return unexpectedIn(view);
        }
        view.snapshot().database().inquiry().refuseUnseen(List.of(view.name()));
        return outOfView(view);
    }

    private static Optional<Failure> unexpectedIn(TableView view) {
        return view.table().map(t -> Failure.expecting("no table " + view.name() + ", but it exists.")
                .wanting("no table " + view.name())
                .have(t)
                .fix(view.snapshot().remedy(new Change.DropTable(t))));
    }

    /** What is denied of a schema that is not looked at, or of a name in one piece, is denied of nothing. */
    private static Optional<Failure> outOfView(TableView view) {
        QualifiedName meant = Missing.inTwoPieces(view.name());
        return meant.schema().isEmpty()
                ? Optional.empty()
                : unexpectedIn(view.snapshot().whole().table(meant)).map(f -> f.why(Missing.absence(view)));
    }

    /** Tables that should be there. */
    public static Optional<Failure> failure(List<TableView> views) {
        return views.stream()
                .map(ShouldExist::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }
}

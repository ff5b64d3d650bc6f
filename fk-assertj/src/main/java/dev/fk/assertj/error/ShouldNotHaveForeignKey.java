package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.ForeignKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** No foreign key on certain columns, or none at all. */
@API(status = Status.INTERNAL)
public final class ShouldNotHaveForeignKey {
    private ShouldNotHaveForeignKey() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        String clause = "to have no foreign key on " + Names.list(columns);
        return Missing.tableOrColumns(view, clause, columns).or(() -> present(view, clause, on(view, columns)));
    }

    /** None at all. */
    public static Optional<Failure> failure(TableView view) {
        String clause = "to have no foreign keys";
        return Missing.table(view, clause).or(() -> present(view, clause, view.foreignKeys()));
    }

    private static List<ForeignKey> on(TableView view, List<String> columns) {
        return view.foreignKeys().stream()
                .filter(f -> f.columns().size() == columns.size())
                .filter(f -> Set.copyOf(f.columns()).equals(Set.copyOf(columns)))
                .toList();
    }

    private static Optional<Failure> present(TableView view, String clause, List<ForeignKey> there) {
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting("table " + view.name() + " " + clause + ", but it has "
                                + (there.size() == 1 ? "one." : there.size() + "."))
                        .wanting("none")
                        .have(Names.inLines(there))
                        .fix(Drop.of(view, there)));
    }
}

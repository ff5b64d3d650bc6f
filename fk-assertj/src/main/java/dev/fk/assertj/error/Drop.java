package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Constraint;
import java.util.Collection;

/** The statements that remove constraints and indexes. */
final class Drop {
    private Drop() {}

    /** None where a foreign key stands on one of them. */
    static Remedy of(TableView view, Collection<? extends Constraint> constraints) {
        DropOf drop = new DropOf(view.name());
        return new Standing(view).on(constraints).orElseGet(() -> view.snapshot()
                .remedy(constraints.stream()
                        .map(c -> view.asThere(c).accept(drop))
                        .toArray(Change[]::new)));
    }
}

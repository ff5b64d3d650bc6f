package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Constraint;
import java.util.Collection;
import java.util.List;

/** The statements that remove constraints and indexes. */
final class Drop {
    private Drop() {}

    static List<String> of(TableView view, Collection<? extends Constraint> constraints) {
        DropOf drop = new DropOf(view.name());
        return view.snapshot()
                .statements(constraints.stream().map(c -> c.accept(drop)).toArray(Change[]::new));
    }
}

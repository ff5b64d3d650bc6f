package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table's assertions are about, and where they came from.
 *
 * @param inEffectOrNot whether what only stands in the catalog counts as well
 */
record TableSubject(TableView view, Reporting reporting, Optional<SchemaAssert> origin, boolean inEffectOrNot) {
    /** Null is AssertJ's word for a value that is not there. */
    @Nullable
    Table value() {
        return view.table().orElse(null);
    }

    TableSubject withWhatHasNoEffect() {
        return new TableSubject(view, reporting, origin, true);
    }

    TableAssert open() {
        return reporting.open(TableAssert.class, TableSubject.class, this, TableAssert::new);
    }
}

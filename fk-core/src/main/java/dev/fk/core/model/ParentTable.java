package dev.fk.core.model;

import dev.fk.core.schema.QualifiedName;
import java.util.Optional;

/** The referenced side of a foreign key: a table, which need not be a model's. */
record ParentTable(QualifiedName table, Optional<TableDraft> model) {
    static ParentTable of(TableDraft draft) {
        return new ParentTable(draft.table, Optional.of(draft));
    }
}

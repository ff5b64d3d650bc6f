package dev.fk.core.migration;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key of which only the referencing columns are known yet. */
@API(status = Status.EXPERIMENTAL)
public record ForeignKeyColumns(List<String> columns) {
    public ForeignKeyColumns {
        columns = List.copyOf(columns);
    }

    public ForeignKeySpec references(String table, String... referencedColumns) {
        return references(QualifiedName.of(table), referencedColumns);
    }

    public ForeignKeySpec references(QualifiedName table, String... referencedColumns) {
        return new ForeignKeySpec(ForeignKey.of(columns, table, List.of(referencedColumns)));
    }
}

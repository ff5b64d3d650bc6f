package dev.fk.core.diff;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where a column is put: last, first, or after another one. Servers without column positions (PostgreSQL) append. */
@API(status = Status.EXPERIMENTAL)
public record ColumnPosition(boolean first, Optional<String> after) {
    private static final ColumnPosition LAST = new ColumnPosition(false, Optional.empty());

    public static ColumnPosition last() {
        return LAST;
    }

    public static ColumnPosition atFirst() {
        return new ColumnPosition(true, Optional.empty());
    }

    public static ColumnPosition after(String column) {
        return new ColumnPosition(false, Optional.of(column));
    }
}

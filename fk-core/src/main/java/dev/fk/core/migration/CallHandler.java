package dev.fk.core.migration;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of the calls of a {@link QueryInterface}: they run, are tried on a value, or are only written down. */
sealed interface CallHandler permits Live, Recording, Transcript, Gathering {
    void call(Call call);

    void sql(String statement);

    void data(DataCall call);

    /** Rows, each value by the label of its column. */
    List<Map<String, @Nullable Object>> query(String sql);

    Set<QualifiedName> tables();

    Table table(QualifiedName name);

    /** Whether a column has a type that others may have as well, as enums have on PostgreSQL. */
    default boolean isOfNamedType(QualifiedName table, String column) {
        return table(table)
                .column(column)
                .filter(c -> c.type() instanceof DataType.Named)
                .isPresent();
    }

    /** The name of the table that is there, where the server takes the two spellings for the same. */
    QualifiedName asSpelt(QualifiedName table);

    void transaction(Consumer<CallHandler> body);

    /** Whether tables of this schema are called by their names alone. */
    boolean isDefault(String schema);

    /** The same with one more schema in view. */
    CallHandler with(String schema);

    /** Takes back what the migration did when it was applied. */
    void takeBack();

    /** The tables that fk keeps for itself, which no call is about. */
    static boolean isOwn(QualifiedName table) {
        return History.TABLES.contains(table.name());
    }

    /** The schema without the tables that fk keeps for itself. */
    static CanonicalSchema withoutOwn(CanonicalSchema schema) {
        return schema.restrictedTo(
                schema.schema().tables().values().stream()
                        .filter(t -> !isOwn(t.name()))
                        .toList(),
                schema.schema().enums().values());
    }
}

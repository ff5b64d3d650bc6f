package dev.fk.core.generate;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What people would write for a type that a server reports.
 *
 * @param canonical how the server would report a declared schema
 * @param enums the labels of types that come into being with the column that has them, by the type's name
 */
record Types(Function<Schema, CanonicalSchema> canonical, Map<QualifiedName, List<String>> enums) {
    private static final int MOST_DIGITS = 6;

    DataType declared(QualifiedName table, Column column) {
        Optional<List<String>> labels = labels(table, column);
        if (labels.isPresent()) {
            return new DataType.EnumType(labels.get());
        }
        boolean canBeUsual = column.type() instanceof DataType.Timestamp
                || TypeAttribute.of(column.type()).startsWith("typed(");
        if (!canBeUsual) {
            return column.type();
        }
        return usual().filter(d -> reported(column, d).equals(Optional.of(column)))
                .findFirst()
                .orElse(column.type());
    }

    private static Stream<DataType> usual() {
        return Stream.concat(
                Stream.of(new DataType.Uuid(), new DataType.DateTime(OptionalInt.empty())),
                IntStream.rangeClosed(0, MOST_DIGITS).mapToObj(p -> new DataType.DateTime(OptionalInt.of(p))));
    }

    private Optional<List<String>> labels(QualifiedName table, Column column) {
        QualifiedName own = table.withName("enum_" + table.name() + "_" + column.name());
        return column.type().equals(new DataType.Named(own)) ? Optional.ofNullable(enums.get(own)) : Optional.empty();
    }

    private Optional<Column> reported(Column column, DataType declared) {
        QualifiedName name = QualifiedName.of("t");
        Schema alone = Schema.of(Table.of(name, List.of(column.withType(declared))));
        return canonical.apply(alone).schema().table(name).flatMap(t -> t.column(column.name()));
    }
}

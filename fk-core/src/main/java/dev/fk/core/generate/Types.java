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
        if (column.type() instanceof DataType.Named named && isOwn(table, column, named.name())) {
            return new DataType.EnumType(enums.get(named.name()));
        }
        if (!TypeAttribute.of(column.type()).startsWith("typed(")) {
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

    private boolean isOwn(QualifiedName table, Column column, QualifiedName type) {
        return enums.containsKey(type) && type.equals(table.withName("enum_" + table.name() + "_" + column.name()));
    }

    private Optional<Column> reported(Column column, DataType declared) {
        QualifiedName name = QualifiedName.of("t");
        Schema alone = Schema.of(Table.of(name, List.of(column.withType(declared))));
        return canonical.apply(alone).schema().table(name).flatMap(t -> t.column(column.name()));
    }
}

package dev.fk.core.generate;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.HashMap;
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
 * @param usual the types that the same on every server are declared by, by what this one reports for them
 */
record Types(
        Function<Schema, CanonicalSchema> canonical,
        Map<QualifiedName, List<String>> enums,
        Map<DataType, DataType> usual) {
    private static final int MOST_DIGITS = 6;

    Types(Function<Schema, CanonicalSchema> canonical, Map<QualifiedName, List<String>> enums) {
        this(canonical, enums, usual(canonical));
    }

    DataType declared(QualifiedName table, Column column) {
        Optional<List<String>> labels = labels(table, column);
        if (labels.isPresent()) {
            return new DataType.EnumType(labels.get());
        }
        return Optional.ofNullable(usual.get(column.type()))
                .filter(d -> reported(column, d, canonical).equals(Optional.of(column)))
                .orElse(column.type());
    }

    /** With a default that has no type behind it, where the server reports the same for it: {@code -1} for {@code '-1'::integer}. */
    Column uncast(Column column) {
        Generation uncast = column.generation().uncast();
        if (!(uncast instanceof Generation.Default literal) || uncast.equals(column.generation())) {
            return column;
        }
        String bare = literal.expression().sql().replace("'", "");
        Stream<Generation> number =
                DefaultSource.isWholeNumber(bare) ? Stream.of(Generation.defaultTo(bare)) : Stream.of();
        return Stream.concat(number, Stream.of(uncast))
                .map(column::withGeneration)
                .filter(c -> reported(c, c.type(), canonical).equals(Optional.of(column)))
                .findFirst()
                .orElse(column);
    }

    private static Map<DataType, DataType> usual(Function<Schema, CanonicalSchema> canonical) {
        Map<DataType, DataType> usual = new HashMap<>();
        declarable()
                .forEach(d -> reported(Column.of("c", d), d, canonical).ifPresent(c -> usual.putIfAbsent(c.type(), d)));
        return Map.copyOf(usual);
    }

    private static Stream<DataType> declarable() {
        return Stream.concat(
                Stream.of(new DataType.Uuid(), new DataType.DateTime(OptionalInt.empty())),
                IntStream.rangeClosed(0, MOST_DIGITS).mapToObj(p -> new DataType.DateTime(OptionalInt.of(p))));
    }

    private Optional<List<String>> labels(QualifiedName table, Column column) {
        QualifiedName own = table.withName("enum_" + table.name() + "_" + column.name());
        return column.type().equals(new DataType.Named(own)) ? Optional.ofNullable(enums.get(own)) : Optional.empty();
    }

    private static Optional<Column> reported(
            Column column, DataType declared, Function<Schema, CanonicalSchema> canonical) {
        QualifiedName name = QualifiedName.of("t");
        Schema alone = Schema.of(Table.of(name, List.of(column.withType(declared))));
        return canonical.apply(alone).schema().table(name).flatMap(t -> t.column(column.name()));
    }
}

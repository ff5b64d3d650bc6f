package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** What random schemas are made of on MySQL and MariaDB. */
public final class MySqlVocabulary {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG, true, false);
    private static final DataType STRING = new DataType.Varchar(45);
    private static final DataType MONEY = new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(2));
    private static final DataType MOMENT = new DataType.DateTime(OptionalInt.of(3));
    private static final DataType TEXT = new DataType.Text(DataType.LobSize.REGULAR);
    private static final DataType YES = new DataType.Bool();

    private MySqlVocabulary() {}

    public static Vocabulary get(boolean mariaDb) {
        return new Vocabulary(
                List.of(INT, BIG, STRING, new DataType.Uuid()),
                List.of(
                        YES,
                        MONEY,
                        MOMENT,
                        TEXT,
                        new DataType.Json(false),
                        new DataType.Date(),
                        new DataType.Time(OptionalInt.empty(), false),
                        new DataType.Timestamp(OptionalInt.of(6), true),
                        new DataType.Approximate(DataType.Approximate.Kind.FLOAT),
                        new DataType.Approximate(DataType.Approximate.Kind.REAL),
                        new DataType.Int(DataType.Int.Size.TINY),
                        new DataType.Int(DataType.Int.Size.MEDIUM, true, true),
                        new DataType.Char(3, true),
                        new DataType.Binary(16),
                        new DataType.Varbinary(20),
                        new DataType.Blob(DataType.LobSize.LONG),
                        new DataType.Other("set('a','b')"),
                        new DataType.EnumType(List.of("a", "it's", "b\\c"))),
                Map.of(
                        INT, List.of("0", "'42'", "-1"),
                        BIG, List.of("18446744073709551615"),
                        STRING, List.of("'x'", "''", "'it''s'", "'a\\\\b'", "'NULL'", "upper('x')"),
                        MONEY, List.of("1.5", "'0'", "10"),
                        MOMENT, List.of("now(3)", "current_timestamp(3)", "'2020-01-01 10:00'"),
                        YES, List.of("true", "0"),
                        TEXT, List.of("'abc'")),
                Map.of(
                        INT,
                        List.of("`%s` > 0", "%s > 0 and %1$s < 100"),
                        STRING,
                        List.of("`%s` <> 'x'", "length(%s) > 1")),
                List.of(
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.RESTRICT,
                        ReferentialAction.CASCADE,
                        ReferentialAction.SET_NULL),
                List.of(Deferrability.NOT_DEFERRABLE),
                List.of(Generation.autoIncrement(), new Generation.Identity(Generation.Identity.Mode.ALWAYS)),
                true,
                true,
                extras(mariaDb));
    }

    private static Extras extras(boolean mariaDb) {
        return new Extras(
                List.of(
                        new Extras.ComputedColumn(INT, INT, List.of("%s + 1", "%s * 2", "abs(%s)")),
                        new Extras.ComputedColumn(STRING, STRING, List.of("upper(%s)", "concat(%s, %1$s)"))),
                List.of(Generation.Computed.Storage.values()),
                List.of("utf8mb4_bin", "latin1_swedish_ci"),
                Map.of(
                        MOMENT, List.of(Options.of("on update", "current_timestamp(3)")),
                        YES, List.of(Options.of("invisible", "true")),
                        TEXT, List.of(Options.of("invisible", "true"))),
                indexes(mariaDb),
                List.of(
                        Options.none(),
                        Options.of("row_format", "DYNAMIC"),
                        Options.of("row_format", "COMPACT"),
                        Options.of("collate", "utf8mb4_bin")),
                List.of(Options.of("comment", "it's"), Options.of("invisible", "true")),
                List.of(),
                List.of(),
                new Extras.Enforcements(
                        List.of(), mariaDb ? List.of() : List.of(Enforcement.ENFORCED, Enforcement.NOT_ENFORCED)),
                List.of(),
                false,
                true);
    }

    private static List<Function<Column, Optional<Index>>> indexes(boolean mariaDb) {
        Predicate<DataType> strings = IndexShapes.in(List.of(STRING, TEXT));
        Predicate<DataType> numbers = IndexShapes.in(List.of(INT));
        List<Function<Column, Optional<Index>>> shapes = new ArrayList<>(List.of(
                IndexShapes.of(strings, IndexShapes.prefix(5)),
                IndexShapes.of(strings, p -> IndexShapes.prefix(7).apply(p).asUnique()),
                IndexShapes.of(strings, IndexShapes.method("fulltext")),
                IndexShapes.of(numbers, IndexShapes.part(IndexPart::asDescending)),
                IndexShapes.of(numbers, IndexShapes.with(Options.of("invisible", "true"))),
                IndexShapes.of(numbers, IndexShapes.with(Options.of("comment", "it's")))));
        if (!mariaDb) {
            shapes.add(IndexShapes.of(numbers, IndexShapes.expression("%s + 1")));
            shapes.add(IndexShapes.of(
                    numbers, p -> IndexShapes.expression("%s * 2").apply(p).asUnique()));
        }
        return shapes;
    }
}

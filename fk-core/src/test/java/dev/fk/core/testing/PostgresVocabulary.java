package dev.fk.core.testing;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What random schemas are made of on PostgreSQL: declared types and words, not the canonical ones. */
public final class PostgresVocabulary {
    private PostgresVocabulary() {}

    public static Vocabulary get() {
        DataType integer = new DataType.Int(DataType.Int.Size.REGULAR);
        DataType big = new DataType.Int(DataType.Int.Size.BIG, true, false);
        DataType tiny = new DataType.Int(DataType.Int.Size.TINY);
        DataType varchar = new DataType.Varchar(20);
        DataType uuid = new DataType.Uuid();
        DataType date = new DataType.Date();
        DataType decimal = new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(2));
        DataType whole = new DataType.Decimal(OptionalInt.of(5), OptionalInt.empty());
        DataType character = new DataType.Char(3, false);
        DataType text = new DataType.Text(DataType.LobSize.LONG);
        DataType bool = new DataType.Bool();
        DataType moment = new DataType.DateTime(OptionalInt.empty());
        DataType floating = new DataType.Approximate(DataType.Approximate.Kind.FLOAT);
        DataType json = new DataType.Json(true);
        DataType array = new DataType.Array(varchar);
        DataType bytes = new DataType.Varchar(OptionalInt.of(5), true);
        DataType time = new DataType.Time(OptionalInt.of(3), false);
        DataType network = new DataType.Other("INET");
        return new Vocabulary(
                List.of(integer, big, tiny, varchar, uuid, date, whole, character),
                List.of(decimal, text, bool, moment, floating, json, array, bytes, time, network),
                Map.ofEntries(
                        Map.entry(integer, List.of("0", "42", "-7", "'5'", "1 + 2")),
                        Map.entry(big, List.of("0", "3000000000", "-1", "'5'")),
                        Map.entry(tiny, List.of("1", "-1")),
                        Map.entry(varchar, List.of("'x'", "'it''s'", "NULL", "upper('x')", "'a\\b'")),
                        Map.entry(uuid, List.of("gen_random_uuid()", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'")),
                        Map.entry(date, List.of("CURRENT_DATE", "'2020-01-31'", "now()")),
                        Map.entry(decimal, List.of("1.50", "-1.5", "'2.5'", "0")),
                        Map.entry(whole, List.of("1")),
                        Map.entry(character, List.of("'abc'")),
                        Map.entry(text, List.of("'x'", "'x'::varchar")),
                        Map.entry(bool, List.of("TRUE", "false", "'t'", "NOT true")),
                        Map.entry(moment, List.of("NOW()", "CURRENT_TIMESTAMP", "'2020-01-31 10:00:00+00'")),
                        Map.entry(floating, List.of("1.5", "0", "'2.25'")),
                        Map.entry(json, List.of("'{}'", "'{\"a\":1}'")),
                        Map.entry(array, List.of("'{}'", "ARRAY['a']")),
                        Map.entry(time, List.of("'10:00:00'")),
                        Map.entry(network, List.of("'127.0.0.1'"))),
                Map.ofEntries(
                        Map.entry(integer, List.of("%s > 0", "%s IN (1, 2) OR %1$s IS NULL")),
                        Map.entry(varchar, List.of("%s <> ''", "length(%s) BETWEEN 1 AND 10")),
                        Map.entry(decimal, List.of("(%s >= 0)")),
                        Map.entry(date, List.of("%s > '2000-01-01'"))),
                List.of(ReferentialAction.values()),
                List.of(Deferrability.values()),
                List.of(
                        Generation.autoIncrement(),
                        new Generation.Identity(Generation.Identity.Mode.ALWAYS),
                        new Generation.Identity(
                                Generation.Identity.Mode.BY_DEFAULT,
                                Options.of("start", "100").with("increment", "10"))),
                true,
                true);
    }
}

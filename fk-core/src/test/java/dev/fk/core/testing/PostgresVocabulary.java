package dev.fk.core.testing;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What random schemas are made of on PostgreSQL: declared types and words, not the canonical ones. */
public final class PostgresVocabulary {
    private PostgresVocabulary() {}

    /** @param version the major version of the server */
    public static Vocabulary get(int version) {
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
                true,
                extras(version, integer, varchar, text, json));
    }

    private static Extras extras(int version, DataType integer, DataType varchar, DataType text, DataType json) {
        boolean atLeast18 = version >= 18;
        Predicate<DataType> strings = IndexShapes.in(List.of(varchar, text));
        return new Extras(
                List.of(
                        new Extras.ComputedColumn(integer, integer, List.of("%s + 1", "%s * 2", "abs(%s)")),
                        new Extras.ComputedColumn(varchar, text, List.of("upper(%s)", "%s || 'x'"))),
                atLeast18 ? List.of(Generation.Computed.Storage.values()) : List.of(Generation.Computed.Storage.STORED),
                List.of("C", "POSIX"),
                Map.of(
                        text, List.of(Options.of("storage", "EXTERNAL"), Options.of("compression", "pglz")),
                        varchar, List.of(Options.of("storage", "MAIN"))),
                List.of(
                        IndexShapes.of(IndexShapes.in(List.of(integer)), IndexShapes.partial("%s > 7")),
                        IndexShapes.of(strings, IndexShapes.partial("%s IS NOT NULL")),
                        IndexShapes.of(strings, IndexShapes.expression("lower(%s)")),
                        IndexShapes.of(strings, p -> IndexShapes.expression("upper(%s)")
                                .apply(p)
                                .asUnique()),
                        IndexShapes.of(
                                IndexShapes.in(List.of(integer)),
                                p -> IndexShapes.partial("%s > 0").apply(p).asUnique()),
                        IndexShapes.of(strings, IndexShapes.part(IndexPart::asDescending)),
                        IndexShapes.of(strings, IndexShapes.part(p -> p.withOptions(Options.of("nulls", "first")))),
                        IndexShapes.of(strings, IndexShapes.part(p -> p.withOptions(Options.of("collation", "C")))),
                        IndexShapes.of(
                                IndexShapes.in(List.of(varchar)),
                                IndexShapes.part(p -> p.withOptions(Options.of("opclass", "varchar_pattern_ops")))),
                        IndexShapes.of(IndexShapes.in(List.of(integer)), IndexShapes.method("hash")),
                        IndexShapes.of(IndexShapes.in(List.of(integer)), IndexShapes.method("brin")),
                        IndexShapes.of(IndexShapes.in(List.of(json)), IndexShapes.method("gin")),
                        IndexShapes.of(
                                IndexShapes.in(List.of(integer)),
                                IndexShapes.with(Options.of("with", "fillfactor='60'")))),
                List.of(
                        Options.none(),
                        Options.of("with", "fillfactor='70'"),
                        Options.of("with", "autovacuum_enabled='off', fillfactor='50'")),
                List.of(Options.of("nulls not distinct", ""), Options.of("with", "fillfactor='80'")),
                List.of("EXCLUDE USING btree (%s WITH =)"),
                List.of(MatchType.SIMPLE, MatchType.FULL),
                atLeast18
                        ? new Extras.Enforcements(List.of(Enforcement.values()), List.of(Enforcement.values()))
                        : new Extras.Enforcements(
                                List.of(Enforcement.ENFORCED, Enforcement.NOT_VALID),
                                List.of(Enforcement.ENFORCED, Enforcement.NOT_VALID)),
                List.of(Deferrability.values()),
                true,
                true);
    }
}

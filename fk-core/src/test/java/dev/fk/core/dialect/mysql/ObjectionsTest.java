package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Generation.Computed.Storage;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is objected to before any statement, the server refuses or changes; and what it refuses is objected to. */
@Tag("thorough")
class ObjectionsTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType STRING = new DataType.Varchar(20);
    private static final ForeignKey KEY = ForeignKey.of(List.of("p"), QualifiedName.of("parent"), List.of("id"));

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    private static Table parent(Column... columns) {
        return Table.of(QualifiedName.of("parent"), List.of(columns))
                .withUniqueKeys(List.of(
                        UniqueKey.of(List.of(columns).stream().map(Column::name).toArray(String[]::new))));
    }

    private static Table child(ForeignKey key, Column... columns) {
        return Table.of(QualifiedName.of("child"), List.of(columns)).withForeignKeys(List.of(key));
    }

    private static Schema with(Table child) {
        return Schema.of(parent(Column.of("id", INT).notNull()), child);
    }

    private static Column computed(Storage storage) {
        return Column.of("p", INT).withGeneration(new Generation.Computed(new Expression("a + 1"), storage));
    }

    private static Map<String, Schema> wishes() {
        Column id = Column.of("id", INT);
        Column p = Column.of("p", INT);
        ForeignKey cascading = KEY.withActions(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE);
        Map<String, Schema> wishes = new LinkedHashMap<>();
        wishes.put("nothing wrong", with(child(cascading, p)));
        wishes.put("a name that ends with a space", with(child(KEY, p, Column.of("n ", INT))));
        wishes.put("a name beyond U+FFFF", with(child(KEY, p, Column.of("n\uD83D\uDE00", INT))));
        wishes.put(
                "set default",
                with(child(
                        KEY.withActions(ReferentialAction.SET_DEFAULT, ReferentialAction.NO_ACTION),
                        p.withGeneration(Generation.defaultTo("5")))));
        wishes.put("child by MyISAM", with(child(KEY, p).withOptions(Options.of("engine", "myisam"))));
        wishes.put(
                "parent by MyISAM",
                Schema.of(parent(id.notNull()).withOptions(Options.of("engine", "MyISAM")), child(KEY, p)));
        wishes.put("partitioned", with(child(KEY, p).withOptions(Options.of("partition by", "HASH (p) PARTITIONS 2"))));
        wishes.put("match full", with(child(KEY.withMatch(MatchType.FULL), p)));
        wishes.put("not enforced", with(child(KEY.withEnforcement(Enforcement.NOT_ENFORCED), p)));
        wishes.put("not valid", with(child(KEY.withEnforcement(Enforcement.NOT_VALID), p)));
        wishes.put("deferrable", with(child(KEY.withDeferrability(Deferrability.INITIALLY_DEFERRED), p)));
        wishes.put(
                "cascade on a computed column", with(child(cascading, Column.of("a", INT), computed(Storage.STORED))));
        wishes.put("virtual column", with(child(KEY, Column.of("a", INT), computed(Storage.VIRTUAL))));
        wishes.put(
                "check on a column that is set",
                with(child(cascading, p).withChecks(List.of(Check.of("positive", "p > 0")))));
        wishes.put(
                "columns in another order",
                Schema.of(
                        parent(Column.of("a", INT), Column.of("b", INT)),
                        child(
                                ForeignKey.of(List.of("x", "y"), QualifiedName.of("parent"), List.of("b", "a")),
                                Column.of("x", INT),
                                Column.of("y", INT))));
        wishes.put(
                "collations of columns",
                Schema.of(
                        parent(Column.of("id", STRING).withCollation(Optional.of("latin1_bin"))),
                        child(KEY, Column.of("p", STRING))));
        wishes.put(
                "collations of tables",
                Schema.of(
                        parent(Column.of("id", STRING)).withOptions(Options.of("charset", "latin1")),
                        child(KEY, Column.of("p", STRING))));
        wishes.put("nullable parent under cascade", Schema.of(parent(id), child(cascading, p.notNull())));
        wishes.put(
                "nullable parent under two cascades",
                Schema.of(
                        parent(id),
                        child(KEY.withActions(ReferentialAction.CASCADE, ReferentialAction.CASCADE), p.notNull())));
        wishes.put("sizes", with(child(KEY, Column.of("p", new DataType.Int(DataType.Int.Size.BIG)))));
        wishes.put("signs", with(child(KEY, Column.of("p", new DataType.Int(DataType.Int.Size.REGULAR, true, false)))));
        wishes.put(
                "text",
                Schema.of(
                        parent(Column.of("id", STRING)),
                        child(KEY, Column.of("p", new DataType.Text(DataType.LobSize.REGULAR)))));
        wishes.put("long name", with(child(KEY, p, Column.of("x".repeat(65), INT))));
        wishes.put(
                "counter without a key",
                with(child(KEY, p, Column.of("n", INT).notNull().withGeneration(Generation.autoIncrement()))));
        wishes.put(
                "counter within a key of MyISAM",
                Schema.of(Table.of(
                                QualifiedName.of("child"),
                                List.of(
                                        p.notNull(),
                                        Column.of("n", INT).notNull().withGeneration(Generation.autoIncrement())))
                        .withPrimaryKey(Optional.of(PrimaryKey.of("p", "n")))
                        .withOptions(Options.of("engine", "MyISAM"))));
        wishes.put(
                "two counters",
                with(child(
                                KEY,
                                p,
                                Column.of("n", INT).notNull().withGeneration(Generation.autoIncrement()),
                                Column.of("m", INT).notNull().withGeneration(Generation.autoIncrement()))
                        .withPrimaryKey(Optional.of(PrimaryKey.of("n")))
                        .withUniqueKeys(List.of(UniqueKey.of("m")))));
        wishes.put("array", with(child(KEY, p, Column.of("l", new DataType.Array(INT)))));
        wishes.put("unknown type", with(child(KEY, p, Column.of("m", new DataType.Named(QualifiedName.of("mood"))))));
        wishes.put(
                "partial index",
                with(child(KEY, p)
                        .withIndexes(List.of(new Index(
                                Optional.of("some"),
                                List.of(IndexPart.column("p")),
                                false,
                                Optional.empty(),
                                Optional.of(new Expression("p > 0")),
                                Options.none())))));
        Column text = Column.of("t", new DataType.Text(DataType.LobSize.REGULAR));
        wishes.put("index over a text", with(child(KEY, p, text).withIndexes(List.of(Index.of("whole", "t")))));
        wishes.put("unique text", with(child(KEY, p, text).withUniqueKeys(List.of(UniqueKey.of("t")))));
        wishes.put(
                "primary key over a text", with(child(KEY, p, text).withPrimaryKey(Optional.of(PrimaryKey.of("t")))));
        wishes.put(
                "primary key over the beginning of a text",
                with(child(KEY, p, text.notNull())
                        .withPrimaryKey(Optional.of(new PrimaryKey(
                                Optional.empty(),
                                List.of("t"),
                                Deferrability.NOT_DEFERRABLE,
                                Options.of("parts", "`t`(10)"))))));
        wishes.put(
                "index over JSON",
                with(child(KEY, p, Column.of("j", new DataType.Json(false)))
                        .withIndexes(List.of(Index.of("whole", "j")))));
        wishes.put(
                "index over an expression",
                with(child(KEY, p)
                        .withIndexes(List.of(new Index(
                                Optional.of("more"),
                                List.of(new IndexPart("`p` + 1", true, false, OptionalInt.empty(), Options.none())),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Options.none())))));
        partitioned(p.notNull(), Column.of("n", INT).notNull())
                .forEach((what, table) -> wishes.put(what, Schema.of(table)));
        return wishes;
    }

    private static Map<String, Table> partitioned(Column p, Column n) {
        Table table = Table.of(QualifiedName.of("child"), List.of(p, n));
        Table byHash = table.withOptions(Options.of("partition by", "HASH (n) PARTITIONS 2"));
        Table byKey = table.withOptions(Options.of("partition by", "KEY () PARTITIONS 2"));
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("keys with what partitions are by", byHash.withPrimaryKey(Optional.of(PrimaryKey.of("p", "n"))));
        tables.put("primary key without", byHash.withPrimaryKey(Optional.of(PrimaryKey.of("p"))));
        tables.put("unique key without", byHash.withUniqueKeys(List.of(UniqueKey.of("p"))));
        tables.put("partitions by the key", byKey.withPrimaryKey(Optional.of(PrimaryKey.of("p"))));
        tables.put(
                "unique key without the primary key",
                byKey.withPrimaryKey(Optional.of(PrimaryKey.of("p"))).withUniqueKeys(List.of(UniqueKey.of("n"))));
        tables.put("no key", byHash);
        return tables;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void objects_to_what_the_server_refuses_or_changes_and_to_nothing_else(MySqlServers.Server server)
            throws SQLException, IOException {
        StringBuilder text = new StringBuilder();
        try (MySqlDatabase database = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")) {
            for (Map.Entry<String, Schema> wish : wishes().entrySet()) {
                Live live = Live.of(database);
                CanonicalSchema canonical = live.canonical(wish.getValue());
                List<Problem> problems = Preflight.check(canonical, live.read(), live.dialect(), live.info());
                assertThat(!problems.isEmpty())
                        .as(wish.getKey() + " " + problems)
                        .isEqualTo(isRefusedOrChanged(live, canonical));
                text.append(wish.getKey())
                        .append(problems.stream()
                                .map(p -> "\n  "
                                        + p.toString().replace(live.info().toString(), "<server>"))
                                .collect(Collectors.joining("", "", "\n")));
                database.clear();
            }
            Golden.assertEqual("mysql/objections-" + Live.of(database).line() + ".txt", text.toString());
        }
    }

    /** MATCH is not even written, and SET DEFAULT only shows when a row goes (the capability matrix does that). */
    private static boolean isRefusedOrChanged(Live live, CanonicalSchema wish) {
        CanonicalSchema empty = live.canonical(Schema.empty());
        try {
            live.run(new Planner(live.dialect(), live.info()).plan(Differ.diff(empty, wish), empty));
            boolean matches = wish.schema().tables().values().stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .anyMatch(k -> k.match() != MatchType.SIMPLE || k.onDelete() == ReferentialAction.SET_DEFAULT);
            return matches || !live.left(wish).isEmpty();
        } catch (SQLException refused) {
            return true;
        }
    }
}

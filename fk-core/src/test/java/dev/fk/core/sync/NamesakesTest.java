package dev.fk.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** One name for two constraints or columns: what a server refuses is refused before any statement, and nothing else is. */
@OnPostgres
@Tag("thorough")
class NamesakesTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);

    private static Table plain(String name) {
        return Table.of(
                        QualifiedName.of(name),
                        List.of(Column.of("id", INT).notNull(), Column.of("n", INT), Column.of("m", INT)))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")));
    }

    private static Table checked(String table, String... names) {
        return plain(table)
                .withChecks(Stream.of(names).map(n -> Check.of(n, "n > 0")).toList());
    }

    private static Table referencing(String table, String... names) {
        List<String> columns = List.of("n", "m");
        return plain(table)
                .withForeignKeys(Stream.of(names)
                        .map(n -> ForeignKey.of(
                                        List.of(columns.get(List.of(names).indexOf(n))),
                                        QualifiedName.of(table),
                                        List.of("id"))
                                .named(n))
                        .toList());
    }

    private static Table indexed(String table, String... names) {
        return plain(table)
                .withIndexes(Stream.of(names)
                        .map(n -> Index.of(n, List.of(names).indexOf(n) == 0 ? "n" : "m"))
                        .toList());
    }

    private static Table unique(String table, String name) {
        return plain(table)
                .withUniqueKeys(List.of(
                        new UniqueKey(Optional.of(name), List.of("n"), Deferrability.NOT_DEFERRABLE, Options.none())));
    }

    private static Table columns(String table, String... names) {
        return Table.of(
                QualifiedName.of(table),
                Stream.of(names).map(n -> Column.of(n, INT)).toList());
    }

    @TestFactory
    Stream<DynamicTest> are_objected_to_where_the_server_refuses_them_and_nowhere_else(PostgresServer postgres) {
        return Stream.<Function<EachServer, DynamicTest>>of(
                        s -> names(s, "checks", checked("a", "same"), checked("b", "same")),
                        s -> names(s, "checks in another case", checked("a", "same"), checked("b", "Same")),
                        s -> names(s, "checks of one table in another case", checked("a", "same", "Same")),
                        s -> names(s, "foreign keys", referencing("a", "same"), referencing("b", "same")),
                        s -> names(
                                s, "foreign keys in another case", referencing("a", "same"), referencing("b", "SAME")),
                        s -> names(s, "foreign keys of one table in another case", referencing("a", "same", "SAME")),
                        s -> names(s, "indexes", indexed("a", "same"), indexed("b", "same")),
                        s -> names(s, "indexes in another case", indexed("a", "same"), indexed("b", "Same")),
                        s -> names(s, "indexes of one table in another case", indexed("a", "same", "Same")),
                        s -> names(s, "unique keys", unique("a", "same"), unique("b", "same")),
                        s -> names(s, "a unique key and an index", unique("a", "same"), indexed("b", "same")),
                        s -> names(s, "a check and a foreign key", checked("a", "same"), referencing("b", "same")),
                        s -> names(s, "a check and an index", checked("a", "same"), indexed("b", "same")),
                        s -> names(
                                s,
                                "a check and a foreign key of one table",
                                checked("a", "same")
                                        .withForeignKeys(
                                                referencing("a", "same").foreignKeys())),
                        s -> names(
                                s,
                                "a check and a foreign key of one table in another case",
                                checked("a", "same")
                                        .withForeignKeys(
                                                referencing("a", "Same").foreignKeys())),
                        s -> names(
                                s,
                                "a check and a unique key of one table",
                                checked("a", "same")
                                        .withUniqueKeys(unique("a", "same").uniqueKeys())),
                        s -> names(
                                s,
                                "a foreign key and a unique key of one table and column",
                                referencing("a", "same")
                                        .withUniqueKeys(unique("a", "same").uniqueKeys())),
                        s -> names(
                                s,
                                "a foreign key and a unique key of one table",
                                referencing("a", "other", "same")
                                        .withUniqueKeys(unique("a", "same").uniqueKeys())),
                        s -> names(
                                s,
                                "a foreign key and an index of one table",
                                referencing("a", "same")
                                        .withIndexes(indexed("a", "same").indexes())),
                        s -> names(
                                s,
                                "a unique key and an index of one table",
                                unique("a", "same")
                                        .withIndexes(indexed("a", "same").indexes())),
                        s -> names(s, "columns in another case", columns("a", "same", "Same")),
                        s -> names(s, "an index and a table", plain("same"), indexed("b", "same")))
                .flatMap(test -> EachServer.all(postgres).map(test));
    }

    private static DynamicTest names(EachServer server, String what, Table... tables) {
        return server.test(what, fresh -> {
            Database database = Database.of(fresh.dataSource());
            CanonicalSchema wish = database.canonical(Schema.of(tables));
            CanonicalSchema live = database.read();
            List<Problem> problems = Preflight.check(wish, live, database.dialect(), database.server());

            assertThat(!problems.isEmpty()).as("%s", problems).isEqualTo(isRefused(database, wish, live));
            assertThat(problems).hasSizeLessThan(2).allSatisfy(p -> assertThat(p.fact())
                    .containsIgnoringCase("same"));
        });
    }

    @TestFactory
    Stream<DynamicTest> of_one_table_go_one_at_a_time() {
        Schema both = Schema.of(
                checked("a", "same").withForeignKeys(referencing("a", "same").foreignKeys()));
        return EachServer.family()
                .filter(s -> s.toString().startsWith("mysql"))
                .map(server -> server.test("a check and a foreign key", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    bring(database, both);
                    bring(database, Schema.of(checked("a", "same")));
                    assertThat(names(database)).containsExactly("check same");
                    bring(database, both);
                    bring(database, Schema.of(referencing("a", "same")));
                    assertThat(names(database)).containsExactly("foreign key same");
                    bring(
                            database,
                            Schema.of(unique("a", "same")
                                    .withChecks(checked("a", "same").checks())));
                    bring(database, Schema.of(unique("a", "same")));
                    assertThat(names(database)).containsExactly("unique key same");
                }));
    }

    private static void bring(Database database, Schema to) {
        CanonicalSchema live = database.read();
        CanonicalSchema wish =
                database.normalize(database.canonical(to), to.tables().keySet());
        database.run(database.plan(Differ.diff(live, wish), live));
        assertThat(Differ.diff(database.read(), wish).changes()).isEmpty();
    }

    private static List<String> names(Database database) {
        return database.read()
                .schema()
                .table("a")
                .orElseThrow()
                .constraints()
                .filter(c -> c.name().isPresent() && !(c instanceof Index))
                .map(c -> (c instanceof Check ? "check " : c instanceof ForeignKey ? "foreign key " : "unique key ")
                        + c.name().orElseThrow())
                .toList();
    }

    private static boolean isRefused(Database database, CanonicalSchema wish, CanonicalSchema live) {
        try {
            database.run(database.plan(Differ.diff(live, wish), live));
            return false;
        } catch (StatementFailedException refused) {
            return true;
        }
    }
}

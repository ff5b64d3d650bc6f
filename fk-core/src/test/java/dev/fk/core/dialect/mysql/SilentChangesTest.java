package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Generation.Computed.Storage;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
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

/** What the family makes of DDL without a word: read as it is, and foreseen where we write the DDL. */
@Tag("thorough")
class SilentChangesTest {
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType STRING = new DataType.Varchar(20);
    private static final QualifiedName CHILD = QualifiedName.of("child");
    private static final ForeignKey KEY = ForeignKey.of(List.of("p"), QualifiedName.of("parent"), List.of("id"));

    private interface Body {
        void with(MySqlDatabase database, Live live) throws SQLException, IOException;
    }

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    private static void on(MySqlServers.Server server, Body body) throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            database.execute(
                    "CREATE TABLE parent (id INT PRIMARY KEY, code VARCHAR(20) UNIQUE, plain INT, KEY (plain))");
            body.with(database, Live.of(database));
        }
    }

    private static Table child(Live live) throws SQLException {
        return live.read().schema().table(CHILD).orElseThrow();
    }

    /** {@code KEY, name: columns} and the names of foreign keys. */
    private static String names(Table table) {
        String indexes = table.indexes().stream()
                .map(i -> "  index " + i.name().orElseThrow() + " " + i.leadingColumns())
                .sorted()
                .collect(Collectors.joining("\n"));
        String keys = table.foreignKeys().stream()
                .map(k -> "  foreign key " + k.name().orElseThrow() + " " + k.columns())
                .sorted()
                .collect(Collectors.joining("\n"));
        return indexes + "\n" + keys + "\n";
    }

    @ParameterizedTest
    @MethodSource("servers")
    void names_that_the_server_gives_to_foreign_keys_and_their_indexes(MySqlServers.Server server)
            throws SQLException, IOException {
        on(server, (database, live) -> {
            StringBuilder text = new StringBuilder();
            database.execute(
                    "CREATE TABLE child (a INT, b INT, c INT,"
                            + " FOREIGN KEY (a) REFERENCES parent (id), CONSTRAINT named FOREIGN KEY (b) REFERENCES parent (id))");
            text.append("one without a name, one with\n").append(names(child(live)));
            database.execute("ALTER TABLE child ADD FOREIGN KEY (c) REFERENCES parent (id)");
            text.append("one more without a name\n").append(names(child(live)));
            database.execute(
                    "ALTER TABLE child DROP FOREIGN KEY child_ibfk_1",
                    "ALTER TABLE child ADD FOREIGN KEY (a) REFERENCES parent (id)");
            text.append("the first dropped and added again\n").append(names(child(live)));
            database.execute("CREATE INDEX mine ON child (b, c)");
            text.append("an index of one's own that begins with b\n").append(names(child(live)));
            database.execute("ALTER TABLE child DROP FOREIGN KEY named");
            text.append("named dropped\n").append(names(child(live)));
            database.execute("RENAME TABLE child TO kid");
            text.append("the table renamed\n")
                    .append(names(
                            live.read().schema().table(QualifiedName.of("kid")).orElseThrow()));
            Golden.assertEqual("mysql/generated-names-" + live.line() + ".txt", text.toString());
        });
    }

    /** MySQL would have to drop the index of the foreign key for it (1553), MariaDB does. */
    @ParameterizedTest
    @MethodSource("servers")
    void a_full_text_index_comes_beside_the_index_of_a_foreign_key(MySqlServers.Server server)
            throws SQLException, IOException {
        ForeignKey code = KEY.withReferenced(QualifiedName.of("parent"), List.of("code"));
        Table child = table(code, Column.of("p", STRING), Column.of("q", STRING));
        Index words = index(IndexPart.column("p"), Optional.of("fulltext"), Options.none());
        ForeignKey more = ForeignKey.of(List.of("q"), QualifiedName.of("parent"), List.of("code"));
        on(server, (database, live) -> {
            Table parent =
                    live.read().schema().table(QualifiedName.of("parent")).orElseThrow();
            live.becomes(live.canonical(Schema.of(parent, child)));
            Table searched = child.withIndexes(List.of(words));
            live.becomes(live.canonical(Schema.of(parent, searched)));
            assertThat(child(live).indexes()).hasSize(2);
            live.becomes(live.canonical(Schema.of(parent, searched.withForeignKeys(List.of(code, more)))));
            live.becomes(live.canonical(Schema.of(parent, child)));
            assertThat(child(live).indexes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void which_indexes_serve_a_foreign_key_is_foreseen(MySqlServers.Server server) throws SQLException, IOException {
        Column p = Column.of("p", INT);
        Column text = Column.of("p", STRING);
        ForeignKey code = KEY.withReferenced(QualifiedName.of("parent"), List.of("code"));
        Map<String, Table> wishes = new LinkedHashMap<>();
        wishes.put("none", table(KEY, p));
        wishes.put("same columns", table(KEY, p).withIndexes(List.of(Index.of("i", "p"))));
        wishes.put("longer", table(KEY, p, Column.of("q", INT)).withIndexes(List.of(Index.of("i", "p", "q"))));
        wishes.put("behind another", table(KEY, p, Column.of("q", INT)).withIndexes(List.of(Index.of("i", "q", "p"))));
        wishes.put(
                "descending",
                table(KEY, p)
                        .withIndexes(List.of(index(
                                new IndexPart("p", false, true, OptionalInt.empty(), Options.none()),
                                Optional.empty(),
                                Options.none()))));
        wishes.put(
                "invisible",
                table(KEY, p)
                        .withIndexes(List.of(index(
                                IndexPart.column("p"),
                                Optional.empty(),
                                Options.of(IndexSql.INVISIBLE, CanonicalColumn.YES)))));
        wishes.put(
                "prefix",
                table(code, text)
                        .withIndexes(List.of(index(
                                new IndexPart("p", false, false, OptionalInt.of(5), Options.none()),
                                Optional.empty(),
                                Options.none()))));
        wishes.put(
                "full text",
                table(code, text)
                        .withIndexes(List.of(index(IndexPart.column("p"), Optional.of("fulltext"), Options.none()))));
        wishes.put("primary key", table(KEY, p.notNull()).withPrimaryKey(Optional.of(PrimaryKey.of("p"))));
        wishes.put(
                "on a stored computed column",
                table(
                        KEY,
                        Column.of("a", INT),
                        p.withGeneration(new Generation.Computed(new Expression("a + 1"), Storage.STORED))));
        on(server, (database, live) -> {
            for (Map.Entry<String, Table> wish : wishes.entrySet()) {
                Table parent =
                        live.read().schema().table(QualifiedName.of("parent")).orElseThrow();
                CanonicalSchema canonical = live.canonical(Schema.of(parent, wish.getValue()));
                live.becomes(canonical);
                assertThat(child(live).indexes())
                        .as(wish.getKey())
                        .hasSameSizeAs(
                                canonical.schema().table(CHILD).orElseThrow().indexes());
                database.execute("DROP TABLE child");
            }
        });
    }

    private static Table table(ForeignKey key, Column... columns) {
        return Table.of(CHILD, List.of(columns)).withForeignKeys(List.of(key));
    }

    private static Index index(IndexPart part, Optional<String> method, Options options) {
        return new Index(Optional.of("i"), List.of(part), false, method, Optional.empty(), options);
    }

    /** MySQL 8.0 parses REFERENCES at a column and forgets it. */
    @ParameterizedTest
    @MethodSource("servers")
    void references_at_a_column_make_a_foreign_key_since_mysql_9(MySqlServers.Server server)
            throws SQLException, IOException {
        on(server, (database, live) -> {
            database.execute("CREATE TABLE child (p INT REFERENCES parent (id) ON DELETE CASCADE)");
            assertThat(child(live).foreignKeys()).hasSize(live.line().equals("mysql-8.0") ? 0 : 1);

            database.execute("DROP TABLE child");
            Table parent =
                    live.read().schema().table(QualifiedName.of("parent")).orElseThrow();
            live.becomes(live.canonical(Schema.of(parent, table(KEY, Column.of("p", INT)))));
            assertThat(child(live).foreignKeys()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_name_of_a_constraint_that_is_too_long_ends_in_the_same_hash_every_time(MySqlServers.Server server)
            throws SQLException, IOException {
        String longName = "fk_" + "participants_of_conversations_".repeat(3);
        on(server, (database, live) -> {
            String tooLong =
                    "CREATE TABLE refused (p INT, CONSTRAINT " + longName + " FOREIGN KEY (p) REFERENCES parent (id))";
            assertThatThrownBy(() -> database.execute(tooLong)).hasMessageContaining("too long");

            Table parent =
                    live.read().schema().table(QualifiedName.of("parent")).orElseThrow();
            CanonicalSchema wish = live.canonical(Schema.of(parent, table(KEY.named(longName), Column.of("p", INT))));
            live.becomes(wish);
            String stored = child(live).foreignKeys().get(0).name().orElseThrow();
            assertThat(stored).hasSize(64).isEqualTo(Identifiers.shorten(longName));
            assertThat(live.left(live.canonical(Schema.of(parent, table(KEY.named(longName), Column.of("p", INT)))))
                            .changes())
                    .isEmpty();
        });
    }

    /** MySQL 8.4 and newer refuse it (6125) unless a variable says otherwise; the others take any index. */
    @ParameterizedTest
    @MethodSource("servers")
    void a_foreign_key_to_what_is_not_unique_is_objected_to_and_read(MySqlServers.Server server)
            throws SQLException, IOException {
        String create = "CREATE TABLE child (p INT, FOREIGN KEY (p) REFERENCES parent (plain))";
        on(server, (database, live) -> {
            if (live.line().equals("mysql-9")) {
                assertThatThrownBy(() -> database.execute(create))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                                .isEqualTo(6125));
                database.execute("SET SESSION restrict_fk_on_non_standard_key = OFF");
            }
            database.execute(create);

            CanonicalSchema read = live.read();
            assertThat(child(live).foreignKeys()).singleElement().satisfies(k -> assertThat(k.referencedColumns())
                    .containsExactly("plain"));
            assertThat(live.canonical(read.schema())).isEqualTo(read);
            assertThat(Preflight.check(read, read, live.dialect(), live.info()))
                    .extracting(Problem::code)
                    .containsExactly("FK003");
        });
    }

    /** Measured: with foreign_key_checks=0 MariaDB drops the index too; an altering sync puts it back. */
    @ParameterizedTest
    @MethodSource("servers")
    void the_index_of_a_foreign_key_goes_on_mariadb_only_and_comes_back(MySqlServers.Server server)
            throws SQLException, IOException {
        on(server, (database, live) -> {
            database.execute(
                    "CREATE TABLE child (p INT, CONSTRAINT k FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE)");
            Table parent =
                    live.read().schema().table(QualifiedName.of("parent")).orElseThrow();
            ForeignKey cascading = KEY.named("k").withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION);
            CanonicalSchema wish = live.canonical(Schema.of(parent, table(cascading, Column.of("p", INT))));
            String drop = "ALTER TABLE child DROP INDEX k";
            assertThatThrownBy(() -> database.execute(drop))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                            .isEqualTo(1553));
            database.execute("SET foreign_key_checks = 0");
            if (live.line().startsWith("mysql")) {
                assertThatThrownBy(() -> database.execute(drop)).hasMessageContaining("needed in a foreign key");
                return;
            }
            database.execute(drop, "SET foreign_key_checks = 1", "INSERT INTO parent (id) VALUES (1)");
            assertThat(child(live).indexes()).isEmpty();
            assertThatThrownBy(() -> database.execute("DELETE FROM parent"))
                    .as("a row that nothing references")
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                            .isEqualTo(1451));

            live.becomes(wish);
            database.execute("DELETE FROM parent");
        });
    }
}

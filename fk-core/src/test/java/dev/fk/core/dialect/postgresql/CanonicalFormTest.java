package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The normal form is known without asking the server, and is what the server says. */
@OnPostgres
class CanonicalFormTest {
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType BIG = new DataType.Int(DataType.Int.Size.BIG);
    private static final DataType SMALL = new DataType.Int(DataType.Int.Size.TINY, true, true);
    private static final DataType VARCHAR = new DataType.Varchar(45);
    private static final DataType TEXT = new DataType.Text(DataType.LobSize.MEDIUM);
    private static final DataType DECIMAL = new DataType.Decimal(OptionalInt.of(7), OptionalInt.of(2));
    private static final DataType DOUBLE = new DataType.Approximate(DataType.Approximate.Kind.DOUBLE);
    private static final DataType BOOL = new DataType.Bool();

    @Test
    void writes_literal_defaults_as_the_server_does(Database database) {
        List<Column> columns = new ArrayList<>();
        with(columns, INTEGER, "0", "-1", "'5'", "'-5'", "NULL", "2147483647", " 7 ");
        with(columns, BIG, "0", "-1", "3000000000", "-3000000000", "'5'", "'-5'");
        with(columns, SMALL, "1", "-1", "'5'");
        with(
                columns,
                VARCHAR,
                "'x'",
                "'it''s'",
                "'x'::varchar",
                "'x'::character varying",
                "5",
                "null",
                "NULL::text",
                "'a\\b'");
        with(columns, new DataType.Varchar(OptionalInt.empty(), false), "''");
        with(columns, new DataType.Char(3, false), "'abc'");
        with(columns, TEXT, "'x'", "'x'::text", "'a(b'", "'--'", "current_user");
        with(columns, DECIMAL, "1.50", "-1.5", "0", "'1.5'", "'-1.5'", "12345.67");
        with(columns, DOUBLE, "1.5", "-1.5", "'2.25'", "0", "'0.1'", "'12345'");
        with(columns, new DataType.Approximate(DataType.Approximate.Kind.REAL), "1.5", "'2.25'", "'-0.001'");
        with(columns, BOOL, "true", "FALSE", "'t'", "'no'", "'1'");
        with(columns, new DataType.Date(), "'2020-01-31'", "CURRENT_DATE", "now()");
        with(columns, new DataType.Time(OptionalInt.empty(), false), "'10:00:00'", "'10:00:00.125'", "LOCALTIME");
        with(columns, new DataType.DateTime(OptionalInt.empty()), "NOW()", "current_timestamp", "CURRENT_TIMESTAMP(3)");
        with(columns, new DataType.Uuid(), "gen_random_uuid()", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'");
        with(columns, new DataType.Json(false), "'{\"a\":1}'", "'{}'");
        with(columns, new DataType.Json(true), "'{}'");
        with(columns, new DataType.Array(VARCHAR), "'{}'");
        with(columns, new DataType.EnumType(List.of("a", "It's")), "'a'", "'It''s'");
        with(columns, new DataType.Array(new DataType.EnumType(List.of("a", "b"))), "'{}'");
        same(database, Schema.of(Table.of(QualifiedName.of("Defaults"), columns)));
    }

    private static void with(List<Column> columns, DataType type, String... defaults) {
        for (String value : defaults) {
            columns.add(Column.of("c" + columns.size(), type).withGeneration(Generation.defaultTo(value)));
        }
    }

    @Test
    void knows_which_types_the_server_has(Database database) {
        OptionalInt none = OptionalInt.empty();
        List<DataType> types = List.of(
                new DataType.Int(DataType.Int.Size.TINY),
                new DataType.Int(DataType.Int.Size.MEDIUM, true, true),
                new DataType.Int(DataType.Int.Size.BIG, true, false),
                new DataType.Decimal(none, none),
                new DataType.Decimal(OptionalInt.of(5), none),
                new DataType.Decimal(OptionalInt.of(5), OptionalInt.of(2), true, true),
                new DataType.Approximate(DataType.Approximate.Kind.FLOAT),
                new DataType.Approximate(DataType.Approximate.Kind.FLOAT, OptionalInt.of(24), none, false, false),
                new DataType.Approximate(DataType.Approximate.Kind.FLOAT, OptionalInt.of(25), none, true, false),
                new DataType.Approximate(
                        DataType.Approximate.Kind.FLOAT, OptionalInt.of(11), OptionalInt.of(10), false, false),
                new DataType.Approximate(DataType.Approximate.Kind.REAL, OptionalInt.of(11), none, false, false),
                new DataType.Approximate(DataType.Approximate.Kind.DOUBLE, OptionalInt.of(11), none, false, false),
                new DataType.Char(3, true),
                new DataType.Varchar(OptionalInt.of(3), true),
                new DataType.Text(DataType.LobSize.TINY),
                new DataType.Binary(3),
                new DataType.Varbinary(3),
                new DataType.Blob(DataType.LobSize.LONG),
                new DataType.Time(OptionalInt.of(3), true),
                new DataType.DateTime(OptionalInt.of(3)),
                new DataType.Timestamp(OptionalInt.of(9), false),
                new DataType.Array(new DataType.Array(INTEGER)),
                new DataType.Other("INET"),
                new DataType.Other("bit varying(3)"),
                new DataType.Other("\"char\""));
        List<Column> columns = new ArrayList<>();
        types.forEach(t -> columns.add(Column.of("c" + columns.size(), t)));
        same(database, Schema.of(Table.of(QualifiedName.of("types"), columns)));
    }

    @Test
    void shortens_names_that_the_server_would_cut_off(Database database) {
        String twins = "x".repeat(70);
        QualifiedName parent = QualifiedName.of("parent_" + twins + "_1");
        QualifiedName child = QualifiedName.of("parent_" + twins + "_2");
        Column key = Column.of("key_" + "ü".repeat(40), INTEGER);
        Column kind = Column.of("kind_" + twins, new DataType.EnumType(List.of("a")));
        Schema declared = Schema.of(
                Table.of(parent, List.of(key, kind)).withPrimaryKey(Optional.of(PrimaryKey.of(key.name()))),
                Table.of(child, List.of(key, kind))
                        .withUniqueKeys(List.of(UniqueKey.of(key.name()).withName(Optional.of("uk_" + twins))))
                        .withForeignKeys(List.of(ForeignKey.of(List.of(key.name()), parent, List.of(key.name()))
                                .named("fk_" + twins))));
        CanonicalSchema canonical = same(database, declared);
        assertThat(canonical.schema().tables()).hasSize(2);
        assertThat(canonical.schema().enums()).hasSize(2);
        assertThat(canonical.schema().tables().firstKey().name())
                .isEqualTo("parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_e04f234d");
    }

    @Test
    void names_enum_types_after_table_and_column(Database database) {
        DataType status = new DataType.EnumType(List.of("true", "false"));
        Schema declared = Schema.of(
                Table.of(QualifiedName.of("participant"), List.of(Column.of("status", status))),
                Table.of(QualifiedName.of("a_b"), List.of(Column.of("c", new DataType.EnumType(List.of("x"))))),
                Table.of(QualifiedName.of("a"), List.of(Column.of("b_c", new DataType.EnumType(List.of("y"))))));
        CanonicalSchema canonical = same(database, declared);
        assertThat(canonical.schema().enums().keySet())
                .extracting(QualifiedName::toString)
                .containsExactly("enum_a_b_c", "enum_a_b_c_1", "enum_participant_status");
    }

    @Test
    void drops_what_means_nothing_here(Database database) {
        Column column = Column.of("id", INTEGER)
                .withComment(Optional.of(""))
                .withCollation(Optional.of("default"))
                .withOptions(Options.of("on update", "CURRENT_TIMESTAMP"));
        Table table = Table.of(QualifiedName.of("public", "plain"), List.of(column))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")))
                .withUniqueKeys(List.of(UniqueKey.of("id")))
                .withComment(Optional.of(""))
                .withOptions(Options.of("engine", "InnoDB").with("charset", "utf8mb4"));
        CanonicalSchema canonical = same(database, Schema.of(table));
        assertThat(canonical.schema())
                .isEqualTo(Schema.of(Table.of(
                                QualifiedName.of("plain"),
                                List.of(Column.of("id", INTEGER).notNull()))
                        .withPrimaryKey(Optional.of(PrimaryKey.of("id")))));
    }

    @Test
    void an_index_has_the_collation_of_its_column_without_saying_so(Database database) {
        List<Column> columns =
                List.of(Column.of("plain", VARCHAR), Column.of("bytes", VARCHAR).withCollation(Optional.of("C")));
        List<Index> indexes = new ArrayList<>();
        for (Column column : columns) {
            for (String collation : List.of("C", "default", "POSIX")) {
                IndexPart part = IndexPart.column(column.name()).withOptions(Options.of("collation", collation));
                indexes.add(new Index(
                        Optional.of(column.name() + "_" + collation),
                        List.of(part),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Options.none()));
            }
        }
        Table table = Table.of(QualifiedName.of("t"), columns).withIndexes(indexes);

        CanonicalSchema canonical = same(database, Schema.of(table));

        assertThat(canonical.schema().table(table.name()).orElseThrow().indexes())
                .extracting(i -> i.parts().get(0).options().get("collation").orElse(""))
                .containsExactly("C", "", "POSIX", "", "default", "POSIX");
    }

    @Test
    void keeps_types_apart_from_the_servers_own(Database database) {
        EnumDefinition path = new EnumDefinition(QualifiedName.of("path"), List.of("a", "b"));
        Column column = Column.of("c", new DataType.Named(path.name())).withGeneration(Generation.defaultTo("'a'"));
        CanonicalSchema canonical =
                same(database, Schema.of(List.of(Table.of(QualifiedName.of("t"), List.of(column))), List.of(path)));
        assertThat(canonical.schema().enums()).containsOnlyKeys(QualifiedName.of("public", "path"));
    }

    /** Creates the schema, reads it and finds no difference; nothing is normalized by the server. */
    private static CanonicalSchema same(Database database, Schema declared) {
        CanonicalSchema canonical = database.canonical(declared);
        assertThat(database.canonical(canonical.schema())).as("idempotent").isEqualTo(canonical);
        CanonicalSchema empty = database.read();
        database.run(database.plan(Differ.diff(empty, canonical), empty));
        assertThat(Differ.diff(database.read(), canonical).changes()).isEmpty();
        return canonical;
    }
}

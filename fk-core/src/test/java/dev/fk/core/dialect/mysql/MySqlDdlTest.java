package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.UnnamedConstraintException;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statements of every kind of change. */
class MySqlDdlTest {
    private static final QualifiedName CHAT = QualifiedName.of("chat");
    private static final DataType INT = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final ForeignKey KEY =
            ForeignKey.of(List.of("participantNo"), QualifiedName.of("participant"), List.of("no"));
    private static final ForeignKey CASCADING = KEY.withActions(ReferentialAction.CASCADE, ReferentialAction.CASCADE);

    private static ServerInfo server(Dialect dialect, String sqlMode) {
        Options settings = Options.of(Settings.COLLATION, "utf8mb4_general_ci").with(Settings.SQL_MODE, sqlMode);
        return new ServerInfo(dialect.id(), "MySQL", ServerVersion.parse("9.7.4"), "db", "db", settings);
    }

    private static Table chat() {
        return Table.of(
                        CHAT,
                        List.of(
                                Column.of("no", INT).notNull().withGeneration(Generation.autoIncrement()),
                                Column.of("type", new DataType.Varchar(45)).notNull(),
                                Column.of("participantNo", INT)))
                .withPrimaryKey(Optional.of(PrimaryKey.of("no")))
                .withForeignKeys(List.of(CASCADING));
    }

    private static List<Change> changes() {
        Column pinned = Column.of("pinned", INT).notNull().withGeneration(Generation.defaultTo("0"));
        Check check = Check.of("ck", "`no` > 0");
        UniqueKey unique = UniqueKey.of("a", "b").withName(Optional.of("uk"));
        Index index = Index.of("ix", "a");
        EnumDefinition mood = new EnumDefinition(QualifiedName.of("mood"), List.of("a"));
        return List.of(
                new Change.DropTable(chat()),
                new Change.RenameTable(CHAT, QualifiedName.of("other", "talk")),
                new Change.AlterOptions(
                        CHAT,
                        Options.of("engine", "MyISAM").with("row_format", "FIXED"),
                        Options.of("collate", "latin1_bin").with("partition by", "hash(no)partitions 2")),
                new Change.AlterOptions(CHAT, Options.of("partition by", "hash(no)partitions 2"), Options.none()),
                new Change.AlterComment(CHAT, Optional.empty(), Optional.of("it's \\ a chat")),
                new Change.AlterComment(CHAT, Optional.of("x"), Optional.empty()),
                new Change.AddColumn(CHAT, pinned, ColumnPosition.last()),
                new Change.AddColumn(CHAT, pinned, ColumnPosition.atFirst()),
                new Change.AddColumn(CHAT, pinned, ColumnPosition.after("no")),
                new Change.DropColumn(CHAT, pinned, ColumnPosition.last()),
                new Change.AlterColumn(CHAT, pinned, pinned.withNullable(true).withComment(Optional.of("c"))),
                new Change.RenameColumn(CHAT, "a`b", "c"),
                new Change.AddPrimaryKey(CHAT, PrimaryKey.of("a", "b")),
                new Change.DropPrimaryKey(CHAT, PrimaryKey.of("a", "b")),
                new Change.AddUniqueKey(CHAT, unique),
                new Change.DropUniqueKey(CHAT, unique),
                new Change.AddForeignKey(CHAT, CASCADING),
                new Change.AddForeignKey(CHAT, KEY.named("fk")),
                new Change.DropForeignKey(CHAT, KEY.named("fk")),
                new Change.AlterForeignKey(CHAT, KEY.named("chat_ibfk_1"), CASCADING),
                new Change.AlterForeignKey(CHAT, KEY.named("fk"), CASCADING.named("fk")),
                new Change.AddIndex(CHAT, index),
                new Change.AddIndex(
                        CHAT,
                        new Index(
                                Optional.empty(),
                                List.of(IndexPart.column("a").asDescending(), IndexPart.expression("lower(`b`)")),
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Options.of("invisible", "true").with("comment", "why"))),
                new Change.DropIndex(CHAT, index),
                new Change.AddCheck(CHAT, check),
                new Change.AlterCheck(CHAT, check.withEnforcement(Enforcement.NOT_ENFORCED), check),
                new Change.AlterCheck(CHAT, check, check.withEnforcement(Enforcement.NOT_ENFORCED)),
                new Change.DropCheck(CHAT, check),
                new Change.RenameConstraint(CHAT, index, index.withName(Optional.of("iy"))),
                new Change.RenameConstraint(CHAT, unique, unique.withName(Optional.of("ul"))),
                new Change.RenameConstraint(CHAT, KEY.named("fk"), KEY.named("fl")),
                new Change.RenameConstraint(CHAT, check, check.withName(Optional.of("cl"))),
                new Change.CreateEnum(mood),
                new Change.AlterEnum(mood, mood.withLabels(List.of("a", "b"))),
                new Change.RenameEnumLabel(mood.name(), "a", "b"),
                new Change.DropEnum(mood));
    }

    @Test
    void writes_every_change() throws IOException {
        Dialect dialect = new MySqlDialect();
        ServerInfo server = server(dialect, "");
        Schema wish = dialect.canonicalizer(server).canonical(Schema.of(chat())).schema();
        StringBuilder text = new StringBuilder();
        append(text, dialect, server, new Change.CreateTable(wish.table("chat").orElseThrow()));
        changes().forEach(c -> append(text, dialect, server, c));
        Golden.assertEqual("mysql/ddl.txt", text.toString());
    }

    private static void append(StringBuilder text, Dialect dialect, ServerInfo server, Change change) {
        text.append(change.describe()).append('\n');
        for (Sql sql : change.accept(dialect.ddl(server))) {
            text.append("    ").append(sql).append('\n');
        }
    }

    @Test
    void changes_of_one_table_are_one_statement() {
        Dialect dialect = new MariaDbDialect();
        Column id = Column.of("id", INT).notNull().withGeneration(Generation.autoIncrement());
        assertThat(dialect.ddl(server(dialect, ""))
                        .together(List.of(
                                new Change.DropPrimaryKey(CHAT, PrimaryKey.of("no")),
                                new Change.AddColumn(CHAT, id, ColumnPosition.atFirst()),
                                new Change.AddPrimaryKey(CHAT, PrimaryKey.of("id")))))
                .containsExactly(new Sql("ALTER TABLE `chat` DROP PRIMARY KEY, ADD COLUMN `id` INTEGER NOT NULL"
                        + " auto_increment FIRST, ADD PRIMARY KEY (`id`)"));
    }

    @Test
    void leaves_backslashes_alone_where_they_escape_nothing() {
        Dialect dialect = new MySqlDialect();
        Change comment = new Change.AlterComment(CHAT, Optional.empty(), Optional.of("a\\b'c"));
        assertThat(comment.accept(dialect.ddl(server(dialect, "STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES"))))
                .containsExactly(new Sql("ALTER TABLE `chat` COMMENT='a\\b''c'"));
    }

    @Test
    void says_that_what_has_no_name_cannot_be_dropped() {
        Dialect dialect = new MySqlDialect();
        Change drop = new Change.DropForeignKey(CHAT, KEY);
        assertThatThrownBy(() -> drop.accept(dialect.ddl(server(dialect, ""))))
                .isInstanceOf(UnnamedConstraintException.class)
                .hasMessageContaining("drop and rename constraints by name")
                .hasMessageContaining("chat");
    }

    @Test
    void long_names_of_constraints_end_in_a_hash() {
        Dialect dialect = new MySqlDialect();
        String name = "x".repeat(70);
        Table table = Table.of(CHAT, List.of(Column.of("a", INT)))
                .withUniqueKeys(List.of(UniqueKey.of("a").withName(Optional.of(name))));
        String shortened = dialect.canonicalizer(server(dialect, ""))
                .canonical(Schema.of(table))
                .schema()
                .table("chat")
                .orElseThrow()
                .uniqueKeys()
                .get(0)
                .name()
                .orElseThrow();
        assertThat(shortened).hasSize(64).startsWith("x".repeat(55) + "_").doesNotContain("-");
        assertThat(Identifiers.shorten("y" + name)).isNotEqualTo(Identifiers.shorten("z" + name));
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read in logs and dry runs. */
class DdlTextTest {
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType VARCHAR = new DataType.Varchar(45);
    private static final DataType MOMENT = new DataType.DateTime(OptionalInt.empty());
    private static final QualifiedName CHAT = QualifiedName.of("chat");
    private static final QualifiedName PARTICIPANT = QualifiedName.of("participant");

    private static final Table PARTICIPANTS = Table.of(
                    PARTICIPANT,
                    List.of(
                            Column.of("no", INTEGER).withGeneration(Generation.autoIncrement()),
                            Column.of("role", VARCHAR).notNull(),
                            Column.of("status", new DataType.EnumType(List.of("true", "false")))
                                    .notNull(),
                            Column.of("lastReadAt", MOMENT).notNull()))
            .withPrimaryKey(Optional.of(PrimaryKey.of("no")));

    private static final Table CHATS = Table.of(
                    CHAT,
                    List.of(
                            Column.of("no", INTEGER).withGeneration(Generation.autoIncrement()),
                            Column.of("type", VARCHAR).notNull().withComment(Optional.of("it's one of ours")),
                            Column.of("contents", new DataType.Text(DataType.LobSize.REGULAR))
                                    .notNull(),
                            Column.of("read", INTEGER).notNull().withGeneration(Generation.defaultTo("0")),
                            Column.of("participantNo", INTEGER).notNull()))
            .withPrimaryKey(Optional.of(PrimaryKey.of("no")))
            .withIndexes(List.of(Index.of("chat_type", "type")))
            .withForeignKeys(List.of(ForeignKey.of(List.of("participantNo"), PARTICIPANT, List.of("no"))
                    .withActions(ReferentialAction.CASCADE, ReferentialAction.CASCADE)));

    @Test
    void reads_like_what_a_person_would_write() throws IOException {
        ServerInfo server = new ServerInfo(
                PostgreSqlDialect.ID, "PostgreSQL", new ServerVersion(18, 0, 0), "db", "public", Options.none());
        PostgreSqlDialect dialect = new PostgreSqlDialect();
        CanonicalSchema schema = dialect.canonicalizer(server).canonical(Schema.of(CHATS, PARTICIPANTS));
        Table chat = schema.schema().table("chat").orElseThrow();
        Column type = chat.column("type").orElseThrow();
        EnumDefinition status = schema.schema().enums().values().iterator().next();
        ForeignKey key = chat.foreignKeys().get(0).named("chat_participantNo_fkey");
        Stream<Change> changes = Stream.of(
                new Change.CreateEnum(status),
                new Change.CreateTable(schema.schema().table("participant").orElseThrow()),
                new Change.CreateTable(chat),
                new Change.AlterColumn(
                        CHAT, type, type.withType(new DataType.Varchar(90)).withNullable(true)),
                new Change.AlterColumn(CHAT, type, type.withType(INTEGER).withGeneration(Generation.defaultTo("1"))),
                new Change.AlterForeignKey(
                        CHAT, key, key.withActions(ReferentialAction.RESTRICT, ReferentialAction.CASCADE)),
                new Change.AlterEnum(status, status.withLabels(List.of("true", "maybe", "false"))),
                new Change.DropForeignKey(CHAT, key),
                new Change.DropTable(chat),
                new Change.DropEnum(status));
        String text = changes.map(c -> "-- " + c.describe() + "\n"
                        + c.accept(dialect.ddl(server)).stream()
                                .map(Sql::text)
                                .collect(Collectors.joining(";\n", "", ";\n")))
                .collect(Collectors.joining("\n"));
        Golden.assertEqual("postgresql/ddl.sql.txt", text);
    }
}

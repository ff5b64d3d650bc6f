package dev.fk.core.rule;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.postgresql.PostgreSqlDialect;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables as values, as PostgreSQL would have them: chats of participants in rooms. */
final class Chats {
    private static final Dialect DIALECT = new PostgreSqlDialect();

    private Chats() {}

    static Target target(Table... tables) {
        ServerInfo server = new ServerInfo(
                DIALECT.id(),
                "PostgreSQL",
                ServerVersion.parse("18.1"),
                "fk",
                "public",
                Options.of("encoding", "UTF8"));
        return new Target(DIALECT.canonicalizer(server).canonical(Schema.of(tables)), DIALECT, server);
    }

    static Table table(String name, ForeignKey... keys) {
        List<Column> columns = Stream.concat(
                        Stream.of(Column.of("no", new DataType.Int(DataType.Int.Size.REGULAR))
                                .notNull()),
                        Stream.of(keys)
                                .map(k -> Column.of(k.columns().get(0), new DataType.Int(DataType.Int.Size.REGULAR))))
                .toList();
        return Table.of(QualifiedName.of(name), columns)
                .withPrimaryKey(Optional.of(PrimaryKey.of("no")))
                .withForeignKeys(List.of(keys));
    }

    static ForeignKey key(String column, String table, ReferentialAction onDelete) {
        return ForeignKey.of(List.of(column), QualifiedName.of(table), List.of("no"))
                .named("fk_" + column)
                .withActions(onDelete, ReferentialAction.NO_ACTION);
    }

    /** {@code chat(participantNo)} cascades, {@code chat(roomNo)} sets null. */
    static Target usual() {
        return target(
                table("participant"),
                table("room"),
                table(
                        "chat",
                        key("participantNo", "participant", ReferentialAction.CASCADE),
                        key("roomNo", "room", ReferentialAction.SET_NULL)));
    }
}

package dev.fk.core.rule;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A table, or something of one, in the schema that it belongs to. */
@API(status = Status.EXPERIMENTAL)
public record Member<T>(Target target, Table table, T value) {
    static Stream<Member<Table>> tables(Target target) {
        return target.tables().stream().map(t -> new Member<>(target, t, t));
    }

    static Stream<Member<ForeignKey>> foreignKeys(Target target) {
        return target.tables().stream().flatMap(t -> t.foreignKeys().stream().map(k -> new Member<>(target, t, k)));
    }

    static Stream<Member<Column>> columns(Target target) {
        return target.tables().stream().flatMap(t -> t.columns().stream().map(c -> new Member<>(target, t, c)));
    }

    static Stream<Member<Index>> indexes(Target target) {
        return target.tables().stream().flatMap(t -> t.indexes().stream().map(i -> new Member<>(target, t, i)));
    }

    /** The table that a foreign key of this one's leads to. */
    static Optional<Table> parent(Member<ForeignKey> key) {
        return key.target().schema().table(key.value().referencedTable());
    }
}

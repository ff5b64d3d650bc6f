package dev.fk.core.parity;

import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A schema in words that all servers share, without what only the server decided: names of its own, storage, the order of
 * columns. Two forms of the same models on two servers differ in the idioms of those servers and in nothing else. It has a
 * text, one fact a line and sorted, that can be kept in a file and read back.
 *
 * @param dialect the kind of server it was read from, {@code postgresql}
 * @param tables by name, with the schema in front if it is not the default one
 */
@API(status = Status.EXPERIMENTAL)
public record NeutralForm(String dialect, SortedMap<String, NeutralTable> tables) {
    public NeutralForm {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** Of a schema in the normal form of a server: a catalog, or canonical models. */
    public static NeutralForm of(CanonicalSchema schema, Dialect dialect, ServerInfo server) {
        SortedMap<String, NeutralTable> tables = new TreeMap<>();
        for (Table table : schema.schema().tables().values()) {
            tables.put(table.name().toString(), new Neutralizer(schema.schema(), dialect.names(server)).neutral(table));
        }
        return new NeutralForm(schema.dialect().id(), tables);
    }

    NeutralForm without(Collection<String> names) {
        SortedMap<String, NeutralTable> others = new TreeMap<>(tables);
        others.keySet().removeAll(names);
        return new NeutralForm(dialect, others);
    }

    /**
     * Reads a text that {@link #toString} has written.
     *
     * @throws IllegalArgumentException if it is none, with the line
     */
    public static NeutralForm parse(String text) {
        return NeutralText.parse(text);
    }

    /** The text, for a file. */
    @Override
    public String toString() {
        return NeutralText.of(this);
    }
}

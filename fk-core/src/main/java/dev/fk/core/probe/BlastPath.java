package dev.fk.core.probe;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a deletion gets from one table to another, foreign key by foreign key. */
@API(status = Status.EXPERIMENTAL)
public record BlastPath(QualifiedName start, List<Hop> hops) {
    public BlastPath {
        hops = List.copyOf(hops);
    }

    /**
     * A foreign key and what it does.
     *
     * @param table the table that has the foreign key
     * @param deletes whether it is a deletion that it reacts to, or an update
     * @param action what the server carries out
     */
    public record Hop(QualifiedName table, ForeignKey key, boolean deletes, ReferentialAction action) {
        /** {@code chat.participantNo ON DELETE CASCADE}. */
        @Override
        public String toString() {
            String columns = key.columns().size() == 1
                    ? "." + key.columns().get(0)
                    : "(" + String.join(", ", key.columns()) + ")";
            return table + columns + (deletes ? " ON DELETE " : " ON UPDATE ") + action;
        }
    }

    BlastPath and(Hop hop) {
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(hop);
        return new BlastPath(start, longer);
    }

    /** {@code participant -> chat.participantNo ON DELETE CASCADE -> draft.chatNo ON DELETE SET NULL}. */
    @Override
    public String toString() {
        return start + hops.stream().map(h -> " -> " + h).collect(Collectors.joining());
    }
}

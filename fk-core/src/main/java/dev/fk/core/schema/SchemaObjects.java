package dev.fk.core.schema;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a catalog has beside tables and types, in shape. It is no part of a {@link Schema}: nothing here is ever changed. */
@API(status = Status.EXPERIMENTAL)
public record SchemaObjects(List<View> views, List<Sequence> sequences, List<Trigger> triggers) {
    public SchemaObjects {
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
        triggers = List.copyOf(triggers);
    }
}

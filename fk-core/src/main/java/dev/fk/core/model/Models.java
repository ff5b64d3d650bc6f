package dev.fk.core.model;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An immutable set of models and their associations. */
@API(status = Status.EXPERIMENTAL)
public final class Models {
    private final Schema schema;

    Models(Schema schema) {
        this.schema = schema;
    }

    /** The tables that the models and associations describe, in no server's normal form. */
    public Schema schema() {
        return schema;
    }

    /** Where the table, or the foreign key or attribute on these columns, was declared: {@code ChatModels.java:27}. */
    public Optional<String> site(QualifiedName table, List<String> columns) {
        return Optional.empty();
    }
}

package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Tables from models. A class that implements it, with a constructor without arguments, can be named in an annotation. */
@API(status = Status.EXPERIMENTAL)
public interface ModelSource extends SchemaSource {
    Models models();

    @Override
    default void applyTo(Database database) {
        Sync.create().run(models(), database);
    }

    @Override
    default String fingerprint() {
        return Fingerprint.of(models().schema());
    }
}

package dev.fk.core.dialect;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Knows of a server that checks foreign keys which rows it takes all the same. */
@API(status = Status.EXPERIMENTAL)
public interface Gaps {
    /** Which rows of the table the server takes without looking, though the foreign key is enforced; canonical. */
    Optional<Gap> of(Table table, ForeignKey key);
}

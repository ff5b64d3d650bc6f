package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Several statements as one, for servers that commit each of them anyway: they save round trips. */
@API(status = Status.EXPERIMENTAL)
public interface StatementBlock {
    /** One statement that executes these in order, and ends with the error of the first that fails. */
    Sql of(List<Sql> statements);

    /**
     * A query for how many statements of the block that failed last on this connection have been executed; its one value is
     * NULL if the server refused the block as a whole, before any of them.
     */
    Sql executed();
}

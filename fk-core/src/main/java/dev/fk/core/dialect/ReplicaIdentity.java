package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The index by which replicas tell the rows of a table apart, where somebody has chosen one. */
@API(status = Status.EXPERIMENTAL)
public record ReplicaIdentity(String index, List<String> columns) {
    public ReplicaIdentity {
        columns = List.copyOf(columns);
    }
}

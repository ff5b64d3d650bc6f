package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something in a table that one kind of server refuses or silently changes, beyond the rules that all servers share.
 *
 * @param code stable, for filters and search
 * @param columns the columns it is about; empty if it is about the table
 * @param fact what is wrong, with the evidence, without a full stop
 * @param remedy what to do about it, a sentence
 */
@API(status = Status.EXPERIMENTAL)
public record Objection(String code, List<String> columns, String fact, String remedy) {
    public Objection {
        columns = List.copyOf(columns);
    }
}

package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Rows that a server takes though an enforced foreign key of its own says otherwise.
 *
 * @param nulls columns that are NULL in such rows
 * @param fact which rows these are, and why the server takes them, without a full stop
 * @param remedy what to do about it, a sentence
 */
@API(status = Status.EXPERIMENTAL)
public record Gap(List<String> nulls, String fact, String remedy) {
    public Gap {
        nulls = List.copyOf(nulls);
    }
}

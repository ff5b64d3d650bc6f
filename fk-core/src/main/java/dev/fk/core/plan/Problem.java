package dev.fk.core.plan;

import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something wrong with a declared schema that a server would refuse, or silently change, found before any statement runs.
 *
 * @param code stable, for filters and search: {@code FK004}
 * @param table the table it is about
 * @param columns the columns of the foreign key, key or index it is about; empty if it is about the table
 * @param fact what is wrong, with the evidence, without a full stop
 * @param remedy what to do about it, a sentence
 * @param site where it was declared, {@code ChatModels.java:27}
 */
@API(status = Status.EXPERIMENTAL)
public record Problem(
        String code, QualifiedName table, List<String> columns, String fact, String remedy, Optional<String> site) {
    public Problem {
        columns = List.copyOf(columns);
    }

    Problem(String code, QualifiedName table, List<String> columns, String fact, String remedy) {
        this(code, table, columns, fact, remedy, Optional.empty());
    }

    public Problem at(Optional<String> place) {
        return new Problem(code, table, columns, fact, remedy, place);
    }

    /** One line: fact, place, remedy, code. */
    @Override
    public String toString() {
        String told = fact + site.map(s -> " (" + s + ")").orElse("");
        return told + (told.endsWith("?") ? " " : ". ") + remedy + " [" + code + "]";
    }
}

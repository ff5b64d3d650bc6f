package dev.fk.junit.report;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The rows of a table.
 *
 * @param insert what stands before the values of a row
 * @param values of each row, as they stand in a statement
 */
@API(status = Status.INTERNAL)
public record Rows(String insert, List<String> values) {
    public Rows {
        values = List.copyOf(values);
    }

    String script() {
        return values.isEmpty() ? "" : insert + "\n    " + String.join(",\n    ", values) + ";\n";
    }
}

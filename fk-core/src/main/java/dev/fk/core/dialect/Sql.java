package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One statement, without a terminator. */
@API(status = Status.EXPERIMENTAL)
public record Sql(String text) {
    /** The statement where people want an overview: of several lines the first, and how many more there are. */
    public String outline() {
        List<String> lines = text.lines().toList();
        return lines.size() < 2
                ? text
                : lines.get(0) + " … (" + (lines.size() - 1) + (lines.size() == 2 ? " more line)" : " more lines)");
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.fk.junit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What databases cost in one run, and in each class of it. Thread-safe. */
@API(status = Status.INTERNAL)
public final class Costs {
    private final Map<String, Cost> classes = new ConcurrentSkipListMap<>();
    private final Cost run = new Cost();

    /** Those of one class, which also count for the run. */
    public Cost of(String className) {
        return classes.computeIfAbsent(className, name -> new Cost(run));
    }

    /** Those that belong to no class: templates are built for whoever comes. */
    public Cost run() {
        return run;
    }

    /** {@code 2 templates built in 0.31 s, …}; empty if there were no databases. */
    public Optional<String> summary() {
        return run.isNothing() ? Optional.empty() : Optional.of(run.summary());
    }

    /** A line for each class, and for the run; the columns are those of the first line. */
    public void writeTo(Path directory) {
        if (run.isNothing()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(Cost.HEADINGS);
        classes.forEach((name, cost) -> lines.add(cost.line(name)));
        lines.add(run.line("all"));
        try {
            Files.createDirectories(directory);
            Files.write(Files.createTempFile(directory, "databases-", ".tsv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what databases cost to " + directory, e);
        }
    }
}

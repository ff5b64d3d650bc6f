package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Tables that are no longer as they were. */
@API(status = Status.INTERNAL)
public final class ShouldHaveFingerprint {
    private ShouldHaveFingerprint() {}

    public static Optional<Failure> failure(Snapshot snapshot, SchemaFingerprint wanted) {
        SchemaFingerprint there = SchemaFingerprint.of(snapshot.schema());
        return differing("the schema to be as it was", wanted, there)
                .map(f -> f.why("in " + Names.counted("table", snapshot.tableNames())));
    }

    public static Optional<Failure> failure(TableView view, SchemaFingerprint wanted) {
        return Missing.table(view, "to be as it was").or(() -> view.table()
                .flatMap(t -> differing("table " + view.name() + " to be as it was", wanted, SchemaFingerprint.of(t))
                        .map(f -> f.note("now", lines(t)))));
    }

    private static Optional<Failure> differing(String clause, SchemaFingerprint wanted, SchemaFingerprint there) {
        List<SchemaFingerprint.Part> changed = there.changedSince(wanted);
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting(clause)
                        .want(wanted.text())
                        .have(there.text())
                        .why("changed: "
                                + changed.stream()
                                        .map(SchemaFingerprint.Part::words)
                                        .collect(Collectors.joining(", "))));
    }

    /** All that the fingerprint is made of, a line for each column, constraint, index, comment or option. */
    private static List<List<Object>> lines(Table table) {
        List<List<Object>> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(List.of(column.name() + " " + ColumnText.of(column)));
        }
        table.constraints().forEach(c -> lines.add(List.of(c, Names.tag("      ", c))));
        table.comment().ifPresent(c -> lines.add(List.of("COMMENT '" + c + "'")));
        if (!table.options().equals(Options.none())) {
            lines.add(List.of("options " + table.options()));
        }
        return lines;
    }
}

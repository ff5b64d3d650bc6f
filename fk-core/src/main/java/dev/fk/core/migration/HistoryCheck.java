package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.migration.MigrationStatus.Line;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.schema.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The migrations there are, compared with those that the database remembers. */
record HistoryCheck(List<Migration> migrations, Map<String, HistoryRow> rows) {
    static HistoryCheck of(List<Migration> migrations, Database database) {
        History history = new History(database);
        Map<String, HistoryRow> rows = new TreeMap<>();
        if (history.exists()) {
            history.rows().forEach(r -> rows.put(r.id(), r));
        }
        return new HistoryCheck(migrations, rows);
    }

    MigrationStatus status() {
        Map<String, Line> lines = new TreeMap<>();
        rows.values().forEach(r -> lines.put(r.id(), new Line(r.id(), State.MISSING, Optional.of(r))));
        for (Migration migration : migrations) {
            Optional<HistoryRow> row = Optional.ofNullable(rows.get(migration.id()));
            State state = row.map(r -> state(r, migration))
                    .orElse(isOutOfOrder(migration) ? State.OUT_OF_ORDER : State.PENDING);
            lines.put(migration.id(), new Line(migration.id(), state, row));
        }
        return new MigrationStatus(List.copyOf(lines.values()));
    }

    private static State state(HistoryRow row, Migration migration) {
        if (row.isHalf()) {
            return row.state() == HistoryRow.State.RUNNING ? State.HALF_APPLIED : State.HALF_UNDONE;
        }
        return row.checksum().equals(Transcript.checksum(migration)) ? State.APPLIED : State.EDITED;
    }

    /**
     * @throws MigrationProblemsException if the history does not fit the migrations
     */
    List<Migration> pending(Range range, boolean outOfOrder) {
        List<String> problems = new ArrayList<>();
        status().lines().forEach(l -> problem(l, outOfOrder).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new MigrationProblemsException(problems);
        }
        List<Migration> pending =
                migrations.stream().filter(m -> !rows.containsKey(m.id())).toList();
        return range.of(pending, Migration::id, 1);
    }

    /** The latest first. */
    List<Migration> undoable(Range range) {
        refuseHalf();
        List<HistoryRow> applied = rows.values().stream()
                .sorted(Comparator.comparing(HistoryRow::id).reversed())
                .toList();
        List<Migration> wanted = new ArrayList<>();
        for (HistoryRow row : range.of(applied, HistoryRow::id, -1)) {
            wanted.add(migrations.stream()
                    .filter(m -> m.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow(() -> new MigrationProblemsException(List.of(missing(row.id())))));
        }
        return wanted;
    }

    /** This one, if no other has run after it. */
    List<Migration> undoableAlone(String id) {
        List<Migration> last = undoable(new Range(Optional.of(id), Optional.empty()));
        if (!rows.containsKey(id)) {
            throw new IllegalArgumentException(id + " has not run, so that there is nothing to undo.");
        }
        if (last.size() > 1) {
            throw new IllegalArgumentException(id + " is not the last that ran: "
                    + String.join(
                            ", ",
                            last.subList(0, last.size() - 1).stream()
                                    .map(Migration::id)
                                    .toList())
                    + " came after it and may build on it. Undo them as well: undoTo, or --to on the command line.");
        }
        return last;
    }

    void refuseUnknown(String id) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "No migration has run on this database, so that there is nothing of " + id + " to forget.");
        }
        Ids.refuseUnknownId(id, List.copyOf(rows.keySet()));
    }

    private void refuseHalf() {
        List<String> half = rows.values().stream()
                .filter(HistoryRow::isHalf)
                .map(r -> half(r.id()))
                .toList();
        if (!half.isEmpty()) {
            throw new MigrationProblemsException(half);
        }
    }

    private boolean isOutOfOrder(Migration migration) {
        return rows.values().stream().anyMatch(r -> !r.isHalf() && r.id().compareTo(migration.id()) > 0);
    }

    private Optional<String> problem(Line line, boolean outOfOrder) {
        return switch (line.state()) {
            case APPLIED, PENDING -> Optional.empty();
            case OUT_OF_ORDER -> outOfOrder ? Optional.empty() : Optional.of(late(line.id()));
            case MISSING -> Optional.of(rows(line).isHalf() ? half(line.id()) : missing(line.id()));
            case EDITED ->
                Optional.of(line.id() + " was edited after it was applied ("
                        + rows(line).appliedAt()
                        + "): its calls are others than those that ran. Take the edit back, and write a new migration for"
                        + " what it was to change.");
            case HALF_APPLIED, HALF_UNDONE -> Optional.of(half(line.id()));
        };
    }

    private static HistoryRow rows(Line line) {
        return line.row().orElseThrow();
    }

    private String late(String id) {
        String last = rows.values().stream()
                .map(HistoryRow::id)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return id + " has not run, but " + last
                + ", which comes after it, has. Rename it so that it comes last, or allow"
                + " it with Migrator.allowingOutOfOrder(), or --out-of-order on the command line.";
    }

    private String missing(String id) {
        List<String> pending = migrations.stream()
                .map(Migration::id)
                .filter(m -> !rows.containsKey(m))
                .toList();
        String renamed = Nearest.to(id, pending)
                .map(n -> "; was it renamed to " + n + "?")
                .orElse(".");
        return id + " was applied, but is not among the migrations" + renamed
                + " Give it back to the migrator, or take it out of the history with Migrator.forget(database, \"" + id
                + "\"), or db:migrate:forget on the command line.";
    }

    private static String half(String id) {
        return id
                + " is half done: an earlier run of it did not come to its end. Migrator.repair(database), or"
                + " db:migrate:repair on the command line, takes back what ran of it, or says what to take back by hand; then"
                + " it can run again.";
    }
}

package dev.fk.core.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which migrations have run, by id; also those that the database remembers and nobody has any longer. */
@API(status = Status.EXPERIMENTAL)
public record MigrationStatus(List<Line> lines) {
    public MigrationStatus {
        lines = List.copyOf(lines);
    }

    /** What is the case with a migration. */
    public enum State {
        APPLIED,
        PENDING,
        /** Pending, though one that comes after it has run. */
        OUT_OF_ORDER,
        /** Applied, and changed since. */
        EDITED,
        /** Applied, but not among the migrations. */
        MISSING,
        /** A run of it did not come to its end. */
        HALF_APPLIED,
        /** An undo of it did not come to its end. */
        HALF_UNDONE
    }

    /** One migration. */
    public static final class Line {
        private final String id;
        private final State state;
        private final Optional<HistoryRow> row;

        Line(String id, State state, Optional<HistoryRow> row) {
            this.id = id;
            this.state = state;
            this.row = row;
        }

        public String id() {
            return id;
        }

        public State state() {
            return state;
        }

        public Optional<Instant> appliedAt() {
            return row.map(HistoryRow::appliedAt);
        }

        /** The user of the database who did. */
        public Optional<String> appliedBy() {
            return row.map(HistoryRow::appliedBy);
        }

        public Optional<Duration> duration() {
            return row.map(HistoryRow::duration);
        }

        Optional<HistoryRow> row() {
            return row;
        }

        /** {@code APPLIED 20240206-add-region  2024-02-06T10:00:00Z by app, 12 ms}. */
        @Override
        public String toString() {
            return String.format("%-12s  %s", state, id)
                    + row.map(r -> "  " + r.appliedAt() + " by " + r.appliedBy() + ", "
                                    + r.duration().toMillis() + " ms")
                            .orElse("");
        }
    }

    /** The ids in this state, in order. */
    public List<String> in(State state) {
        return lines.stream().filter(l -> l.state() == state).map(Line::id).toList();
    }

    /** One line each. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}

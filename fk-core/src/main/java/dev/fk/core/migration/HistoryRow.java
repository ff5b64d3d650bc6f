package dev.fk.core.migration;

import java.time.Duration;
import java.time.Instant;

/** What the history says of one migration. */
record HistoryRow(String id, String checksum, Instant appliedAt, String appliedBy, Duration duration, State state) {
    /** How far it got; nothing but {@code APPLIED} outlasts a run where DDL is transactional. */
    enum State {
        APPLIED,
        RUNNING,
        UNDOING
    }

    boolean isHalf() {
        return state != State.APPLIED;
    }
}

package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.migration.JournalEntry.Kind;
import dev.fk.core.migration.JournalEntry.Phase;
import dev.fk.core.migration.JournalEntry.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what ran of migrations that did not come to their end. */
record Repair(Database database) {
    List<String> all() {
        History history = new History(database);
        List<String> repaired = new ArrayList<>();
        if (history.exists()) {
            for (HistoryRow row : history.rows()) {
                if (row.isHalf()) {
                    repair(history, row);
                    repaired.add(row.id());
                }
            }
        }
        return List.copyOf(repaired);
    }

    private void repair(History history, HistoryRow row) {
        boolean ownDown = !history.entries(row.id(), Phase.DOWN, Kind.DO).isEmpty();
        Phase phase = ownDown ? Phase.DOWN : Phase.UP;
        if (ownDown || row.state() == HistoryRow.State.RUNNING) {
            refuseUncertain(history, row.id(), phase);
        }
        refuseIrreversible(history, row.id(), phase);
        MigrationJournal journal = new MigrationJournal(history, row.id(), phase);
        journal.takeBack(database.listening(journal), phase);
        if (ownDown) {
            history.applied(row.id(), row.duration());
        } else {
            history.forget(row.id());
        }
    }

    private static void refuseIrreversible(History history, String id, Phase phase) {
        List<JournalEntry> unknown = history.entries(id, phase, Kind.UNDO).stream()
                .filter(e -> e.state() == State.IRREVERSIBLE)
                .toList();
        if (!unknown.isEmpty()) {
            throw new IrreversibleMigrationException(id, phase, history.entries(id, phase, Kind.DO), unknown);
        }
    }

    /** A statement was under way when its process ended: whether it ran shows in the catalog. */
    private void refuseUncertain(History history, String id, Phase phase) {
        List<JournalEntry> statements = history.entries(id, phase, Kind.DO);
        Optional<JournalEntry> underWay = statements.stream()
                .filter(e -> e.state() == State.WAITING)
                .findFirst()
                .filter(w -> statements.stream().noneMatch(e -> e.state() == State.FAILED));
        if (underWay.isEmpty()) {
            return;
        }
        boolean ran = history.entries(id, phase, Kind.UNDO).stream()
                .anyMatch(e -> e.call() == underWay.get().call());
        if (ran) {
            return;
        }
        Optional<JournalEntry> before = history.entries(id, phase, Kind.BEFORE).stream()
                .filter(b -> b.call() == underWay.get().call())
                .findFirst();
        boolean nothingRan = before.isPresent() && Checksum.fits(before.get().statement(), database.read());
        if (!nothingRan) {
            throw new UncertainMigrationException(id, statements, underWay.get(), before.isPresent());
        }
    }
}

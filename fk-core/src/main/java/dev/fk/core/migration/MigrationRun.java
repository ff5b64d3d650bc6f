package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.migration.JournalEntry.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Runs migrations while nobody else does. */
record MigrationRun(Database database, Shadow shadow, MigrationListener listener, Known known) {
    MigrationRun(Database database, Shadow shadow, MigrationListener listener) {
        this(database, shadow, listener, Known.sinceNow());
    }

    List<String> up(List<Migration> pending) {
        if (!pending.isEmpty()) {
            new History(database).create();
        }
        List<String> done = new ArrayList<>();
        for (Migration migration : pending) {
            run(migration, Phase.UP, done, pending, (history, live) -> {
                history.begin(migration.id(), Transcript.checksum(migration));
                long start = System.nanoTime();
                migration.up(QueryInterface.of(live));
                live.finish();
                history.applied(migration.id(), Duration.ofNanos(System.nanoTime() - start));
            });
            done.add(migration.id());
        }
        return List.copyOf(done);
    }

    List<String> down(List<Migration> applied) {
        for (Migration migration : applied) {
            if (Transcript.leavesDownToFk(migration)) {
                MigrationJournal.opposites(new History(database), migration.id(), Phase.UP);
            }
        }
        List<String> done = new ArrayList<>();
        for (Migration migration : applied) {
            run(migration, Phase.DOWN, done, applied, (history, live) -> {
                history.undoing(migration.id());
                migration.down(QueryInterface.of(live));
                live.finish();
                history.forget(migration.id());
            });
            done.add(migration.id());
        }
        return List.copyOf(done);
    }

    private void run(
            Migration migration, Phase phase, List<String> done, List<Migration> all, BiConsumer<History, Live> body) {
        MigrationJournal journal = new MigrationJournal(new History(database), migration.id(), phase);
        listener.begins(migration.id(), done.size() + 1, all.size());
        long start = System.nanoTime();
        try {
            if (database.hasTransactionalDdl()) {
                database.inTransaction(inside -> body.accept(new History(inside), calls(inside, journal)));
            } else {
                body.accept(new History(database), calls(database, journal));
            }
        } catch (RuntimeException | Error failed) {
            listener.fails(migration.id());
            List<String> later = all.stream()
                    .map(Migration::id)
                    .filter(id -> !done.contains(id) && !id.equals(migration.id()))
                    .toList();
            boolean nothing = leavesNothing(migration.id(), phase, journal, failed);
            throw new MigrationFailedException(
                    new MigrationFailedException.Where(
                            database,
                            migration.id(),
                            phase,
                            done,
                            later,
                            nothing,
                            journal.isReversible(),
                            journal.committed()),
                    journal.entries(),
                    notBegun(migration.id(), journal),
                    failed);
        }
        listener.ends(migration.id(), Duration.ofNanos(System.nanoTime() - start));
    }

    private Live calls(Database database, MigrationJournal journal) {
        return new Live(database.listening(journal), journal, known);
    }

    /** Whether it can run again at once: nothing of it stays, and the history says so. */
    private boolean leavesNothing(String id, Phase phase, MigrationJournal journal, Throwable failed) {
        try {
            journal.failed(!database.hasTransactionalDdl());
            if (database.hasTransactionalDdl()) {
                journal.keepCommitted();
                return journal.committed() == 0;
            }
            boolean nothing = journal.changedNothing();
            if (nothing) {
                new History(database).asBefore(id, phase);
            }
            return nothing;
        } catch (HistoryException connectionLost) {
            failed.addSuppressed(connectionLost);
            return false;
        }
    }

    /** What would have followed, as far as it is known. */
    private List<String> notBegun(String id, MigrationJournal journal) {
        return shadow.of(id)
                .map(r -> r.calls().stream()
                        .skip(journal.calls())
                        .flatMap(Recording.Recorded::describe)
                        .toList())
                .orElse(List.of());
    }
}

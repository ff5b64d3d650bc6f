package dev.fk.core.migration;

import java.util.Locale;

/**
 * A statement of a migration.
 *
 * @param call which call of the migration it belongs to, from 1
 * @param step which statement of the call it is, from 1
 */
record JournalEntry(Phase phase, Kind kind, int call, int step, State state, String statement) {
    /** What was being done with the migration. */
    enum Phase {
        UP,
        DOWN
    }

    /** What the statement is for. */
    enum Kind {
        DO,
        UNDO,
        /** A question to the rows, asked before what takes a call back: whether it would fail on them. */
        ASK,
        /** Drops an index that the server had made for a foreign key; of no migration. See {@link MadeIndexes}. */
        MADE,
        /** Not a statement but a checksum of the catalog before the call. */
        BEFORE
    }

    /** What became of the statement. */
    enum State {
        WAITING("·"),
        DONE("✔"),
        FAILED("✘"),
        /** Ran, and its transaction was rolled back. */
        REVERTED("↩"),
        /** SQL whose opposite nobody knows. */
        IRREVERSIBLE("!");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }
    }

    JournalEntry with(State other) {
        return new JournalEntry(phase, kind, call, step, other, statement);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /** {@code ✔ DROP TABLE chat}. */
    @Override
    public String toString() {
        return state.mark + " " + statement;
    }
}

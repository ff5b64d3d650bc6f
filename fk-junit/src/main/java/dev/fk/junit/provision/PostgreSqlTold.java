package dev.fk.junit.provision;

import java.util.HashMap;
import java.util.Map;

/**
 * The parts of what {@link PostgreSqlState} tells.
 *
 * @param counters of rows inserted, updated and deleted, and when they were set to zero
 * @param settings with bars around them
 * @param sequences what they have given out, by their number
 */
record PostgreSqlTold(String counters, String settings, String sequences) {
    private static final String BAR = " | ";

    static PostgreSqlTold of(String state) {
        int first = state.indexOf(BAR);
        int last = state.lastIndexOf(BAR) + BAR.length();
        return new PostgreSqlTold(state.substring(0, first), state.substring(first, last), state.substring(last));
    }

    /** What is told after these rows were written. */
    PostgreSqlTold after(long inserted, long deleted) {
        String[] each = counters.split(" ", 4);
        each[0] = String.valueOf(Long.parseLong(each[0]) + inserted);
        each[2] = String.valueOf(Long.parseLong(each[2]) + deleted);
        return new PostgreSqlTold(String.join(" ", each), settings, sequences);
    }

    PostgreSqlTold withSequences(String other) {
        return new PostgreSqlTold(counters, settings, other);
    }

    Map<Long, String> values() {
        Map<Long, String> values = new HashMap<>();
        for (String each : sequences.isEmpty() ? new String[0] : sequences.split(", ", -1)) {
            String[] numberAndValue = each.split(" ", 2);
            values.put(Long.valueOf(numberAndValue[0]), numberAndValue[1]);
        }
        return values;
    }

    String state() {
        return counters + settings + sequences;
    }
}

package dev.fk.examples.seed000;

import dev.fk.core.sync.SyncMode;
import java.util.Map;

/** The two environment variables by which the seed chooses how its tables are synced, read in one place. */
final class SwitchesOfTheSeed {
    private SwitchesOfTheSeed() {}

    /** {@code TABLE_CREATE_ALWAYS} loses all rows, so it is asked first; without either, what is missing is created. */
    static SyncMode mode(Map<String, String> environment) {
        if (isOn(environment, "TABLE_CREATE_ALWAYS")) {
            return SyncMode.FORCE;
        }
        return isOn(environment, "TABLE_ALTER_SYNC") ? SyncMode.ALTER : SyncMode.CREATE;
    }

    private static boolean isOn(Map<String, String> environment, String variable) {
        return "true".equals(environment.get(variable));
    }
}

package dev.fk.core.plan;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A risk and, unless it is safe, the reason in words. */
@API(status = Status.EXPERIMENTAL)
public record Assessment(Risk risk, String reason) {
    static final Assessment SAFE = new Assessment(Risk.SAFE, "");

    static Assessment dataDependent(String reason) {
        return new Assessment(Risk.DATA_DEPENDENT, reason);
    }

    static Assessment destructive(String reason) {
        return new Assessment(Risk.DESTRUCTIVE, reason);
    }
}

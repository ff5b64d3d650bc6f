package dev.fk.core.rule;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How bad it is if a rule is broken. */
@API(status = Status.EXPERIMENTAL)
public enum Severity {
    /** Rows are lost or wrong, or the server does something else than what is declared. */
    ERROR,
    /** It works, and somebody will stumble over it. */
    WARNING
}

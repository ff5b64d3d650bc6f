package dev.fk.core.rule;

import java.util.List;

/** Since when a rule is held against a schema: what was there before does not count. */
@FunctionalInterface
interface Baseline {
    /** Everything counts. */
    Baseline NONE = (violations, target) -> violations;

    List<Violation> onlyNew(List<Violation> violations, Target target);
}

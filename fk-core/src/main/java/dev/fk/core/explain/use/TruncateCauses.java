package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;

/** TRUNCATE of a table that others reference, and what DELETE would do instead. */
record TruncateCauses(Situation situation, QualifiedName table, List<Owned> keys) {
    /** The rows that refer to something, and what a DELETE of all that they refer to does to them. */
    private record Referring(Owned owned, String count) {
        String text() {
            return count + " of " + owned.named() + (count.startsWith("1 ") ? " refers" : " refer") + " to rows of "
                    + owned.key().referencedTable();
        }

        boolean refuses() {
            ReferentialAction action = owned.key().onDelete();
            return action != ReferentialAction.CASCADE && action != ReferentialAction.SET_NULL;
        }
    }

    Explanation explanation() {
        List<Referring> referring = keys.stream()
                .map(o -> new Referring(o, new RowSql(situation).referring(o)))
                .filter(r -> !r.count().startsWith("0 "))
                .toList();
        return Explanation.of(
                        Cause.TABLE_REFERENCED,
                        table + " is referenced by " + Situation.list(keys)
                                + ", and TRUNCATE would not look at the rows there",
                        remedy(referring),
                        fix(referring))
                .seen(referring.stream().map(Referring::text).toList());
    }

    private String remedy(List<Referring> referring) {
        if (referring.stream().anyMatch(Referring::refuses)) {
            return "Let those refer to nothing or delete them first, then the rows of " + table + ".";
        }
        return "Delete its rows instead, which foreign keys watch over"
                + (referring.isEmpty() ? "" : ": those that refer to them go along, or lose what they refer to")
                + (counts() ? "; unlike TRUNCATE it lets generated keys go on where they are." : ".");
    }

    private boolean counts() {
        return situation.schema().table(table).stream()
                .flatMap(t -> t.columns().stream())
                .anyMatch(c -> c.generation() instanceof Generation.Identity);
    }

    /** None where rows of others stand in the way of DELETE as well, or those that go along are referenced themselves. */
    private Fix fix(List<Referring> referring) {
        boolean free = referring.stream()
                .noneMatch(r -> r.refuses()
                        || (r.owned().key().onDelete() == ReferentialAction.CASCADE
                                && !situation
                                        .referencing(r.owned().table().name())
                                        .isEmpty()));
        return free && situation.statement().tables().size() == 1
                ? Fix.instead("DELETE FROM " + situation.diagnosis().quote(table))
                : Fix.none();
    }
}

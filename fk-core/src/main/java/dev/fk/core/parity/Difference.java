package dev.fk.core.parity;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One fact that is not the same on both sides.
 *
 * @param item what of the table, {@code column no}; empty if it is the table as a whole
 * @param fact what about it, {@code type}; empty if the item is on one side only
 * @param here what is so here, empty if nothing; of an item on one side only, its name
 * @param there what is so on the other side
 * @param tables both tables, for idioms that have to look further
 */
@API(status = Status.EXPERIMENTAL)
public record Difference(
        String table, String item, String fact, Optional<String> here, Optional<String> there, Tables tables) {
    /** The table on both sides; empty ones where it is not there. */
    public record Tables(NeutralTable here, NeutralTable there) {}

    /** Whether one side says this and the other that. */
    boolean isBetween(String one, String other) {
        return (says(here, one) && says(there, other)) || (says(here, other) && says(there, one));
    }

    private static boolean says(Optional<String> side, String regex) {
        return side.filter(s -> s.matches(regex)).isPresent();
    }

    boolean isOfColumn() {
        return item.startsWith("column ");
    }

    /** In words, without the table. */
    public String describe() {
        if (item.isEmpty()) {
            return here.isPresent() ? "the table is only here" : "the table is missing here";
        }
        if (fact.isEmpty()) {
            return item + (here.isPresent() ? " is only here" : " is missing here");
        }
        return item + ": " + fact + " is " + here.orElse("nothing") + " here, " + there.orElse("nothing") + " there";
    }

    @Override
    public String toString() {
        return table + ": " + describe();
    }
}

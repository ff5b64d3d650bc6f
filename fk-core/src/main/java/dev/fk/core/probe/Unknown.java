package dev.fk.core.probe;

import dev.fk.core.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that is still to be found: one for all columns that have to have the same, because one references the other. */
final class Unknown {
    /** A column of a table in which the value will stand. */
    record Place(ProbeRow row, Column column) {}

    private final List<Place> places = new ArrayList<>();
    private Optional<Unknown> same = Optional.empty();
    private Optional<String> literal = Optional.empty();
    private boolean mayBeNull;

    Unknown(ProbeRow row, Column column) {
        places.add(new Place(row, column));
    }

    Unknown root() {
        return same.map(Unknown::root).orElse(this);
    }

    List<Place> places() {
        return places;
    }

    boolean equate(Unknown other) {
        Unknown one = root();
        Unknown two = other.root();
        if (one == two) {
            return false;
        }
        one.places.addAll(two.places);
        one.literal = one.literal.isPresent() ? one.literal : two.literal;
        one.mayBeNull = one.mayBeNull && two.mayBeNull;
        two.same = Optional.of(one);
        return true;
    }

    /** The value as SQL, once it is known. */
    Optional<String> literal() {
        return root().literal;
    }

    void is(String sql) {
        root().literal = Optional.of(sql);
    }

    boolean mayBeNull() {
        return root().mayBeNull;
    }

    void allowNull() {
        root().mayBeNull = true;
    }

    /** Whether the server counts this value up and has to be asked for it. */
    boolean isCounted() {
        return root().places.stream()
                .anyMatch(p -> p.row().counted().equals(Optional.of(p.column().name())));
    }
}

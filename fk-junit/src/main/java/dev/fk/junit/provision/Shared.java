package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a template that many read at the same time. If somebody has written to it all the same, they are told, and
 * nobody else gets it. Thread-safe.
 */
final class Shared {
    private final Workshop workshop;
    private final Stock stock;
    private @Nullable Reading current;

    Shared(Workshop workshop, Stock stock) {
        this.workshop = workshop;
        this.stock = stock;
    }

    /** What has to be known of one such copy. */
    private static final class Reading {
        private final Copy copy;
        private final Renewal renewal;
        private final Optional<String> untouched;
        private int readers;

        Reading(Copy copy, Renewal renewal, Optional<String> untouched) {
            this.copy = copy;
            this.renewal = renewal;
            this.untouched = untouched;
        }
    }

    synchronized Copy take() throws SQLException {
        Reading reading = current;
        if (reading == null) {
            Copy copy = workshop.make(stock);
            Renewal renewal = workshop.server().databases().protect(copy.name());
            reading = new Reading(copy, renewal, workshop.state(copy));
            current = reading;
        }
        reading.readers++;
        return new Copy(stock, reading.copy.name(), workshop.reading(reading.copy.name(), reading.renewal));
    }

    /** @return what the reader should know */
    synchronized Optional<String> comesBack(Copy copy) {
        copy.connections().close();
        Reading reading = current;
        if (reading == null || !reading.copy.name().equals(copy.name())) {
            return Optional.empty(); // somebody else had changed it, and was told
        }
        reading.readers--;
        if (isUntouched(reading)) {
            return Optional.empty();
        }
        current = null;
        if (reading.readers == 0) {
            workshop.discardSoon(reading.copy);
        } else {
            workshop.discardAtEnd(reading.copy);
        }
        return Optional.of(
                "the database that all read (isolation READ_ONLY) was changed meanwhile. Nobody else gets it; a"
                        + " test that writes needs one of its own: @WithSchema(isolation = Isolation.PER_METHOD).");
    }

    /** It stays, whoever reads it at this moment; who comes later gets another one. */
    synchronized void leave(Copy copy) {
        Reading reading = current;
        if (reading != null && reading.copy.name().equals(copy.name())) {
            reading.copy.connections().close();
            current = null;
        }
    }

    private boolean isUntouched(Reading reading) {
        try {
            Optional<String> now = workshop.state(reading.copy);
            return now.isEmpty() || reading.untouched.isEmpty() || now.equals(reading.untouched);
        } catch (SQLException e) {
            return true; // nobody can tell
        }
    }

    synchronized Optional<Copy> close() {
        Optional<Copy> left = Optional.ofNullable(current).map(r -> r.copy);
        current = null;
        return left;
    }
}

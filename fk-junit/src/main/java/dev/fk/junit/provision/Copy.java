package dev.fk.junit.provision;

import java.util.Optional;

/**
 * A database that was copied from a template, and the connections to it.
 *
 * @param stock where it came from
 * @param cleaned how it is recognised if it was cleaned; otherwise it is like any other copy
 */
record Copy(Stock stock, String name, ConnectionPool connections, Origin origin, Optional<Pristine> cleaned) {
    Copy(Stock stock, String name, ConnectionPool connections) {
        this(stock, name, connections, Origin.COPIED, Optional.empty());
    }

    /** The same database for somebody else, who shares no connection with whoever had it before. */
    Copy handedOn() {
        return new Copy(stock, name, connections.handedOn(), origin, cleaned);
    }

    Copy untouched() {
        return new Copy(stock, name, connections, Origin.UNTOUCHED, cleaned);
    }

    Copy cleaned(Cleaned as) {
        return new Copy(stock, name, connections, as.origin(), Optional.of(as.now()));
    }
}

package dev.fk.junit.provision;

/**
 * A database that was copied from a template, and the connections to it.
 *
 * @param stock where it came from
 */
record Copy(Stock stock, String name, ConnectionPool connections) {
    /** The same database for somebody else, who shares no connection with whoever had it before. */
    Copy handedOn() {
        return new Copy(stock, name, connections.handedOn());
    }
}

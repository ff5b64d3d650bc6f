package dev.fk.examples.oracles;

/** What the oracles need to know about a server to put its words and ours into the same ones. */
enum Engine {
    POSTGRESQL(6),
    MYSQL(0),
    MARIADB(0);

    private final int usualPrecision;

    Engine(int usualPrecision) {
        this.usualPrecision = usualPrecision;
    }

    /** The digits of a second that a time or timestamp has when none are declared. */
    int usualPrecision() {
        return usualPrecision;
    }

    boolean isPostgres() {
        return this == POSTGRESQL;
    }
}

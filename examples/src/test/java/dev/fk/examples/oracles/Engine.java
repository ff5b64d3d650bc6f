package dev.fk.examples.oracles;

/** What the oracles need to know about a server to put its words and ours into the same ones. */
enum Engine {
    POSTGRESQL("", 6),
    MYSQL("mysql:9", 0),
    MARIADB("mariadb:11.8", 0);

    private final String image;
    private final int usualPrecision;

    Engine(String image, int usualPrecision) {
        this.image = image;
        this.usualPrecision = usualPrecision;
    }

    /** The image its server runs from; PostgreSQL is embedded. */
    String image() {
        return image;
    }

    /** The digits of a second that a time or timestamp has when none are declared. */
    int usualPrecision() {
        return usualPrecision;
    }

    boolean isPostgres() {
        return this == POSTGRESQL;
    }
}

package dev.fk.junit.flyway;

/**
 * A file in a location of migrations.
 *
 * @param name from the location on
 * @param place where a reader finds it
 * @param content byte by byte
 */
record MigrationFile(String name, String place, String content) {
    /** Without folders. */
    String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}

package dev.fk.junit.provision.postgresql;

/**
 * Rows that a PostgreSQL server has counted, whether or not they were rolled back.
 *
 * @param inserted since it began to count; likewise the others
 */
record PostgreSqlCount(long inserted, long updated, long deleted) {
    static final PostgreSqlCount NOTHING = new PostgreSqlCount(0, 0, 0);

    /** {@code 3 0 1} */
    static PostgreSqlCount of(String counters) {
        String[] each = counters.split(" ", 3);
        return new PostgreSqlCount(Long.parseLong(each[0]), Long.parseLong(each[1]), Long.parseLong(each[2]));
    }

    PostgreSqlCount plus(PostgreSqlCount more) {
        return new PostgreSqlCount(inserted + more.inserted, updated + more.updated, deleted + more.deleted);
    }

    PostgreSqlCount minus(PostgreSqlCount less) {
        return new PostgreSqlCount(inserted - less.inserted, updated - less.updated, deleted - less.deleted);
    }

    @Override
    public String toString() {
        return inserted + " " + updated + " " + deleted;
    }
}

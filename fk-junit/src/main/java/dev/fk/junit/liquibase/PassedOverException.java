package dev.fk.junit.liquibase;

/** A foreign key that Liquibase was told not to insist on. */
final class PassedOverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param changeSet as Liquibase names it */
    PassedOverException(String changeSet) {
        super(changeSet
                + " failed, and Liquibase went on without a word: failOnError is false. It says a foreign key, which"
                + " is not there. Without failOnError Liquibase tells what the server said.");
    }
}

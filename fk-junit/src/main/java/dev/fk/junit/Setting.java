package dev.fk.junit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can be configured: the one table of keys. */
enum Setting {
    SYNC("fk.sync", "create", "how models become tables: none, create, alter, force"),
    ISOLATION("fk.isolation", "per-method", "who shares a database: per-method, per-class, rollback, read-only"),
    KEEP("fk.keep", "on-failure", "which databases outlive their test: on-failure, always, never"),
    DIALECT("fk.dialect", "postgresql", "which kind of server"),
    WHEN_UNAVAILABLE("fk.when-unavailable", "fail", "what happens to tests without a server: fail, abort"),
    PROVIDER("fk.provider", "", "the only provisioner to use: external, embedded, container, binaries"),
    REUSE("fk.reuse", "none", "what JVMs share, a server and its templates: none, forks, runs"),
    SHOW_SQL("fk.show-sql", "false", "print the statements that fk executes: true, false"),
    LEAKS("fk.leaks", "report", "what happens when a test leaves connections open: report, fail, ignore"),
    REPORT_FILES("fk.report.files", "true", "attach files about its database to a failed test: true, false"),
    REPORT_DATABASES("fk.report.databases", "true", "say what databases cost, per class and run: true, false"),
    REPORT_SERVERS("fk.report.servers", "", "a directory for files: which servers were used, what databases cost"),
    POSTGRESQL_URL("fk.postgresql.url", "", "JDBC URL of a PostgreSQL that runs already"),
    POSTGRESQL_USER("fk.postgresql.user", "", "its user, who may create databases"),
    POSTGRESQL_PASSWORD("fk.postgresql.password", "", "the user's password"),
    POSTGRESQL_IMAGE("fk.postgresql.image", "postgres:18", "what to start in a container"),
    POSTGRESQL_HOME("fk.postgresql.home", "", "where an installed PostgreSQL is, if not on the PATH"),
    MYSQL_URL("fk.mysql.url", "", "JDBC URL of a MySQL that runs already"),
    MYSQL_USER("fk.mysql.user", "", "its user, who may create databases"),
    MYSQL_PASSWORD("fk.mysql.password", "", "the user's password"),
    MYSQL_IMAGE("fk.mysql.image", "mysql:9", "what to start in a container"),
    MYSQL_HOME("fk.mysql.home", "", "where an installed MySQL is, if not on the PATH"),
    MARIADB_URL("fk.mariadb.url", "", "JDBC URL of a MariaDB that runs already"),
    MARIADB_USER("fk.mariadb.user", "", "its user, who may create databases"),
    MARIADB_PASSWORD("fk.mariadb.password", "", "the user's password"),
    MARIADB_IMAGE("fk.mariadb.image", "mariadb:11.8", "what to start in a container"),
    MARIADB_HOME("fk.mariadb.home", "", "where an installed MariaDB is, if not on the PATH");

    private final String key;
    private final String otherwise;
    private final String meaning;

    Setting(String key, String otherwise, String meaning) {
        this.key = key;
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    static Optional<Setting> of(String key) {
        return Stream.of(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** The value where nothing is configured. */
    String otherwise() {
        return otherwise;
    }

    String meaning() {
        return meaning;
    }

    /** The kind of server that it is about, if it is about one alone. */
    Optional<String> dialect() {
        String[] words = key.split("\\.");
        return Stream.of("postgresql", "mysql", "mariadb")
                .filter(d -> words.length == 3 && words[1].equals(d))
                .findFirst();
    }

    /** {@code FK_SHOW_SQL} for {@code fk.show-sql}. */
    String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}

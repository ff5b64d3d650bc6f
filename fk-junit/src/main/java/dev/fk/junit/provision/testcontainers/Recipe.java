package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.server.ServerKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How to run the official image of a server so that it is fast: its data is in memory and lost with the container, so
 * nothing is written twice and nobody waits for a disk.
 *
 * @param passwordVariable the image takes the superuser's first password from it
 * @param data what to mount in memory
 * @param client a shell command inside the container; a database's name follows
 */
record Recipe(
        ServerKind kind,
        String image,
        int port,
        String passwordVariable,
        Map<String, String> environment,
        String data,
        List<String> command,
        String client) {
    /** Where the password is, for whoever may look into the container. */
    static final String PASSWORD_FILE = "/fk-password";

    static Recipe of(ServerKind kind) {
        return switch (kind) {
            case POSTGRESQL -> postgreSql();
            case MYSQL -> mySql();
            case MARIADB -> mariaDb();
        };
    }

    Recipe with(List<String> other) {
        return new Recipe(kind, image, port, passwordVariable, environment, data, other, client);
    }

    private static Recipe postgreSql() {
        return new Recipe(
                ServerKind.POSTGRESQL,
                "postgres:18",
                5432,
                "POSTGRES_PASSWORD",
                Map.of(
                        // the image's own place for it has changed with version 18
                        "PGDATA", "/fk/data",
                        "POSTGRES_INITDB_ARGS", "--no-sync"),
                "/fk",
                List.of(
                        "postgres",
                        "-cfsync=off",
                        "-csynchronous_commit=off",
                        "-cfull_page_writes=off",
                        "-cautovacuum=off",
                        // 64 are too few to drop or create a thousand tables in one transaction
                        "-cmax_locks_per_transaction=1024",
                        "-cmax_connections=200",
                        // off: no background checkpoint between two tests
                        "-ccheckpoint_timeout=1d",
                        "-cmax_wal_size=4GB",
                        "-ctimezone=UTC",
                        "-clog_timezone=UTC"),
                "psql -U postgres");
    }

    private static Recipe mySql() {
        return new Recipe(
                ServerKind.MYSQL,
                "mysql:9",
                3306,
                "MYSQL_ROOT_PASSWORD",
                Map.of("MYSQL_INITDB_SKIP_TZINFO", "1"),
                "/var/lib/mysql",
                List.of(
                        "mysqld",
                        "--skip-log-bin",
                        "--skip-name-resolve",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-doublewrite=0",
                        // a quarter to two fifths of the time that DDL takes
                        "--innodb-log-writer-threads=OFF",
                        "--performance-schema=OFF",
                        // a session keeps as many tables open as the cache has room for divided by these: 250 of 4000
                        "--table-open-cache-instances=1",
                        "--mysqlx=OFF",
                        "--max-connections=200"),
                withPassword("mysql"));
    }

    private static Recipe mariaDb() {
        return new Recipe(
                ServerKind.MARIADB,
                "mariadb:11.8",
                3306,
                "MARIADB_ROOT_PASSWORD",
                Map.of("MARIADB_INITDB_SKIP_TZINFO", "1"),
                "/var/lib/mysql",
                List.of(
                        "mariadbd",
                        "--skip-log-bin",
                        "--skip-name-resolve",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-doublewrite=0",
                        "--max-connections=200"),
                withPassword("mariadb"));
    }

    private static String withPassword(String client) {
        return "MYSQL_PWD=$(cat " + PASSWORD_FILE + ") exec " + client + " -h 127.0.0.1 -u root";
    }

    /** {@code NAME=value} for each variable. */
    List<String> environment(Password first) {
        return Stream.concat(
                        Stream.of(passwordVariable + "=" + first.value()),
                        environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
                .toList();
    }

    /** What is the same only for containers that are made the same way, of the same image, for the same user. */
    String sharedAs(Image of) {
        List<Object> all = List.of(
                of.id(),
                Lifeline.entryPoint(of.entryPoint()),
                command,
                data,
                new TreeMap<>(environment),
                System.getProperty("user.name"));
        return kind.dialect() + "-container-"
                + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}

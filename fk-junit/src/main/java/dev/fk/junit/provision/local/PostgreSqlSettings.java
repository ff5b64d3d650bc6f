package dev.fk.junit.provision.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The configuration of a PostgreSQL whose data nobody needs after a crash. */
final class PostgreSqlSettings {
    private PostgreSqlSettings() {}

    /** Written to postgresql.conf, so that a kept server can be started again without repeating them. */
    static void write(Path data, int port) {
        List<String> lines = List.of(
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = ''",
                "fsync = off",
                "synchronous_commit = off",
                "full_page_writes = off",
                "autovacuum = off",
                // 64 are too few to drop or create a thousand tables in one transaction, 512 do for four thousand,
                // whose schema takes 110,000 locks to drop; a start with 1024 takes 20 ms longer (18.6)
                "max_locks_per_transaction = 512",
                "max_connections = 200",
                // in the data directory, with which it goes even if the server is killed
                "dynamic_shared_memory_type = mmap",
                // off: no background checkpoint between two tests
                "checkpoint_timeout = 1d",
                "max_wal_size = 4GB",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'");
        try {
            Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only those who know the password get in. */
    static void requirePassword(Path data) throws IOException {
        Files.write(data.resolve("pg_hba.conf"), List.of("host all all 127.0.0.1/32 scram-sha-256"));
    }
}

package dev.fk.core.dialect;

import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.Options;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is known about the server and database behind a connection.
 *
 * @param product as people call it: {@code PostgreSQL}, {@code MariaDB}
 * @param defaultSchema the schema an unqualified name resolves to
 * @param settings what the dialect needs to know about this database, such as its default collation
 */
@API(status = Status.EXPERIMENTAL)
public record ServerInfo(
        DialectId dialect,
        String product,
        ServerVersion version,
        String database,
        String defaultSchema,
        Options settings) {
    /** {@code PostgreSQL 18.1}. */
    @Override
    public String toString() {
        return product + " " + version;
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Creates the tables in schemas of their own within a transaction, reads them back and rolls back. The search path stays
 * as it is, so that everything else is found, and written, as it would be in the real tables.
 */
final class PostgreSqlNormalizer implements ExpressionNormalizer {
    private final ServerInfo server;

    PostgreSqlNormalizer(ServerInfo server) {
        this.server = server;
    }

    @Override
    public CanonicalSchema normalize(Connection connection, CanonicalSchema wish, Set<QualifiedName> tables)
            throws SQLException {
        List<Table> concerned = wish.schema().tables().values().stream()
                .filter(t -> tables.contains(t.name()))
                .toList();
        if (concerned.isEmpty()) {
            return wish;
        }
        Scratch scratch = Scratch.of(wish.schema(), concerned);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = autoCommit ? null : connection.setSavepoint();
        try {
            Schema seen = createAndRead(connection, scratch);
            Schema normal = wish.schema();
            for (Table table : concerned) {
                normal = normal.with(scratch.normal(table, seen));
            }
            return new CanonicalSchema(normal, PostgreSqlDialect.ID);
        } finally {
            if (before == null) {
                connection.rollback();
                connection.setAutoCommit(true);
            } else {
                connection.rollback(before);
            }
        }
    }

    private Schema createAndRead(Connection connection, Scratch scratch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";\n", scratch.statements()));
        }
        return new PostgreSqlCatalog(server.version(), server.defaultSchema()).read(connection, scratch.schemas());
    }
}

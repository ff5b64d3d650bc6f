package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates the tables in schemas of their own within a transaction, reads them back and rolls back. The search path stays
 * as it is, so that everything else is found, and written, as it would be in the real tables. Who may not create schemas gets
 * temporary tables.
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
        try {
            return normalize(connection, wish, Scratch.inSchemas(wish.schema(), concerned));
        } catch (SQLException refused) {
            if (!PostgreSqlRights.DENIED.equals(refused.getSQLState())) {
                throw refused;
            }
            return temporarily(connection, wish, concerned);
        }
    }

    /** For those who may not create schemas, as few may who own tables: one schema after the other, as tables share names. */
    private CanonicalSchema temporarily(Connection connection, CanonicalSchema wish, List<Table> concerned)
            throws SQLException {
        Map<Optional<String>, List<Table>> bySchema = concerned.stream()
                .collect(Collectors.groupingBy(t -> t.name().schema(), LinkedHashMap::new, Collectors.toList()));
        CanonicalSchema normal = wish;
        for (List<Table> tables : bySchema.values()) {
            try {
                normal = normalize(connection, normal, Scratch.temporary(wish.schema(), tables));
            } catch (SQLException refused) {
                if (PostgreSqlRights.DENIED.equals(refused.getSQLState())) {
                    refuse(connection, tables.get(0).name(), refused);
                }
                throw refused;
            }
        }
        return normal;
    }

    /** An enum type is created in its real place. */
    private void refuse(Connection connection, QualifiedName table, SQLException refused) throws SQLException {
        PostgreSqlRights rights = new PostgreSqlRights(connection, server.defaultSchema());
        List<MissingRight> missing = new ArrayList<>(rights.toCreateTemporaryTables());
        missing.addAll(rights.missing(new Access(table, Access.Kind.CREATE), false));
        for (MissingRight right : missing) {
            throw new MissingRightException(String.valueOf(refused.getMessage()), right);
        }
    }

    private CanonicalSchema normalize(Connection connection, CanonicalSchema wish, Scratch scratch)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = autoCommit ? null : connection.setSavepoint();
        try {
            return PostgreSqlDialect.canonical(scratch.normal(wish.schema(), createAndRead(connection, scratch)));
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
        return new PostgreSqlCatalog(server.version(), server.defaultSchema())
                .read(connection, scratch.schemas(connection));
    }
}

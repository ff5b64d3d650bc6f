package dev.fk.core.database;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Look;
import dev.fk.core.explain.search.Explainer;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the reason of an error on the connection where it happened. */
record Investigation(Dialect dialect, ServerInfo server, CatalogScope scope) {
    private static final Sql READING = new Sql("");

    /** What is found; nothing if looking fails too, whatever the reason: the first error is the one to report. */
    List<Explanation> of(Connection connection, Sql failed, SQLException error) {
        try {
            return Explainer.explain(failed, ServerError.of(error), dialect, server, new LiveLook(connection));
        } catch (RuntimeException unseen) {
            error.addSuppressed(unseen);
            return List.of();
        }
    }

    /** The same for statements that fk reads by, and people do not know. */
    List<Explanation> ofReading(Connection connection, SQLException error) {
        return isAborted(connection) ? List.of() : of(connection, READING, error);
    }

    /** The foreign keys of these statements that the server took and did not make. */
    List<Explanation> passedOver(Connection connection, List<Sql> executed) {
        return Explainer.passedOver(executed, dialect, server, new LiveLook(connection));
    }

    /** Whether a failed statement leaves the transaction of others in a state in which nothing can be asked any more. */
    boolean isBlind(Connection connection) {
        return connection instanceof Transaction.Shared && transactionalDdl();
    }

    boolean transactionalDdl() {
        return dialect.hasTransactionalDdl(server);
    }

    /** Whether the error ended a transaction in which nothing can be asked any more; also if the connection is gone. */
    boolean isAborted(Connection connection) {
        try {
            return !connection.getAutoCommit() && transactionalDdl();
        } catch (SQLException gone) {
            return true;
        }
    }

    private final class LiveLook implements Look {
        private final Connection connection;
        private final Diagnosis diagnosis = dialect.diagnosis(server);

        LiveLook(Connection connection) {
            this.connection = connection;
        }

        @Override
        public CanonicalSchema catalog(Set<String> schemas) {
            CatalogScope all = scope;
            for (String schema : schemas) {
                all = all.and(schema);
            }
            CatalogScope seen = all;
            return ask(() -> dialect.catalog(server).readInForce(connection, seen));
        }

        @Override
        public Optional<Relation> relation(QualifiedName name) {
            return ask(() -> diagnosis.relation(connection, name));
        }

        @Override
        public List<QualifiedName> tablesNamed(String name) {
            return ask(() -> names(diagnosis.schemasOfTable(), name)).stream()
                    .map(s -> s.equals(server.defaultSchema()) ? QualifiedName.of(name) : QualifiedName.of(s, name))
                    .sorted(Comparator.comparing(n -> n.schema().isPresent()))
                    .toList();
        }

        @Override
        public boolean schemaExists(String name) {
            return !ask(() -> names(diagnosis.schemaNamed(), name)).isEmpty();
        }

        @Override
        public List<MissingRight> missingRights(ServerError refused, List<Access> accesses) {
            return ask(() -> diagnosis.missingRights(connection, refused, accesses));
        }

        @Override
        public List<List<String>> rows(Sql query) {
            return ask(() -> {
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(query.text())) {
                    return rows(result);
                }
            });
        }

        private List<List<String>> rows(ResultSet result) throws SQLException {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.add(value == null ? "NULL" : value);
                }
                rows.add(row);
            }
            return rows;
        }

        private List<String> names(String query, String parameter) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, parameter);
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result).stream().map(row -> row.get(0)).toList();
                }
            }
        }

        private <T> T ask(Question<T> question) {
            try {
                return question.answer();
            } catch (SQLException e) {
                throw new DatabaseException("Cannot look for the reason of an error", e);
            }
        }
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }
}

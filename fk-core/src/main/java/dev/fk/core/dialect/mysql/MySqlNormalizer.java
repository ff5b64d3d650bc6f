package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Creates each table as a temporary one and reads it back with SHOW CREATE TABLE: information_schema does not show
 * temporary tables. They need no privilege on a further database, commit nothing and are gone with the connection.
 */
final class MySqlNormalizer implements ExpressionNormalizer {
    private final Settings settings;

    MySqlNormalizer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema normalize(Connection connection, CanonicalSchema wish, Set<QualifiedName> tables)
            throws SQLException {
        Schema normal = wish.schema();
        for (QualifiedName name : tables) {
            Optional<Table> table = wish.schema().table(name);
            if (table.isPresent()) {
                normal = normal.with(normal(connection, table.get()));
            }
        }
        return new CanonicalSchema(normal, wish.dialect());
    }

    private Table normal(Connection connection, Table wanted) throws SQLException {
        QualifiedName scratch = scratch();
        Sql create = new TableSql(settings).createTemporary(reduced(wanted).withName(scratch));
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute(create.text());
            } catch (SQLException refused) {
                // What the server refuses here it refuses for good: the wish stays as written and its own DDL tells.
                return wanted;
            }
            try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + Identifiers.quote(scratch))) {
                row.next();
                return new Definition(settings.plain(row.getString(2))).inWordsOfTheServer(wanted);
            } finally {
                statement.execute("DROP TEMPORARY TABLE " + Identifiers.quote(scratch));
            }
        }
    }

    @Override
    public Optional<String> refusal(Connection connection, Table wanted) throws SQLException {
        QualifiedName scratch = scratch();
        Sql create = new TableSql(settings).createTemporary(reduced(wanted).withName(scratch));
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute(create.text());
            } catch (SQLException refused) {
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            statement.execute("DROP TEMPORARY TABLE " + Identifiers.quote(scratch));
            return Optional.empty();
        }
    }

    private static QualifiedName scratch() {
        return QualifiedName.of("fk_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static Column reduced(Column column) {
        Generation generation = column.generation();
        boolean ofRows = generation instanceof Generation.Computed computed && SystemTime.is(computed);
        Column plain =
                ofRows || generation == Generation.autoIncrement() ? column.withGeneration(Generation.none()) : column;
        return plain.withOptions(plain.options().without(CanonicalColumn.UNVERSIONED));
    }

    /** Temporary tables have no foreign keys, no full text, no partitions and no past; what has no expression is not needed. */
    private static Table reduced(Table wanted) {
        List<Column> columns =
                wanted.columns().stream().map(MySqlNormalizer::reduced).toList();
        List<Index> indexes = new ArrayList<>();
        for (Index index : wanted.indexes()) {
            if (index.parts().stream().anyMatch(IndexPart::isExpression)) {
                indexes.add(index.withName(Optional.of(Definition.INDEX + indexes.size())));
            }
        }
        Options options = wanted.options()
                .get(TableOptions.COLLATE)
                .map(c -> Options.of(TableOptions.COLLATE, c))
                .orElse(Options.none());
        List<Check> checks = new ArrayList<>();
        for (Check check : wanted.checks()) {
            Optional<String> name = Optional.of(Definition.CHECK + checks.size());
            checks.add(new Check(name, check.expression(), Enforcement.ENFORCED, Options.none()));
        }
        return Table.of(wanted.name(), columns)
                .withIndexes(indexes)
                .withChecks(checks)
                .withOptions(options);
    }
}

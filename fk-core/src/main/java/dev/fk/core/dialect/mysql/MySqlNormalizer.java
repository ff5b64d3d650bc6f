package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
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
    /** Of MySQL Connector/J itself, of the option read_only, and of a session's transactions. */
    private static final Set<Integer> OF_READERS = Set.of(0, 1290, 1792, 1836);

    /** One is required, or would be given while there is a column of its name. */
    private static final Set<Integer> WITHOUT_KEY = Set.of(3750, 4108);

    private static final String KEY = "fk_key";

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
        return new CanonicalSchema(normal, wish.dialect(), wish.names());
    }

    private Table normal(Connection connection, Table wanted) throws SQLException {
        QualifiedName scratch = scratch();
        try (Statement statement = connection.createStatement()) {
            try {
                create(reduced(wanted).withName(scratch), statement);
            } catch (SQLException refused) {
                rethrowOfUser(connection, refused);
                // What the server refuses here it refuses for good: the wish stays as written and its own DDL tells.
                return wanted;
            }
            try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + Identifiers.quote(scratch))) {
                row.next();
                return withZeroDates(
                        wanted, new Definition(settings.plain(row.getString(2))).inWordsOfTheServer(wanted));
            } finally {
                statement.execute("DROP TEMPORARY TABLE " + Identifiers.quote(scratch));
            }
        }
    }

    private static Table withZeroDates(Table wanted, Table normal) {
        return normal.withColumns(normal.columns().stream()
                .map(c -> wanted.column(c.name())
                        .filter(ZeroDates::isDefaultOf)
                        .map(w -> c.withGeneration(w.generation()))
                        .orElse(c))
                .toList());
    }

    @Override
    public Optional<String> refusal(Connection connection, Table wanted) throws SQLException {
        QualifiedName scratch = scratch();
        try (Statement statement = connection.createStatement()) {
            try {
                create(reduced(wanted).withName(scratch), statement);
            } catch (SQLException refused) {
                rethrowOfUser(connection, refused);
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            statement.execute("DROP TEMPORARY TABLE " + Identifiers.quote(scratch));
            return Optional.empty();
        }
    }

    /** With sql_require_primary_key and sql_generate_invisible_primary_key (MySQL) temporary tables, too, have one. */
    private void create(Table table, Statement statement) throws SQLException {
        try {
            statement.execute(new TableSql(settings).createTemporary(table).text());
        } catch (SQLException refused) {
            if (!WITHOUT_KEY.contains(refused.getErrorCode())) {
                throw refused;
            }
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(Column.of(KEY, new DataType.Int(DataType.Int.Size.TINY)).notNull());
            Table keyed = table.withColumns(columns).withPrimaryKey(Optional.of(PrimaryKey.of(KEY)));
            statement.execute(new TableSql(settings).createTemporary(keyed).text());
        }
    }

    /** What would be refused whatever the table is: rights, and connections that only read, which the drivers refuse themselves. */
    private void rethrowOfUser(Connection connection, SQLException refused) throws SQLException {
        if (refused.getErrorCode() == MySqlRights.DATABASE_DENIED) {
            MissingRight right = new MySqlRights(connection, settings.info().defaultSchema()).toCreateTemporaryTables();
            throw new MissingRightException(String.valueOf(refused.getMessage()), right);
        }
        if (OF_READERS.contains(refused.getErrorCode())) {
            throw refused;
        }
    }

    private static QualifiedName scratch() {
        return QualifiedName.of("fk_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static Column reduced(Column column) {
        Generation generation = column.generation();
        boolean ofRows = generation instanceof Generation.Computed computed && SystemTime.is(computed);
        // A default of zeros is refused in strict mode (1067), though a table may have it from other times.
        boolean unneeded = ofRows || generation == Generation.autoIncrement() || ZeroDates.isDefaultOf(column);
        Column plain = unneeded ? column.withGeneration(Generation.none()) : column;
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

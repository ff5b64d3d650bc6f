package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.dialect.Canonicalizer;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.NameRules;
import dev.fk.core.dialect.ObjectReader;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.Obstacles;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.ScratchSpace;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.NameScopes;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** PostgreSQL 15 and newer. */
@API(status = Status.EXPERIMENTAL)
public final class PostgreSqlDialect implements Dialect {
    static final DialectId ID = new DialectId("postgresql");
    private static final NameScopes NAMES = new NameScopes(false, false, true);
    private static final String PRODUCT = "PostgreSQL";
    private static final String SERVER = Resource.text("server.sql");
    private static final Set<ReferentialAction> ACTIONS = Set.of(ReferentialAction.values());

    @Override
    public DialectId id() {
        return ID;
    }

    @Override
    public boolean speaksTo(DatabaseMetaData server) throws SQLException {
        return server.getDatabaseProductName().equals(PRODUCT);
    }

    @Override
    public ServerInfo server(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SERVER)) {
            row.next();
            SessionAnswers.refuseUnlikeUsual(row);
            Options settings =
                    Options.of("encoding", row.getString("encoding")).with("collation", row.getString("collation"));
            return new ServerInfo(
                    ID,
                    PRODUCT,
                    ServerVersion.parse(row.getString("version")),
                    row.getString("database"),
                    row.getString("schema"),
                    settings);
        }
    }

    @Override
    public Capabilities capabilities(ServerVersion version) {
        boolean onDeleteColumns = version.isAtLeast(15, 0);
        return new Capabilities(
                Identifiers.MAX_BYTES,
                Identifiers.MAX_BYTES,
                ACTIONS,
                ACTIONS,
                ReferentialAction.NO_ACTION,
                true,
                onDeleteColumns,
                true,
                true,
                false,
                false,
                false,
                true,
                false,
                false);
    }

    /** In the normal form of PostgreSQL. */
    static CanonicalSchema canonical(Schema schema) {
        return new CanonicalSchema(schema, ID, NAMES);
    }

    @Override
    public Table withUnsaid(Table wanted, Table there) {
        return new Unsaid(there).in(new Wordless(there).in(wanted));
    }

    @Override
    public boolean countsUp(Generation there) {
        return there instanceof Generation.AutoIncrement || Wordless.countsOtherwise(there);
    }

    @Override
    public UnaryOperator<Expression> withoutTypes(Collection<QualifiedName> enums) {
        if (enums.isEmpty()) {
            return UnaryOperator.identity();
        }
        EnumLabels labels = EnumLabels.of(enums);
        return e -> new Expression(labels.without(e.sql()));
    }

    @Override
    public Canonicalizer canonicalizer(ServerInfo server) {
        return new PostgreSqlCanonicalizer(server.defaultSchema());
    }

    @Override
    public ExpressionNormalizer normalizer(ServerInfo server) {
        return new PostgreSqlNormalizer(server);
    }

    @Override
    public Ddl ddl(ServerInfo server) {
        return new PostgreSqlDdl(server.defaultSchema(), canSetExpression(server));
    }

    private static boolean canSetExpression(ServerInfo server) {
        return server.version().isAtLeast(17, 0);
    }

    @Override
    public CatalogReader catalog(ServerInfo server) {
        return new PostgreSqlCatalog(server.version(), server.defaultSchema());
    }

    @Override
    public ObjectReader objects(ServerInfo server) {
        return new PostgreSqlObjects(server.defaultSchema());
    }

    @Override
    public Optional<Onlookers> onlookers(ServerInfo server) {
        return Optional.of(new PostgreSqlOnlookers(server.defaultSchema()));
    }

    @Override
    public Belongings belongings(ServerInfo server) {
        return PostgreSqlBelongings.of(server.version());
    }

    @Override
    public Optional<Obstacles> obstacles(ServerInfo server) {
        return Optional.of(new PostgreSqlObstacles(server.defaultSchema(), canSetExpression(server)));
    }

    @Override
    public ScratchSpace scratch(ServerInfo server) {
        return new ScratchSchema(server.defaultSchema());
    }

    @Override
    public Optional<LockLimit> lockLimit(ServerInfo server) {
        return Optional.of(new LockTimeout());
    }

    @Override
    public AdvisoryLock lock(ServerInfo server) {
        return new PostgreSqlLock();
    }

    @Override
    public Diagnosis diagnosis(ServerInfo server) {
        return new PostgreSqlDiagnosis(server.defaultSchema());
    }

    @Override
    public List<Objection> objections(Table table, Schema reachable, ServerInfo server) {
        return Stream.concat(ForeignKeyObjections.of(table, reachable).stream(), Partitioning.toKeysOf(table).stream())
                .toList();
    }

    @Override
    public List<Objection> objectionsTo(Change change) {
        return change instanceof Change.AlterOptions options
                ? Partitioning.toChanging(options).stream().toList()
                : List.of();
    }

    @Override
    public RowRules rowRules(ServerInfo server) {
        return new PostgreSqlRowRules(server.version());
    }

    @Override
    public IdentifierRules identifiers(ServerInfo server) {
        return IdentifierRules.caseCounts("folds names without quotes to lower case");
    }

    @Override
    public NameRules names(ServerInfo server) {
        return PostgreSqlNames.INSTANCE;
    }

    @Override
    public List<QualifiedName> parents(Table table) {
        return Stream.of(Keys.INHERITS, Keys.PARTITION_OF)
                .map(table.options()::get)
                .flatMap(parents -> Parents.of(parents).stream())
                .toList();
    }

    @Override
    public boolean isPartition(Table table) {
        return table.options().has(Keys.PARTITION_OF);
    }

    @Override
    public ProbeRules probeRules(ServerInfo server) {
        return new PostgreSqlProbeRules(server.defaultSchema());
    }

    @Override
    public Optional<String> incompatibility(Column referencing, Column referenced) {
        return Compatibility.reason(referencing, referenced);
    }
}

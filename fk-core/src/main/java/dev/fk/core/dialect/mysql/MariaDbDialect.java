package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.dialect.Canonicalizer;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.Consent;
import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Examiner;
import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.NameRules;
import dev.fk.core.dialect.ObjectReader;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.ProbeRules;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.ScratchSpace;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.dialect.StatementBlock;
import dev.fk.core.dialect.TableCollation;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** MariaDB 10.11 and newer, through either driver: MySQL but for what {@link Settings#isMariaDb} decides. */
@API(status = Status.INTERNAL)
public final class MariaDbDialect implements Dialect {
    static final DialectId ID = new DialectId("mariadb");

    private final MySqlDialect family = new MySqlDialect();

    @Override
    public DialectId id() {
        return ID;
    }

    @Override
    public boolean speaksTo(DatabaseMetaData server) throws SQLException {
        return MySqlDialect.isMariaDb(server);
    }

    @Override
    public ServerInfo server(Connection connection) throws SQLException {
        return MySqlDialect.server(connection, ID, "MariaDB");
    }

    @Override
    public Capabilities capabilities(ServerVersion version) {
        return MySqlDialect.capabilities(ReferentialAction.RESTRICT, true, false, false);
    }

    @Override
    public String fateOf(ReferentialAction action) {
        return "stores as RESTRICT without a word";
    }

    @Override
    public Canonicalizer canonicalizer(ServerInfo server) {
        return family.canonicalizer(server);
    }

    @Override
    public ExpressionNormalizer normalizer(ServerInfo server) {
        return family.normalizer(server);
    }

    @Override
    public Ddl ddl(ServerInfo server) {
        return family.ddl(server);
    }

    @Override
    public Optional<StatementBlock> block(Connection connection) {
        return Optional.of(new CompoundStatement());
    }

    @Override
    public IdentifierRules identifiers(ServerInfo server) {
        return family.identifiers(server);
    }

    @Override
    public CatalogReader catalog(ServerInfo server) {
        return family.catalog(server);
    }

    @Override
    public ObjectReader objects(ServerInfo server) {
        return family.objects(server);
    }

    @Override
    public Optional<Examiner> examiner(ServerInfo server) {
        return family.examiner(server);
    }

    @Override
    public Optional<Onlookers> onlookers(ServerInfo server) {
        return family.onlookers(server);
    }

    @Override
    public Belongings belongings(ServerInfo server) {
        return family.belongings(server);
    }

    @Override
    public Optional<Consent> consent(ServerInfo server) {
        return Optional.of(new PastConsent(server));
    }

    @Override
    public ScratchSpace scratch(ServerInfo server) {
        return family.scratch(server);
    }

    @Override
    public Optional<LockLimit> lockLimit(ServerInfo server) {
        return Optional.of(new LockWaitTimeout());
    }

    @Override
    public AdvisoryLock lock(ServerInfo server) {
        return family.lock(server);
    }

    @Override
    public Diagnosis diagnosis(ServerInfo server) {
        return family.diagnosis(server);
    }

    @Override
    public RowRules rowRules(ServerInfo server) {
        return family.rowRules(server);
    }

    @Override
    public String withoutIndex(QualifiedName referencing, QualifiedName referenced) {
        return family.withoutIndex(referencing, referenced);
    }

    @Override
    public ProbeRules probeRules(ServerInfo server) {
        return family.probeRules(server);
    }

    @Override
    public NameRules names(ServerInfo server) {
        return MySqlNames.MARIADB;
    }

    @Override
    public Optional<String> incompatibility(Column referencing, Column referenced) {
        return Compatibility.incompatibility(referencing, referenced);
    }

    @Override
    public List<Objection> objections(Table table, Schema reachable, ServerInfo server) {
        return new TableObjections(table, reachable, new Settings(server)).find();
    }

    @Override
    public boolean isUnique(Table table, List<String> columns) {
        return table.isUnique(columns) || SystemTime.isUniqueNow(table, columns);
    }

    @Override
    public Optional<TableCollation> tableCollation(ServerInfo server) {
        return Optional.of(new CollationOfTables(new Settings(server)));
    }

    @Override
    public Column retyped(Column there, DataType type) {
        return Moments.retyped(there, type);
    }

    @Override
    public Table withUnsaid(Table wanted, Table there) {
        return new Unsaid(there).in(new Wordless(there).in(wanted));
    }

    /** What is written with a column gets its new name. */
    @Override
    public List<Objection> objectionsToTaking(Table table, String column, boolean renamed) {
        return renamed ? List.of() : new ColumnUsers(table, column).toDropping();
    }

    @Override
    public List<Objection> objectionsTo(Change change) {
        return SystemTime.objections(change);
    }
}

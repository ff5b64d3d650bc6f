package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.dialect.Canonicalizer;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Examiner;
import dev.fk.core.dialect.ExpressionNormalizer;
import dev.fk.core.dialect.Gaps;
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
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.StatementBlock;
import dev.fk.core.dialect.TableCollation;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DialectId;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0 and newer, through either driver. */
@API(status = Status.INTERNAL)
public final class MySqlDialect implements Dialect {
    static final DialectId ID = new DialectId("mysql");

    /** In UTF-8 a character of the basic plane has up to three bytes, and names have no others. */
    private static final int IDENTIFIER_BYTES = 3 * Identifiers.MAX_CHARACTERS;

    @Override
    public DialectId id() {
        return ID;
    }

    /** MySQL's driver calls MariaDB MySQL too; the version tells them apart. */
    @Override
    public boolean speaksTo(DatabaseMetaData server) throws SQLException {
        return server.getDatabaseProductName().equalsIgnoreCase("MySQL") && !isMariaDb(server);
    }

    static boolean isMariaDb(DatabaseMetaData server) throws SQLException {
        return server.getDatabaseProductName().equalsIgnoreCase("MariaDB")
                || server.getDatabaseProductVersion().toLowerCase(Locale.ROOT).contains("mariadb");
    }

    @Override
    public ServerInfo server(Connection connection) throws SQLException {
        return server(connection, ID, "MySQL");
    }

    static ServerInfo server(Connection connection, DialectId id, String product) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Resource.text("server.sql"))) {
            row.next();
            SessionAnswers.refuseUnlikeUsual(row);
            String name = text(row.getString("name"));
            Options settings = Options.of(Settings.COLLATION, text(row.getString("collation")))
                    .with(Settings.COLLATIONS, text(row.getString("collations")))
                    .with(Settings.SERVER_COLLATION, text(row.getString("server_collation")))
                    .with(Settings.DATABASES, text(row.getString("other_databases")))
                    .with(Settings.SQL_MODE, text(row.getString("sql_mode")))
                    .with(Settings.LOWER_CASE_TABLE_NAMES, text(row.getString("lower_case_table_names")))
                    .with(Settings.PRIVILEGES, row.getInt("privileges_on_all_tables") > 0 ? "all tables" : "")
                    .with(Settings.FOREIGN_KEYS_BY, row.getBoolean("foreign_keys_by_sql") ? "SQL" : "InnoDB");
            return new ServerInfo(id, product, ServerVersion.parse(row.getString("version")), name, name, settings);
        }
    }

    @Override
    public Optional<Gaps> gaps(ServerInfo server) {
        Settings settings = new Settings(server);
        return settings.hasForeignKeysOfSql()
                ? Optional.of((table, key) -> new UncheckedRows(table, key, settings).gap())
                : Optional.empty();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * SET DEFAULT is missing: MySQL 8.0.33 and 9.7.4 accept and report it, then refuse the delete or update like NO
     * ACTION (1451); MariaDB 10.11.18 and 11.8.9 store RESTRICT without a word.
     */
    @Override
    public Capabilities capabilities(ServerVersion version) {
        return capabilities(ReferentialAction.NO_ACTION, false, true, true);
    }

    /**
     * Names of checks: MySQL 8.0.33 and 9.7.4 answer 3822 to that of a check of another table and take that of a foreign key
     * or unique key of the same one, MariaDB 10.11.18 and 11.8.9 take the former and answer 1826 to the latter.
     */
    static Capabilities capabilities(
            ReferentialAction unspecified, boolean sequences, boolean checkNamesPerSchema, boolean checkNamesApart) {
        Set<ReferentialAction> actions = Set.of(
                ReferentialAction.NO_ACTION,
                ReferentialAction.RESTRICT,
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL);
        return new Capabilities(
                IDENTIFIER_BYTES,
                Identifiers.MAX_CHARACTERS,
                actions,
                actions,
                unspecified,
                false,
                false,
                false,
                sequences,
                true,
                true,
                checkNamesPerSchema,
                false,
                checkNamesApart,
                true);
    }

    @Override
    public String fateOf(ReferentialAction action) {
        return "takes and reports, but carries out as NO ACTION: the DELETE or UPDATE fails (1451)";
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
        return GeneratedKey.in(new Wordless(there).in(wanted), there);
    }

    @Override
    public Canonicalizer canonicalizer(ServerInfo server) {
        return new MySqlCanonicalizer(new Settings(server));
    }

    @Override
    public ExpressionNormalizer normalizer(ServerInfo server) {
        return new MySqlNormalizer(new Settings(server));
    }

    @Override
    public Ddl ddl(ServerInfo server) {
        return new MySqlDdl(new Settings(server));
    }

    @Override
    public Optional<StatementBlock> block(Connection connection) throws SQLException {
        return SeveralStatements.over(connection);
    }

    @Override
    public IdentifierRules identifiers(ServerInfo server) {
        return Identifiers.rules(new Settings(server));
    }

    @Override
    public CatalogReader catalog(ServerInfo server) {
        return new MySqlCatalog(new Settings(server));
    }

    /**
     * MySQL never lets go of the index (1553). MariaDB does with foreign_key_checks=0, and then, measured on 10.11.18 and
     * 11.8.9, refuses to delete even rows that nothing references.
     */
    @Override
    public String withoutIndex(QualifiedName referencing, QualifiedName referenced) {
        return "InnoDB refuses every delete in " + referenced + ", of whatever row (1451)";
    }

    @Override
    public ObjectReader objects(ServerInfo server) {
        return new MySqlObjects(new Settings(server));
    }

    @Override
    public Optional<Examiner> examiner(ServerInfo server) {
        return Optional.of(new LabelExaminer(new Settings(server)));
    }

    @Override
    public Optional<Onlookers> onlookers(ServerInfo server) {
        return Optional.of(new MySqlOnlookers(new Settings(server)));
    }

    @Override
    public Belongings belongings(ServerInfo server) {
        return new MySqlBelongings(new Settings(server));
    }

    @Override
    public ScratchSpace scratch(ServerInfo server) {
        return new ScratchDatabase(new Settings(server));
    }

    @Override
    public Optional<LockLimit> lockLimit(ServerInfo server) {
        return Optional.of(new LockWaitTimeout());
    }

    @Override
    public AdvisoryLock lock(ServerInfo server) {
        return new MySqlLock(new Settings(server));
    }

    @Override
    public Diagnosis diagnosis(ServerInfo server) {
        return new MySqlDiagnosis(new Settings(server));
    }

    @Override
    public RowRules rowRules(ServerInfo server) {
        return new MySqlRowRules(new Settings(server));
    }

    @Override
    public ProbeRules probeRules(ServerInfo server) {
        return new MySqlProbeRules(new Settings(server));
    }

    @Override
    public NameRules names(ServerInfo server) {
        return MySqlNames.MYSQL;
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
    public List<Objection> objectionsToAdding(QualifiedName table, Column column) {
        return VaryingDefault.of(table, column);
    }

    @Override
    public Optional<Sql> filling(Table table, Column column) {
        return VaryingDefault.filling(table, column);
    }

    @Override
    public List<Objection> objectionsToTaking(Table table, String column, boolean renamed) {
        ColumnUsers users = new ColumnUsers(table, column);
        return renamed ? users.toRenaming() : users.toDropping();
    }
}

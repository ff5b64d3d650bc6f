package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.ForeignWord;
import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.MissingAccount;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Width;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where to look on MySQL and MariaDB. */
final class MySqlDiagnosis implements Diagnosis {
    private static final String RELATION = "SELECT t.table_type AS kind, v.view_definition AS definition"
            + " FROM information_schema.tables t LEFT JOIN information_schema.views v"
            + " ON v.table_schema = t.table_schema AND v.table_name = t.table_name"
            + " WHERE t.table_schema = ? AND t.table_name = ?";
    private static final Sql READERS = new Sql(Resource.text("readers.sql"));
    private static final String LOCKERS = Resource.text("lockers.sql");

    /** MariaDB shows who has which table to those only who have installed a plugin for it: {@code metadata_lock_info}. */
    private static final String OPEN_TRANSACTIONS = Resource.text("open-transactions.sql");

    /** Without the Performance Schema MySQL 9.7.4 does not say who has which table either. */
    private static final String LOCKS_OR_TRANSACTIONS =
            Resource.text("metadata-locks.sql") + "UNION ALL\n" + OPEN_TRANSACTIONS + "WHERE @@performance_schema = 0";

    /** Without the Performance Schema MySQL 9.7.4 does not say either for whom a statement waits. */
    private static final Sql STANDSTILL = new Sql(Resource.text("mysql-standstill.sql"));

    /** MariaDB 11.8.9 does not say for which of the open transactions a statement waits that wants a table. */
    private static final Sql STANDSTILL_OF_MARIADB = new Sql(Resource.text("mariadb-standstill.sql"));

    private static final Pattern DEFINER = Pattern.compile("'[^']*'@'[^']*'");

    private static final int NO_SUCH_TABLE = 1146;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int ACCESS_DENIED = 1142;

    private final Settings settings;

    MySqlDiagnosis(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Cause> causes(ServerError error) {
        return ErrorCodes.causes(error);
    }

    @Override
    public Optional<MissingAccount> missingAccount(ServerError error) {
        return DEFINER.matcher(error.message())
                .results()
                .findFirst()
                .map(m -> new MissingAccount(
                        "a view, trigger or routine that takes part runs with the rights of its definer " + m.group()
                                + ", and this server has no such user",
                        "Create the user, with the rights that it needs, or make the view, trigger or routine anew without"
                                + " DEFINER: then it is yours.",
                        List.of()));
    }

    @Override
    public Optional<Objection> keptFromAltering(Table there) {
        return new ZeroDates(settings).objection(there);
    }

    @Override
    public Optional<Objection> keptFromWriting(ServerError error) {
        return new ZeroDates(settings).objection(error);
    }

    @Override
    public List<Sql> leniency() {
        return ZeroDates.leniency();
    }

    @Override
    public Lexis lexis() {
        return new Lexis(settings.ansiQuotes() ? "`\"" : "`", false, true, settings.backslashEscapes(), true, false);
    }

    @Override
    public String quote(String name) {
        return Identifiers.quote(name);
    }

    @Override
    public String quote(QualifiedName name) {
        return Identifiers.quote(name);
    }

    @Override
    public DataType type(String sql) {
        return sql.strip().equalsIgnoreCase("serial")
                ? new DataType.Int(DataType.Int.Size.BIG, true, false)
                : ColumnTypes.parse(sql);
    }

    @Override
    public String sql(DataType type) {
        return type.accept(new TypeSql(new Quoting(settings.backslashEscapes())));
    }

    @Override
    public Optional<String> collation(Column column, Table table) {
        return CanonicalType.isText(column.type())
                ? Optional.of(column.collation()
                        .orElseGet(() -> TableOptions.collation(table.name(), table.options(), settings)))
                : Optional.empty();
    }

    @Override
    public Optional<Width> width(Column column, Table table) {
        return new WidthOfColumn(table, settings).of(column);
    }

    @Override
    public boolean columnsTakeForeignKeysAlong() {
        return false;
    }

    /** MySQL 9.7.4 and MariaDB 11.8.9, in CREATE TABLE and ALTER TABLE, whatever the database of the connection. */
    @Override
    public boolean referencesBesideChild() {
        return true;
    }

    @Override
    public boolean schemasAreDatabases() {
        return true;
    }

    /** MySQL 9.7.4 does; MySQL 8.0.33 (1239) and MariaDB 11.8.9 (1005, errno 150) refuse it. */
    @Override
    public boolean impliesPrimaryKey() {
        return !settings.isMariaDb() && settings.info().version().isAtLeast(9, 0);
    }

    /** Both servers show a table to users who have some privilege on it, and to nobody else. */
    @Override
    public Optional<MissingRight> toSee(Connection connection, Collection<QualifiedName> absent) throws SQLException {
        boolean known = settings.seesAllTables()
                && absent.stream().allMatch(t -> t.schema().isEmpty());
        return known
                ? Optional.empty()
                : new MySqlRights(connection, settings.info().defaultSchema()).toSee(absent);
    }

    @Override
    public Optional<MissingRight> toSeeAll(Connection connection) throws SQLException {
        return settings.seesAllTables()
                ? Optional.empty()
                : new MySqlRights(connection, settings.info().defaultSchema()).toSeeAll();
    }

    @Override
    public Optional<MissingRight> toSeeTriggers(Connection connection, QualifiedName table) throws SQLException {
        return new MySqlRights(connection, settings.info().defaultSchema()).toSeeTriggers(table);
    }

    @Override
    public Optional<Sql> triggersOn(QualifiedName table) {
        Quoting quoting = new Quoting(settings.backslashEscapes());
        return Optional.of(
                new Sql("SELECT trigger_name, CONCAT(action_timing, ' ', event_manipulation), action_statement"
                        + " FROM information_schema.triggers WHERE event_object_schema = "
                        + quoting.literal(table.schema().orElse(settings.info().database()))
                        + " AND event_object_table = "
                        + quoting.literal(table.name()) + " ORDER BY event_manipulation, action_timing, action_order"));
    }

    @Override
    public Optional<Sql> types() {
        return Optional.of(Vocabulary.types(settings.isMariaDb()));
    }

    @Override
    public Optional<String> typeOfOthers(String name) {
        return Vocabulary.typeOfOthers(name, settings.isMariaDb());
    }

    @Override
    public List<ForeignWord> foreignWords() {
        return ForeignWords.ALL;
    }

    @Override
    public Optional<Sql> functions() {
        return Optional.of(new Sql(
                "SELECT routine_schema, routine_name, CASE WHEN routine_schema = DATABASE() THEN 't' ELSE 'f' END,"
                        + " '' FROM information_schema.routines WHERE routine_type = 'FUNCTION' AND routine_schema NOT IN ('sys', 'mysql')"
                        + " ORDER BY 1, 2"));
    }

    @Override
    public Optional<String> functionOfOthers(String name) {
        return Vocabulary.functionOfOthers(name);
    }

    @Override
    public Optional<Sql> collations() {
        return Optional.of(new Sql("SHOW COLLATION"));
    }

    @Override
    public Optional<Sql> engines() {
        return Optional.of(new Sql("SHOW ENGINES"));
    }

    /** MySQL 8.0.33 makes none; MySQL 9.7.4, MariaDB 10.11.18 and 11.8.9 do. */
    @Override
    public Optional<String> passesOver() {
        return settings.isMariaDb() || settings.info().version().isAtLeast(9, 0)
                ? Optional.empty()
                : Optional.of("before 9.0 it passes over REFERENCES that stands behind a column");
    }

    @Override
    public Sql readers() {
        return READERS;
    }

    @Override
    public Optional<Sql> lockers(List<QualifiedName> tables) {
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Quoting quoting = new Quoting(settings.backslashEscapes());
        String names = tables.stream()
                .map(t ->
                        "(" + quoting.literal(t.schema().orElse(settings.info().database())) + ", "
                                + quoting.literal(t.name()) + ")")
                .collect(Collectors.joining(", "));
        String lockers = settings.isMariaDb() ? OPEN_TRANSACTIONS : LOCKS_OR_TRANSACTIONS;
        return Optional.of(new Sql(LOCKERS.replace("${lockers}", lockers).replace("${tables}", names)));
    }

    /** Timeout, deadlock (both), NOWAIT of MySQL (9.7.4); that of MariaDB is a timeout (11.8.9). */
    @Override
    public boolean isLockConflict(ServerError error) {
        return error.code() == 1205 || error.code() == 1213 || error.code() == 3572;
    }

    @Override
    public Sql standstill() {
        return settings.isMariaDb() ? STANDSTILL_OF_MARIADB : STANDSTILL;
    }

    @Override
    public Optional<Relation> relation(Connection connection, QualifiedName name) throws SQLException {
        boolean temporary = isTemporary(connection, name);
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setString(1, name.schema().orElse(settings.info().defaultSchema()));
            statement.setString(2, name.name());
            try (ResultSet row = statement.executeQuery()) {
                if (temporary) {
                    return Optional.of(new Relation(Relation.Kind.TEMPORARY_TABLE, ""));
                }
                return row.next()
                        ? Optional.of(relation(row.getString("kind"), row.getString("definition")))
                        : Optional.empty();
            }
        }
    }

    private static Relation relation(String kind, @Nullable String definition) {
        Relation.Kind known =
                switch (kind.toUpperCase(Locale.ROOT)) {
                    case "BASE TABLE", "SYSTEM VERSIONED" -> Relation.Kind.TABLE;
                    case "VIEW" -> Relation.Kind.VIEW;
                    default -> Relation.Kind.OTHER;
                };
        return new Relation(known, definition == null ? "" : definition);
    }

    /** Only SHOW CREATE TABLE sees temporary tables on every server: information_schema has those of MariaDB 11.2 alone. */
    private static boolean isTemporary(Connection connection, QualifiedName name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + Identifiers.quote(name))) {
            return row.next() && row.getString(2).startsWith("CREATE TEMPORARY");
        } catch (SQLException e) {
            int code = e.getErrorCode();
            if (code == NO_SUCH_TABLE || code == UNKNOWN_DATABASE || code == ACCESS_DENIED) {
                return false;
            }
            throw e;
        }
    }

    /** Nobody who misses a table {@code user} means that of the server, and a table of another database may be anybody's. */
    @Override
    public String schemasOfTable() {
        return "SELECT table_schema FROM information_schema.tables WHERE table_name = ? AND table_type = 'BASE TABLE'"
                + " AND table_schema NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema') ORDER BY table_schema";
    }

    @Override
    public Sql views() {
        return new Sql("SELECT table_schema, table_name FROM information_schema.views"
                + " WHERE table_schema NOT IN ('mysql', 'sys', 'performance_schema') ORDER BY 1, 2");
    }

    @Override
    public Sql schemas() {
        return new Sql("SELECT schema_name FROM information_schema.schemata"
                + " WHERE schema_name NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema') ORDER BY 1");
    }

    @Override
    public String schemaNamed() {
        return "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
    }

    @Override
    public List<MissingRight> missingRights(Connection connection, ServerError error, List<Access> accesses)
            throws SQLException {
        return new MySqlRights(connection, settings.info().defaultSchema()).missing(error, accesses);
    }
}

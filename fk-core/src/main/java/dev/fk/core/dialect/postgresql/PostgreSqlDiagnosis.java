package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Access;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.ForeignWord;
import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.MissingAccount;
import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.ReplicaIdentity;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Used;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where to look on PostgreSQL. */
final class PostgreSqlDiagnosis implements Diagnosis {
    /** DISABLE TRIGGER ALL takes those along by which PostgreSQL looks after foreign keys, on either table. */
    private static final Sql SWITCHED_OFF =
            new Sql("SELECT DISTINCT format('%s has the foreign key %s, but the triggers"
                    + " of %s by which it is looked after are disabled', k.conrelid::regclass, k.conname, t.tgrelid::regclass)"
                    + " AS fact, format('ALTER TABLE %s ENABLE TRIGGER ALL', t.tgrelid::regclass) AS fix"
                    + " FROM pg_constraint k JOIN pg_trigger t ON t.tgconstraint = k.oid"
                    + " WHERE k.contype = 'f' AND t.tgenabled IN ('D', 'R') ORDER BY 1");

    private static final String REPLICA_IDENTITY = "SELECT i.relname, a.attname FROM pg_index x"
            + " JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid AND t.relreplident = 'i'"
            + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (x.indkey::smallint[])"
            + " WHERE x.indisreplident AND t.oid = to_regclass(?)";

    /** SQLSTATEs as PostgreSQL 15 and 18 give them for statements about tables and foreign keys. */
    private static final Map<String, Set<Cause>> CAUSES = Map.ofEntries(
            Map.entry(
                    "0A000",
                    Set.of(
                            Cause.TABLE_REFERENCED,
                            Cause.COMPUTED_COLUMN,
                            Cause.USED_BY_COMPUTED_COLUMN,
                            Cause.USED_BY_VIEW,
                            Cause.IN_USE,
                            Cause.TABLE_NOT_POSSIBLE)),
            Map.entry("22001", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("22003", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("22007", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("22008", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("22P02", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("23514", Set.of(Cause.CHECK_VIOLATED)),
            Map.entry("25001", Set.of(Cause.IN_TRANSACTION)),
            Map.entry("25006", Set.of(Cause.READ_ONLY)),
            Map.entry(
                    "2BP01",
                    Set.of(
                            Cause.TABLE_REFERENCED,
                            Cause.KEY_REFERENCED,
                            Cause.COLUMN_IN_FOREIGN_KEY,
                            Cause.USED_BY_VIEW,
                            Cause.USED_BY_COMPUTED_COLUMN,
                            Cause.IN_USE)),
            Map.entry("3F000", Set.of(Cause.SCHEMA_MISSING, Cause.PERMISSION_DENIED)),
            Map.entry("428C9", Set.of(Cause.COLUMN_NOT_WRITABLE)),
            Map.entry("42703", Set.of(Cause.COLUMN_MISSING, Cause.PARENT_COLUMN_MISSING)),
            // the last: of a table that is referenced without saying which columns, and has no primary key
            Map.entry(
                    "42704",
                    Set.of(
                            Cause.CONSTRAINT_MISSING,
                            Cause.ACCOUNT_MISSING,
                            Cause.COLUMN_COUNT_DIFFERS,
                            Cause.TYPE_MISSING,
                            Cause.EXTENSION_MISSING)),
            Map.entry(
                    "42804",
                    Set.of(Cause.TYPE_DIFFERS, Cause.COLUMN_IN_FOREIGN_KEY, Cause.CAST_MISSING, Cause.PART_UNFIT)),
            Map.entry(
                    "42809",
                    Set.of(
                            Cause.PARENT_IS_VIEW,
                            Cause.PARENT_IS_NOT_PERMANENT,
                            Cause.TABLE_MISSING,
                            Cause.PART_UNFIT,
                            // an index that a key is to be made of
                            Cause.TABLE_NOT_POSSIBLE)),
            Map.entry("42830", Set.of(Cause.PARENT_NOT_UNIQUE, Cause.COLUMN_COUNT_DIFFERS, Cause.NAME_TAKEN)),
            Map.entry(
                    "42883",
                    Set.of(
                            Cause.TYPE_DIFFERS,
                            Cause.COLUMN_IN_FOREIGN_KEY,
                            Cause.FUNCTION_MISSING,
                            Cause.EXTENSION_MISSING)),
            Map.entry(
                    "42P01",
                    Set.of(
                            Cause.PARENT_TABLE_MISSING,
                            Cause.PARENT_IN_OTHER_SCHEMA,
                            Cause.TABLE_MISSING,
                            Cause.SCHEMA_MISSING,
                            // an index that ALTER INDEX names
                            Cause.CONSTRAINT_MISSING,
                            Cause.PERMISSION_DENIED)),
            Map.entry("42P10", Set.of(Cause.KEY_MISSING)),
            Map.entry(
                    "42P16",
                    Set.of(
                            Cause.CHILD_IS_TEMPORARY,
                            Cause.PARENT_IS_NOT_PERMANENT,
                            Cause.SECOND_PRIMARY_KEY,
                            Cause.INHERITED,
                            Cause.USED_BY_VIEW,
                            Cause.PART_UNFIT)),
            Map.entry("42P17", Set.of(Cause.PART_UNFIT)),
            // Mostly syntax errors; among them an action that would set a generated column.
            Map.entry("42601", Set.of(Cause.COMPUTED_COLUMN, Cause.RESERVED_WORD, Cause.NOT_SUPPORTED)),
            Map.entry("42701", Set.of(Cause.NAME_TAKEN)),
            Map.entry("42710", Set.of(Cause.NAME_TAKEN)),
            Map.entry("42P06", Set.of(Cause.NAME_TAKEN)),
            Map.entry("42P07", Set.of(Cause.NAME_TAKEN)),
            Map.entry("42501", Set.of(Cause.PERMISSION_DENIED)),
            Map.entry("55000", Set.of(Cause.PARENT_KEY_DEFERRABLE, Cause.TABLE_NOT_POSSIBLE)),
            Map.entry("54000", Set.of(Cause.VALUES_UNFIT)),
            Map.entry("54011", Set.of(Cause.TABLE_NOT_POSSIBLE)),
            Map.entry("55006", Set.of(Cause.BUSY_IN_SESSION)),
            Map.entry("55P03", Set.of(Cause.LOCKED)),
            Map.entry("23001", Set.of(Cause.ROWS_REFERENCED)),
            Map.entry("23502", Set.of(Cause.NULLS, Cause.SET_NULL_ON_NOT_NULL)),
            Map.entry("23503", Set.of(Cause.ORPHANS, Cause.PARTLY_NULL, Cause.ROWS_REFERENCED)),
            Map.entry("23P01", Set.of(Cause.DUPLICATES)),
            Map.entry("23505", Set.of(Cause.DUPLICATES, Cause.GENERATOR_BEHIND)));

    /** {@code FirstNormalObjectId}: what the server made for itself has numbers below (src/include/access/transam.h). */
    private static final int USERS_FIRST = 16384;

    private static final String LOCKERS = Resource.text("lockers.sql");
    private static final Sql READERS = new Sql(Resource.text("readers.sql"));
    private static final Sql FUNCTIONS = new Sql("SELECT n.nspname, p.proname, pg_function_is_visible(p.oid),"
            + " pg_get_function_identity_arguments(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            + " WHERE p.prokind <> 'p' AND n.nspname <> 'information_schema' ORDER BY 1, 2, 4");
    private static final Sql TYPES = new Sql(Resource.text("types.sql"));
    private static final Sql STANDSTILL = new Sql(Resource.text("standstill.sql"));
    private static final String USERS_OF = Resource.text("users-of.sql");
    private static final String USED_OF_TABLE = Resource.text("used-of-table.sql");
    private static final String VIEWS = Resource.text("views-on.sql");

    /** Where in its source PostgreSQL 15 and 18 look for roles. */
    private static final String ROLES = "acl.c";

    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");

    private static final String RELATION = "SELECT relkind, relpersistence,"
            + " CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END"
            + " FROM pg_class WHERE oid = to_regclass(?)";

    private final String defaultSchema;

    PostgreSqlDiagnosis(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    @Override
    public Set<Cause> causes(ServerError error) {
        return CAUSES.getOrDefault(error.state(), Set.of());
    }

    @Override
    public Optional<MissingAccount> missingAccount(ServerError error) {
        Optional<String> role = error.fields().file().equals(ROLES)
                ? error.quoted().stream().findFirst()
                : MISSING_ROLE
                        .matcher(error.message())
                        .results()
                        .map(m -> m.group(1))
                        .findFirst();
        return role.map(name -> new MissingAccount(
                "this server has no role " + name,
                "Create it, or leave the statement out; pg_dump writes none of its kind with --no-owner"
                        + " --no-privileges.",
                List.of(new Sql("CREATE ROLE " + quote(name)))));
    }

    @Override
    public Lexis lexis() {
        return new Lexis("\"", true, false, false, false, true);
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
        return WrittenType.of(sql);
    }

    @Override
    public String sql(DataType type) {
        return TypeSql.of(type);
    }

    /** Collations make a difference only where they are nondeterministic, which the catalog is not read for. */
    @Override
    public Optional<String> collation(Column column, Table table) {
        return Optional.empty();
    }

    @Override
    public boolean columnsTakeForeignKeysAlong() {
        return true;
    }

    @Override
    public boolean impliesPrimaryKey() {
        return true;
    }

    @Override
    public Optional<Sql> switchedOff() {
        return Optional.of(SWITCHED_OFF);
    }

    @Override
    public Optional<ReplicaIdentity> replicaIdentity(Connection connection, QualifiedName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REPLICA_IDENTITY)) {
            statement.setString(1, Identifiers.quote(table));
            try (ResultSet row = statement.executeQuery()) {
                String index = "";
                List<String> columns = new ArrayList<>();
                while (row.next()) {
                    index = row.getString(1);
                    columns.add(row.getString(2));
                }
                return columns.isEmpty() ? Optional.empty() : Optional.of(new ReplicaIdentity(index, columns));
            }
        }
    }

    @Override
    public Optional<Relation> relation(Connection connection, QualifiedName name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setString(1, Identifiers.quote(name));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(relation(row.getString(1) + row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** @param kind relkind and relpersistence */
    private static Relation relation(String kind, @Nullable String definition) {
        Relation.Kind known =
                switch (kind) {
                    case "rp", "pp" -> Relation.Kind.TABLE;
                    case "rt", "pt" -> Relation.Kind.TEMPORARY_TABLE;
                    case "ru" -> Relation.Kind.UNLOGGED_TABLE;
                    case "vp", "vt" -> Relation.Kind.VIEW;
                    case "mp", "mu" -> Relation.Kind.MATERIALIZED_VIEW;
                    default -> Relation.Kind.OTHER;
                };
        return new Relation(known, definition == null ? "" : definition);
    }

    @Override
    public String schemasOfTable() {
        return "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = ?"
                + " AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'"
                + " AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1";
    }

    @Override
    public Sql views() {
        return new Sql(
                "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2");
    }

    @Override
    public Sql schemas() {
        return new Sql("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                + " AND nspname <> 'information_schema' ORDER BY 1");
    }

    @Override
    public String schemaNamed() {
        return "SELECT 1 FROM pg_namespace WHERE nspname = ?";
    }

    @Override
    public Sql readers() {
        return READERS;
    }

    /** Reading waits for ACCESS EXCLUSIVE only; what changes a table, for whoever has used it. */
    @Override
    public Optional<Sql> lockers(List<QualifiedName> tables) {
        String kept = tables.isEmpty()
                ? "l.mode = 'AccessExclusiveLock' and c.oid is not null"
                : tables.stream()
                        .map(t -> "to_regclass(" + SqlText.literal(Identifiers.quote(t)) + ")")
                        .collect(Collectors.joining(", ", "l.relation IN (", ")"));
        return Optional.of(new Sql(LOCKERS.replace("${kept}", kept)));
    }

    /** Nothing is known of a transaction's changes but the locks they take (15 and 18: ADD FOREIGN KEY the second, CREATE INDEX the third). */
    @Override
    public Optional<Sql> uncommitted() {
        return Optional.of(new Sql(LOCKERS.replace(
                "${kept}",
                "l.mode in ('AccessExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock') and l.relation >= "
                        + USERS_FIRST)));
    }

    /** NOWAIT and lock_timeout, deadlock (18). */
    @Override
    public boolean isLockConflict(ServerError error) {
        return error.state().equals("55P03") || error.state().equals("40P01");
    }

    @Override
    public Sql standstill() {
        return STANDSTILL;
    }

    @Override
    public Optional<Sql> viewsOn(QualifiedName table, Optional<String> column) {
        String name = SqlText.literal(Identifiers.quote(table));
        String used = column.map(c -> "d.refobjsubid = (SELECT attnum FROM pg_attribute WHERE attrelid = " + name
                        + "::regclass AND attname = " + SqlText.literal(c) + ")")
                .orElse("true");
        return Optional.of(new Sql(VIEWS.replace("${table}", name).replace("${column}", used)));
    }

    @Override
    public Optional<Sql> generatorBehind(QualifiedName table, String column) {
        String sequence = "pg_get_serial_sequence(" + SqlText.literal(Identifiers.quote(table)) + ", "
                + SqlText.literal(column) + ")";
        return Optional.of(new Sql("SELECT COALESCE(q.last_value, 0), m.highest, format('SELECT setval(%L, %s)', "
                + sequence + ", m.highest) FROM (SELECT max(" + Identifiers.quote(column)
                + ")::bigint AS highest FROM " + Identifiers.quote(table) + ") m JOIN pg_sequences q ON format('%I.%I',"
                + " q.schemaname, q.sequencename)::regclass = " + sequence + "::regclass"
                + " WHERE q.increment_by > 0 AND COALESCE(q.last_value, 0) < m.highest"));
    }

    @Override
    public Optional<Sql> rulesOfDomain(QualifiedName domain) {
        return Optional.of(
                new Sql("SELECT conname || ': ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contypid ="
                        + " to_regtype(" + SqlText.literal(Identifiers.quote(domain))
                        + ") AND contype = 'c' ORDER BY 1"));
    }

    @Override
    public Optional<Sql> types() {
        return Optional.of(TYPES);
    }

    @Override
    public Optional<String> typeOfOthers(String name) {
        return OtherTypes.here(name);
    }

    @Override
    public Optional<Sql> functions() {
        return Optional.of(FUNCTIONS);
    }

    @Override
    public Optional<String> functionOfOthers(String name) {
        return OtherFunctions.here(name);
    }

    @Override
    public Optional<String> extensionOf(String name) {
        return Extensions.bringing(name);
    }

    @Override
    public Collection<String> typesOfExtensions() {
        return Extensions.types();
    }

    @Override
    public Optional<Sql> extensionAvailable(String name) {
        return Optional.of(new Sql("SELECT name FROM pg_available_extensions WHERE name = " + SqlText.literal(name)));
    }

    @Override
    public List<ForeignWord> foreignWords() {
        return ForeignWords.ALL;
    }

    @Override
    public Optional<String> overriding() {
        return Optional.of("OVERRIDING SYSTEM VALUE");
    }

    @Override
    public Optional<Sql> usersOf(Used kind, QualifiedName name, Optional<String> column) {
        String quoted = SqlText.literal(Identifiers.quote(name));
        return target(kind, quoted, column).map(target -> new Sql(USERS_OF.replace("${target}", target)));
    }

    private static Optional<String> target(Used kind, String quoted, Optional<String> column) {
        return switch (kind) {
            case COLUMN ->
                column.map(c -> "SELECT 'pg_class'::regclass, attrelid, attnum::int FROM pg_attribute WHERE attrelid = "
                        + quoted + "::regclass AND attname = " + SqlText.literal(c));
            case TABLE -> Optional.of(USED_OF_TABLE.replace("${table}", "to_regclass(" + quoted + ")"));
            case TYPE ->
                Optional.of("SELECT 'pg_type'::regclass, unnest(ARRAY[oid, typarray]), 0 FROM pg_type"
                        + " WHERE oid = to_regtype(" + quoted + ")");
            case SEQUENCE -> Optional.of("SELECT 'pg_class'::regclass, to_regclass(" + quoted + ")::oid, 0");
            case FUNCTION -> Optional.of("SELECT 'pg_proc'::regclass, to_regproc(" + quoted + ")::oid, 0");
            case EXTENSION ->
                Optional.of("SELECT classid::regclass, objid, 0 FROM pg_depend WHERE deptype = 'e' AND refobjid ="
                        + " (SELECT oid FROM pg_extension WHERE quote_ident(extname) = " + quoted
                        + " OR '\"' || extname || '\"' = " + quoted + ")");
            case SCHEMA -> Optional.of("SELECT 'pg_namespace'::regclass, to_regnamespace(" + quoted + ")::oid, 0");
        };
    }

    @Override
    public List<MissingRight> missingRights(Connection connection, ServerError error, List<Access> accesses)
            throws SQLException {
        return new PostgreSqlRights(connection, defaultSchema).missing(error, accesses);
    }

    @Override
    public Optional<MissingRight> toSeeRows(Connection connection, Collection<QualifiedName> tables)
            throws SQLException {
        return new PostgreSqlRights(connection, defaultSchema).toSeeRows(tables);
    }
}

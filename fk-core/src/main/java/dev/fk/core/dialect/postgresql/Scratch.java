package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Copies of tables that hold nothing but expressions, each constraint named by its place in the wish. */
final class Scratch {
    private static final String PREFIX = "fk_scratch_";
    private static final String TEMPORARY = "pg_temp";
    private static final String ENUM = Resource.text("scratch-enum.sql").strip();

    private final Map<Table, Table> copies = new LinkedHashMap<>();
    private final Map<Optional<String>, String> schemas = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private String temporary = "";

    private Scratch() {}

    static Scratch inSchemas(Schema wish, List<Table> tables) {
        Scratch scratch = new Scratch();
        for (Table table : tables) {
            scratch.schemas.computeIfAbsent(table.name().schema(), s -> PREFIX + scratch.schemas.size());
        }
        scratch.schemas.values().forEach(s -> scratch.statements.add("CREATE SCHEMA " + Identifiers.quote(s)));
        return scratch.with(wish, tables);
    }

    /** Of one schema. Unless it is told otherwise the server looks for types among temporary tables first. */
    static Scratch temporary(Schema wish, List<Table> tables) {
        Scratch scratch = new Scratch();
        tables.forEach(t -> scratch.schemas.put(t.name().schema(), TEMPORARY));
        scratch.statements.add("SELECT set_config('search_path', concat_ws(', ', nullif(current_setting('search_path'),"
                + " ''), '" + TEMPORARY + "'), true)");
        return scratch.with(wish, tables);
    }

    private Scratch with(Schema wish, List<Table> tables) {
        wish.enums().values().stream()
                .filter(e -> tables.stream().anyMatch(t -> uses(t, e.name())))
                .forEach(e -> statements.add(create(e)));
        for (Table table : tables) {
            Table copy = copy(table);
            copies.put(table, copy);
            statements.addAll(TableSql.create(copy));
        }
        return this;
    }

    List<String> statements() {
        return statements;
    }

    /** By their names in the catalog. */
    Set<String> schemas(Connection connection) throws SQLException {
        if (!schemas.containsValue(TEMPORARY)) {
            return Set.copyOf(schemas.values());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()")) {
            row.next();
            temporary = row.getString(1);
            return Set.of(temporary);
        }
    }

    /** The schema with the tables in the server's words. */
    Schema normal(Schema wish, Schema seen) {
        Schema normal = wish;
        for (Table table : copies.keySet()) {
            normal = normal.with(normal(table, seen));
        }
        return normal;
    }

    private static boolean uses(Table table, QualifiedName type) {
        return table.columns().stream().map(Column::type).anyMatch(t -> isOrHolds(t, type));
    }

    private static boolean isOrHolds(DataType type, QualifiedName name) {
        return (type instanceof DataType.Named named && named.name().equals(name))
                || (type instanceof DataType.Array array && isOrHolds(array.element(), name));
    }

    /** In its real place, so that casts to it are written as they will be; one with other labels gives way. */
    private static String create(EnumDefinition definition) {
        String type = Identifiers.quote(definition.name());
        return ENUM.replace("${name}", SqlText.literal(type))
                .replace("${type}", type)
                .replace(
                        "${aside}",
                        Identifiers.quote(
                                Identifiers.shorten(PREFIX + definition.name().name())))
                .replace("${labels}", EnumSql.labels(definition.labels()));
    }

    private Table copy(Table table) {
        String schema = schemas.getOrDefault(table.name().schema(), PREFIX);
        int number = copies.size();
        return Table.of(
                        QualifiedName.of(schema, table.name().name()),
                        table.columns().stream().map(Scratch::copy).toList())
                .withIndexes(IntStream.range(0, table.indexes().size())
                        .mapToObj(i -> copy(table.indexes().get(i)).withName(label(number, i)))
                        .toList())
                .withChecks(IntStream.range(0, table.checks().size())
                        .mapToObj(i -> table.checks().get(i).withName(label(number, i)))
                        .toList())
                .withExclusions(IntStream.range(0, table.exclusions().size())
                        .mapToObj(i -> table.exclusions().get(i).withName(exclusionLabel(number, i)))
                        .toList());
    }

    private static Optional<String> label(int table, int position) {
        return Optional.of(PREFIX + table + "_" + position);
    }

    /** Exclusion constraints share the names of indexes. */
    private static Optional<String> exclusionLabel(int table, int position) {
        return Optional.of(PREFIX + table + "_x" + position);
    }

    private static Column copy(Column column) {
        boolean expression =
                column.generation() instanceof Generation.Default || column.generation() instanceof Generation.Computed;
        return Column.of(column.name(), column.type())
                .withCollation(column.collation())
                .withGeneration(expression ? column.generation() : Generation.none());
    }

    private static Index copy(Index index) {
        Options options = index.options().without(Keys.TABLESPACE);
        return new Index(index.name(), index.parts(), index.unique(), index.method(), index.where(), options);
    }

    /** The table with everything the server has other words for replaced by those. */
    private Table normal(Table table, Schema seen) {
        Table copy = copies.getOrDefault(table, table);
        Table there = seen.table(inCatalog(copy.name()))
                .orElseThrow(() -> new IllegalStateException("PostgreSQL created " + copy.name()
                        + " but does not list it; is a row-level or event trigger removing tables?"));
        return table.withColumns(table.columns().stream()
                        .map(c -> normal(c, there.column(c.name()).orElse(c)))
                        .toList())
                .withIndexes(IntStream.range(0, table.indexes().size())
                        .mapToObj(i ->
                                normal(table.indexes().get(i), copy.indexes().get(i), there))
                        .toList())
                .withChecks(IntStream.range(0, table.checks().size())
                        .mapToObj(
                                i -> normal(table.checks().get(i), copy.checks().get(i), there))
                        .toList())
                .withExclusions(IntStream.range(0, table.exclusions().size())
                        .mapToObj(i -> normal(
                                table.exclusions().get(i), copy.exclusions().get(i), there))
                        .toList());
    }

    private QualifiedName inCatalog(QualifiedName copy) {
        return temporary.isEmpty() ? copy : QualifiedName.of(temporary, copy.name());
    }

    private Column normal(Column wanted, Column seen) {
        boolean expression =
                wanted.generation() instanceof Generation.Default || wanted.generation() instanceof Generation.Computed;
        // Where the real place is out of reach, a type of it was created beside the tables.
        boolean beside = seen.type() instanceof DataType.Named named
                && named.name().schema().filter(temporary::equals).isPresent();
        return wanted.withType(beside ? wanted.type() : seen.type())
                .withGeneration(expression ? seen.generation() : wanted.generation());
    }

    private static Index normal(Index wanted, Index copy, Table there) {
        return there.indexes().stream()
                .filter(i -> i.name().equals(copy.name()))
                .findFirst()
                .map(i -> new Index(
                        wanted.name(), i.parts(), wanted.unique(), wanted.method(), i.where(), wanted.options()))
                .orElse(wanted);
    }

    private static Check normal(Check wanted, Check copy, Table there) {
        return there.checks().stream()
                .filter(c -> c.name().equals(copy.name()))
                .findFirst()
                .map(c -> new Check(wanted.name(), c.expression(), wanted.enforcement(), wanted.options()))
                .orElse(wanted);
    }

    private static Exclusion normal(Exclusion wanted, Exclusion copy, Table there) {
        return there.exclusions().stream()
                .filter(x -> x.name().equals(copy.name()))
                .findFirst()
                .map(x -> x.withName(wanted.name()))
                .orElse(wanted);
    }
}

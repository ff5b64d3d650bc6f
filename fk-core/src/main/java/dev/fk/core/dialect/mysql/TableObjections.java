package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the family refuses, or takes and does not carry out, about one table. */
final class TableObjections {
    private final Table table;
    private final Schema reachable;
    private final Settings settings;
    private final List<Objection> objections = new ArrayList<>();

    TableObjections(Table table, Schema reachable, Settings settings) {
        this.table = table;
        this.reachable = reachable;
        this.settings = settings;
    }

    List<Objection> find() {
        if (table.columns().isEmpty()) { // 1090, and for a new table 4028 (MySQL 9.7.4) or 1113 (MariaDB 11.8.9)
            object(
                    "FK232",
                    List.of(),
                    table.name() + " would have no column, which " + settings.info() + " refuses",
                    "Drop the table, or let another column come in the same step.");
        }
        names();
        counters();
        table.columns().forEach(this::type);
        objections.addAll(new LabelObjections(table, settings).find());
        table.indexes().forEach(this::index);
        keysOverText();
        table.options().get(TableOptions.PARTITION_BY).ifPresent(this::keysAcrossPartitions);
        table.exclusions()
                .forEach(e -> object(
                        "FK225",
                        List.of(),
                        table.name() + " has an exclusion constraint, which only PostgreSQL knows",
                        "Leave it out for this server."));
        for (ForeignKey key : table.foreignKeys()) {
            objections.addAll(new ForeignKeyObjections(table, key, reachable, settings).find());
        }
        return objections;
    }

    /** Names of constraints are shortened; those of tables and columns are the user's to say. */
    private void names() {
        ownName(table.name().name());
        table.columns().forEach(c -> ownName(c.name()));
        Set<String> names = new LinkedHashSet<>();
        names.add(table.name().name());
        table.columns().forEach(c -> names.add(c.name()));
        table.constraints().forEach(c -> c.name().ifPresent(names::add));
        names.forEach(this::characters);
    }

    private void ownName(String name) {
        if (!Identifiers.fits(name)) {
            object(
                    "FK221",
                    List.of(),
                    "The name " + name + " of or in " + table.name() + " has "
                            + name.codePointCount(0, name.length()) + " characters; " + settings.info() + " takes "
                            + Identifiers.MAX_CHARACTERS,
                    "Choose a shorter name.");
        }
        if (name.endsWith(" ")) {
            object(
                    "FK227",
                    List.of(),
                    "The name \"" + name + "\" of or in " + table.name() + " ends with a space, which "
                            + settings.info() + " refuses",
                    "Leave the space out.");
        }
    }

    private void characters(String name) {
        boolean beyond = name.codePointCount(0, name.length()) < name.length();
        if (beyond) {
            object(
                    "FK227",
                    List.of(),
                    "The name " + name + " of or in " + table.name() + " has a character beyond U+FFFF, "
                            + (settings.isMariaDb()
                                    ? "which MariaDB refuses"
                                    : "for which MySQL stores a question mark without a word"),
                    "Choose a name without it.");
        }
    }

    /** Error 1075 on both servers. */
    private void counters() {
        List<String> counters = table.columns().stream()
                .filter(c -> c.generation() == Generation.autoIncrement())
                .map(Column::name)
                .toList();
        if (counters.size() > 1) {
            object(
                    "FK222",
                    counters,
                    table.name() + " has " + counters.size() + " AUTO_INCREMENT columns, " + String.join(", ", counters)
                            + ", but " + settings.info() + " counts in one of a table only",
                    "Keep one of them.");
        }
        table.columns().stream()
                .filter(c -> c.generation() == Generation.autoIncrement())
                .filter(c -> c.type().isText()) // 1063 on both servers
                .forEach(c -> object(
                        "FK222",
                        List.of(c.name()),
                        table.name() + "." + c.name() + " is AUTO_INCREMENT and "
                                + c.type().describe() + ", but only numbers count",
                        "Make it a number."));
        for (String counter : counters) {
            if (!countsInGroups() && keys().noneMatch(k -> k.startsWith(counter + "\n"))) {
                object(
                        "FK222",
                        List.of(counter),
                        table.name() + "." + counter + " is AUTO_INCREMENT, but no key or index begins with it",
                        "Make it the primary key, or the first column of an index.");
            }
        }
    }

    /** MyISAM counts within a key that begins with something else (MySQL 9.7.4, MariaDB 11.8.9). */
    private boolean countsInGroups() {
        return TableOptions.engine(table.options()).equals("MyISAM")
                && keys().findAny().isPresent();
    }

    private Stream<String> keys() {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(Index::leadingColumns))
                .flatMap(s -> s)
                .map(columns -> String.join("\n", columns) + "\n");
    }

    private void type(Column column) {
        boolean array = column.type() instanceof DataType.Array;
        if (array || column.type() instanceof DataType.Named) {
            object(
                    "FK223",
                    List.of(column.name()),
                    table.name() + "." + column.name() + " is " + column.type().describe() + ", and " + settings.info()
                            + " has no " + (array ? "arrays" : "such type"),
                    array ? "Use JSON, or a table of its own." : "Declare the type, or use one the server has.");
        }
    }

    private void index(Index index) {
        Optional<String> where = index.where().map(w -> w.sql());
        where.ifPresent(w -> object(
                "FK224",
                index.leadingColumns(),
                name(index) + " of " + table.name() + " is for rows WHERE " + w + " only, but " + settings.info()
                        + " has no partial indexes",
                "Leave the condition out for this server."));
        boolean functional = index.parts().stream().anyMatch(IndexPart::isExpression);
        if (functional && settings.isMariaDb()) {
            object(
                    "FK224",
                    index.leadingColumns(),
                    name(index) + " of " + table.name() + " is over an expression, but " + settings.info()
                            + " indexes columns only",
                    "Add a generated column with the expression and index that.");
        }
    }

    /** Errors 1170 and 3152; MariaDB indexes the beginning of the text with no more than a note (1071). */
    private void wholeText(String key, List<String> columns, String fate) {
        for (String name : columns) {
            table.column(name)
                    .filter(c -> isText(c.type()))
                    .ifPresent(c -> object(
                            "FK226",
                            List.of(name),
                            key + " of " + table.name() + " is over all of " + name + ", but " + settings.info() + " "
                                    + fate + " " + c.type().describe(),
                            c.type() instanceof DataType.Json
                                    ? "Index a value in it, by a generated column."
                                    : "Index a prefix of it, or make it a VARCHAR."));
        }
    }

    private static boolean isText(DataType type) {
        return type instanceof DataType.Text || type instanceof DataType.Blob || type instanceof DataType.Json;
    }

    /** Those that a key has all of: of a text only the beginning can be in a primary key, and then its parts say so. */
    private static List<String> wholeColumns(PrimaryKey key) {
        String parts = key.options().get(IndexSql.PARTS).orElse("");
        return key.columns().stream()
                .filter(c -> !parts.contains(Identifiers.quote(c) + "("))
                .toList();
    }

    private void keysOverText() {
        String never = "has no keys over";
        table.primaryKey().ifPresent(k -> wholeText("The primary key", wholeColumns(k), never));
        if (!settings.isMariaDb()) {
            table.uniqueKeys()
                    .forEach(k ->
                            wholeText("The unique key (" + String.join(", ", k.columns()) + ")", k.columns(), never));
        }
        String fate = settings.isMariaDb() ? "indexes only the beginning of" : never;
        for (Index index : table.indexes()) {
            if (index.method().isEmpty()
                    && table.foreignKeysOn(index.leadingColumns()).isEmpty()) {
                List<String> whole = index.parts().stream()
                        .filter(IndexPart::isWholeColumn)
                        .map(IndexPart::text)
                        .toList();
                wholeText(name(index), whole, fate);
            }
        }
    }

    /** Error 1503 on both servers, which look for a row that is there already in one partition only. */
    private void keysAcrossPartitions(String clause) {
        List<String> by = table.columns().stream()
                .map(Column::name)
                .filter(c -> Partitions.areBy(clause, c) || (Partitions.areByKey(clause) && isInPrimaryKey(c)))
                .toList();
        Stream.concat(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns))
                .filter(key -> !key.containsAll(by))
                .forEach(key -> object(
                        "FK234",
                        key,
                        table.name() + " is partitioned by " + String.join(", ", by) + ", but its key ("
                                + String.join(", ", key) + ") is without, which " + settings.info()
                                + " refuses: it sees to it that rows differ within each partition only",
                        "Put " + String.join(", ", by) + " into the key, or give up the partitions."));
    }

    private boolean isInPrimaryKey(String column) {
        return table.primaryKey().filter(k -> k.columns().contains(column)).isPresent();
    }

    private static String name(Constraint constraint) {
        return "Index " + constraint.name().orElse("(unnamed)");
    }

    private void object(String code, List<String> columns, String fact, String remedy) {
        objections.add(new Objection(code, columns, fact, remedy));
    }
}

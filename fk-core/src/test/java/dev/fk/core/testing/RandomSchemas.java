package dev.fk.core.testing;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random schemas that a server accepts: cycles, self-references, composite keys, duplicate targets, odd names. The same
 * seed gives the same schemas; a failing test prints it.
 */
public final class RandomSchemas {
    private final Random random;
    private final Vocabulary vocabulary;

    public RandomSchemas(long seed, Vocabulary vocabulary) {
        this(new Random(seed), vocabulary);
    }

    RandomSchemas(Random random, Vocabulary vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    /** The seed to start from: {@code -Dfk.random.seed}, or another one at each run; Maven says one. */
    public static long seed() {
        return Long.getLong("fk.random.seed", new Random().nextLong(1_000_000));
    }

    public record Pair(Schema from, Schema to) {}

    /** Up to this many tables with everything between them. */
    public Schema schema(int maxTables) {
        List<EnumDefinition> enums = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        int count = random.nextInt(maxTables + 1);
        for (int i = 0; i < count; i++) {
            tables.add(table(name(i), enums));
        }
        return connected(tables, enums);
    }

    /** Two schemas that have much in common: some tables are the same, some changed, some on one side only. */
    public Pair pair(int maxTables) {
        List<EnumDefinition> enumsFrom = new ArrayList<>();
        List<EnumDefinition> enumsTo = new ArrayList<>();
        List<Table> from = new ArrayList<>();
        List<Table> to = new ArrayList<>();
        int count = 1 + random.nextInt(maxTables);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            List<EnumDefinition> own = new ArrayList<>();
            Table table = table(name(i), own);
            if (kind != 0) {
                from.add(table);
                enumsFrom.addAll(own);
            }
            if (kind > 4) {
                to.add(table);
                enumsTo.addAll(own);
            } else if (kind != 1) {
                to.add(table(name(i), enumsTo));
            }
        }
        Schema start = connected(from, enumsFrom);
        return new Pair(start, random.nextInt(3) == 0 ? start : connected(to, enumsTo));
    }

    static QualifiedName name(int i) {
        return QualifiedName.of(List.of("t", "Order", "a b", "user").get(i % 4) + i);
    }

    /** A table with keys, indexes and checks; the enum types of its columns are added to the list. */
    Table table(QualifiedName name, List<EnumDefinition> enums) {
        List<Column> columns = new ArrayList<>();
        boolean generated = chance(3);
        if (generated) {
            DataType type = vocabulary.keyTypes().get(0);
            columns.add(Column.of("id", type).notNull().withGeneration(pick(vocabulary.generatedKeys())));
        }
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            columns.add(column("c" + i, name, enums));
        }
        Table table = Table.of(name, columns).withComment(comment());
        table = withPrimaryKey(table, generated);
        return withChecks(withIndexes(withUniqueKeys(table)));
    }

    Column column(String name, QualifiedName table, List<EnumDefinition> enums) {
        boolean key = chance(2);
        DataType type = key ? pick(vocabulary.keyTypes()) : pick(vocabulary.otherTypes());
        if (vocabulary.enums() && chance(8)) {
            QualifiedName typeName = QualifiedName.of("enum_" + table.name() + "_" + name);
            List<String> labels = new ArrayList<>(List.of("a", "b", "it's"));
            Collections.shuffle(labels, random);
            enums.removeIf(e -> e.name().equals(typeName));
            enums.add(new EnumDefinition(typeName, labels.subList(0, 1 + random.nextInt(3))));
            type = new DataType.Named(typeName);
        }
        Column column = Column.of(name, type).withNullable(chance(2)).withComment(comment());
        List<String> defaults = vocabulary.defaults().getOrDefault(type, List.of());
        return !defaults.isEmpty() && chance(3) ? column.withGeneration(Generation.defaultTo(pick(defaults))) : column;
    }

    private Optional<String> comment() {
        return vocabulary.comments() && chance(8) ? Optional.of("it's a " + random.nextInt(3)) : Optional.empty();
    }

    private Table withPrimaryKey(Table table, boolean generated) {
        List<String> columns = generated ? List.of("id") : chance(4) ? List.of() : keyColumns(table, 2);
        if (columns.isEmpty()) {
            return table;
        }
        PrimaryKey key = PrimaryKey.of(columns.toArray(String[]::new)).withName(constraintName(table, "pk", 0));
        return table.withColumns(table.columns().stream()
                        .map(c -> columns.contains(c.name()) ? c.notNull() : c)
                        .toList())
                .withPrimaryKey(Optional.of(key));
    }

    private Table withUniqueKeys(Table table) {
        List<UniqueKey> keys = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            List<String> columns = keyColumns(table, 3);
            boolean taken = keys.stream().anyMatch(k -> k.columns().equals(columns))
                    || table.primaryKey()
                            .map(PrimaryKey::columns)
                            .filter(columns::equals)
                            .isPresent();
            if (!columns.isEmpty() && !taken) {
                keys.add(new UniqueKey(
                        constraintName(table, "uk", i), columns, Deferrability.NOT_DEFERRABLE, Options.none()));
            }
        }
        return table.withUniqueKeys(keys);
    }

    private Table withIndexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            List<String> columns = keyColumns(table, 2);
            boolean taken =
                    indexes.stream().anyMatch(x -> x.leadingColumns().equals(columns)) || table.isUnique(columns);
            if (!columns.isEmpty() && !taken) {
                indexes.add(Index.of("ix_" + table.name().name() + "_" + i, columns.toArray(String[]::new)));
            }
        }
        return table.withIndexes(indexes);
    }

    private Table withChecks(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            List<String> templates = vocabulary.checks().getOrDefault(column.type(), List.of());
            // MySQL and MariaDB refuse a check on a column that counts up (3818, 1901).
            boolean counts = column.name().equals("id");
            if (!counts && !templates.isEmpty() && chance(6)) {
                String expression = String.format(pick(templates), column.name());
                checks.add(Check.of("ck_" + table.name().name() + "_" + checks.size(), expression)
                        .withName(constraintName(table, "ck", checks.size())));
            }
        }
        return table.withChecks(checks);
    }

    /** Foreign keys from any table to any key of any table, its own included. */
    private Schema connected(List<Table> tables, List<EnumDefinition> enums) {
        List<Table> connected = new ArrayList<>();
        for (Table table : tables) {
            Table child = table;
            for (int i = 0; i < random.nextInt(3); i++) {
                child = withForeignKey(child, pick(tables), i);
            }
            connected.add(child);
        }
        return Schema.of(connected, enums);
    }

    Table withForeignKey(Table child, Table parent, int i) {
        List<List<String>> keys = new ArrayList<>();
        parent.primaryKey().map(PrimaryKey::columns).ifPresent(keys::add);
        parent.uniqueKeys().stream().map(UniqueKey::columns).forEach(keys::add);
        if (keys.isEmpty()) {
            return child;
        }
        List<String> referenced = pick(keys);
        ReferentialAction onDelete = pick(vocabulary.actions());
        ReferentialAction onUpdate = pick(vocabulary.actions());
        // MariaDB refuses ON UPDATE CASCADE from a nullable column to one that is not.
        boolean fromNullable =
                referenced.stream().anyMatch(c -> parent.column(c).orElseThrow().nullable());
        boolean nullable = fromNullable || chance(2) || Vocabulary.setsNull(onDelete) || Vocabulary.setsNull(onUpdate);
        List<Column> columns = new ArrayList<>(child.columns());
        List<String> names = new ArrayList<>();
        for (String column : referenced) {
            DataType type = parent.column(column).orElseThrow().type();
            names.add("fk" + i + "_" + column);
            columns.add(Column.of("fk" + i + "_" + column, type).withNullable(nullable));
        }
        ForeignKey key = ForeignKey.of(names, parent.name(), referenced)
                .withActions(onDelete, onUpdate)
                .withDeferrability(pick(vocabulary.deferrabilities()))
                .withName(constraintName(child, "fk", i));
        List<ForeignKey> foreignKeys = new ArrayList<>(child.foreignKeys());
        foreignKeys.add(key);
        return child.withColumns(columns).withForeignKeys(foreignKeys);
    }

    private Optional<String> constraintName(Table table, String kind, int i) {
        return Optional.of(kind + "_" + table.name().name() + "_" + (chance(4) ? "x" : "") + i);
    }

    private List<String> keyColumns(Table table, int max) {
        List<String> names = new ArrayList<>(table.columns().stream()
                .filter(c ->
                        vocabulary.keyTypes().contains(c.type()) && !c.name().equals("id"))
                .map(Column::name)
                .toList());
        Collections.shuffle(names, random);
        return names.subList(0, Math.min(names.size(), 1 + random.nextInt(max)));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

package dev.fk.core.database;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** A parent and a child with random columns and rows, and changes that the rows may or may not let pass. */
final class RandomDirt {
    static final QualifiedName CHILD = QualifiedName.of("c");
    static final QualifiedName PARENT = QualifiedName.of("p");

    /** What differs between servers. */
    record Words(
            List<DataType> types,
            List<Optional<String>> collations,
            boolean partialIndexes,
            boolean prefixes,
            boolean matchFull,
            Options nullsNotDistinct) {}

    private static final List<String> VALUES = Stream.of(
                    "0",
                    "1",
                    "2",
                    "-1",
                    "3",
                    "127",
                    "300",
                    "40000",
                    "3000000000",
                    "1.5",
                    "99.99",
                    "0.004",
                    "-0.4",
                    "1000.5",
                    "a",
                    "A",
                    "a ",
                    "ab",
                    "abcdef",
                    "abc   ",
                    "01",
                    " 2",
                    "1e2",
                    "12x",
                    "true",
                    "false",
                    "2020-01-01",
                    "2020-01-01 10:00:00",
                    "",
                    "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                    "NaN",
                    "{}",
                    "x",
                    "y",
                    "10:11:12")
            .map(v -> "'" + v + "'")
            .toList();

    /** For a number, whatever the type is called. */
    private static final List<String> NUMBERS = VALUES.subList(0, 14);

    private final Random random;
    private final Words words;

    RandomDirt(long seed, Words words) {
        this.random = new Random(seed);
        this.words = words;
    }

    Schema schema() {
        DataType key = type();
        DataType other = type();
        Column first = Column.of("k", key).notNull().withCollation(collation(key));
        Column second = Column.of("l", other).withCollation(collation(other));
        Table parent = Table.of(PARENT, List.of(Column.of("id", integer()).notNull(), first, second))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")))
                .withUniqueKeys(
                        isKey(key) && isKey(other) ? List.of(UniqueKey.of("k"), UniqueKey.of("k", "l")) : List.of());
        DataType a = type();
        List<Column> columns = List.of(
                Column.of("id", integer()).notNull(),
                Column.of("a", a).withCollation(collation(a)),
                Column.of("b", type()),
                first.withName("r").withNullable(true),
                second.withName("s"));
        boolean hasKey = random.nextInt(4) > 0;
        boolean unique = random.nextInt(4) == 0 && isKey(a);
        Table child = Table.of(CHILD, columns)
                .withPrimaryKey(hasKey ? Optional.of(PrimaryKey.of("id")) : Optional.empty())
                .withUniqueKeys(
                        unique
                                ? List.of(new UniqueKey(
                                        Optional.of("c_a"), List.of("a"), Deferrability.NOT_DEFERRABLE, Options.none()))
                                : List.of());
        return Schema.of(parent, child);
    }

    private static DataType integer() {
        return new DataType.Int(DataType.Int.Size.REGULAR);
    }

    static boolean isKey(DataType type) {
        return !(type instanceof DataType.Text || type instanceof DataType.Json || type instanceof DataType.Blob);
    }

    private static boolean isString(DataType type) {
        return type instanceof DataType.Varchar || type instanceof DataType.Char || type instanceof DataType.Text;
    }

    private Optional<String> collation(DataType type) {
        return isString(type) ? any(words.collations()) : Optional.empty();
    }

    private DataType type() {
        return any(words.types());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Rows to try; those of the wrong type are refused by the server and simply not there. */
    List<String> inserts() {
        List<String> inserts = new ArrayList<>();
        int parents = random.nextInt(9);
        for (int i = 0; i < parents; i++) {
            inserts.add("INSERT INTO p VALUES (" + i + ", " + any(VALUES) + ", " + any(VALUES) + ")");
        }
        List<String> few = Stream.generate(() -> any(random.nextBoolean() ? NUMBERS : VALUES))
                .limit(6)
                .toList();
        int children = random.nextInt(30);
        for (int i = 0; i < children; i++) {
            inserts.add("INSERT INTO c VALUES (" + random.nextInt(40) + ", " + value(few) + ", " + value(few) + ", "
                    + value(few) + ", " + value(few) + ")");
        }
        if (random.nextInt(2) == 0) {
            inserts.add(
                    "UPDATE c SET r = (SELECT MIN(k) FROM p), s = (SELECT l FROM p WHERE k = (SELECT MIN(k) FROM p))");
        }
        return inserts;
    }

    private String value(List<String> few) {
        int which = random.nextInt(7);
        return which == 0 ? "NULL" : which < 4 ? any(few) : any(random.nextBoolean() ? NUMBERS : VALUES);
    }

    ChangeSet changes(CanonicalSchema from, Database database) {
        List<Change> changes = new ArrayList<>();
        Table child = from.schema().table(CHILD).orElseThrow();
        int count = random.nextInt(3) == 0 ? 2 : 1;
        if (random.nextInt(4) == 0) {
            Column added = canonical(database, addedColumn(), from, changes);
            changes.add(new Change.AddColumn(CHILD, added, ColumnPosition.last()));
            if (random.nextBoolean() && isKey(added.type())) {
                changes.add(key(child.withColumns(with(child.columns(), added)), List.of(added.name())));
            } else if (added.type().equals(integer())) {
                changes.add(new Change.AddForeignKey(CHILD, ForeignKey.of(List.of("n"), PARENT, List.of("id"))));
            }
            count--;
        }
        for (int i = 0; i < count; i++) {
            one(child, from, database, changes).ifPresent(c -> {
                if (changes.stream().noneMatch(x -> x.getClass().equals(c.getClass()))) {
                    changes.add(c);
                }
            });
        }
        return new ChangeSet(changes);
    }

    private static <T> List<T> with(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private Column addedColumn() {
        Column column =
                Column.of("n", random.nextBoolean() ? integer() : type()).withNullable(random.nextInt(3) > 0);
        return column.type() instanceof DataType.Int && random.nextBoolean()
                ? column.withGeneration(Generation.defaultTo("1"))
                : column;
    }

    /** The column as the server has it, and the changes to named types that it takes. */
    private static Column canonical(Database database, Column column, CanonicalSchema from, List<Change> changes) {
        Schema declared =
                database.canonical(Schema.of(Table.of(CHILD, List.of(column)))).schema();
        for (EnumDefinition wanted : declared.enums().values()) {
            EnumDefinition there = from.schema().enums().get(wanted.name());
            if (there == null) {
                changes.add(new Change.CreateEnum(wanted));
            } else if (!there.equals(wanted)) {
                changes.add(new Change.AlterEnum(there, wanted));
            }
        }
        return declared.table(CHILD).flatMap(t -> t.column(column.name())).orElseThrow();
    }

    private Optional<Change> one(Table child, CanonicalSchema from, Database database, List<Change> changes) {
        Column a = child.column("a").orElseThrow();
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                DataType type = random.nextInt(5) == 0 ? a.type() : type();
                Column to = canonical(database, Column.of("a", type).withCollation(collation(type)), from, changes)
                        .withNullable(random.nextInt(4) > 0);
                return to.equals(a) ? Optional.empty() : Optional.of(new Change.AlterColumn(CHILD, a, to));
            }
            case 3 -> {
                Column column = any(child.columns().subList(1, child.columns().size()));
                return Optional.of(new Change.AlterColumn(CHILD, column, column.notNull()));
            }
            case 4 -> {
                return Optional.of(
                        key(child, any(List.of(List.of("a"), List.of("b"), List.of("a", "b"), List.of("id")))));
            }
            case 5 -> {
                return index(child);
            }
            case 6 -> {
                boolean composite = random.nextBoolean();
                ForeignKey key = composite
                        ? ForeignKey.of(List.of("r", "s"), PARENT, List.of("k", "l"))
                        : ForeignKey.of(List.of("r"), PARENT, List.of("k"));
                boolean full = composite && words.matchFull() && random.nextBoolean();
                boolean possible = from.schema().table(PARENT).orElseThrow().isUnique(key.referencedColumns());
                return possible
                        ? Optional.of(new Change.AddForeignKey(CHILD, full ? key.withMatch(MatchType.FULL) : key))
                        : Optional.empty();
            }
            case 7 -> {
                String sql = any(List.of("id > 2", "id < 8 OR a IS NULL", "a IS NOT NULL"));
                return Optional.of(new Change.AddCheck(CHILD, Check.of("c_check", sql)));
            }
            default -> {
                return Optional.of(new Change.RenameColumn(CHILD, "b", "z"));
            }
        }
    }

    private Change key(Table child, List<String> columns) {
        boolean possible = columns.stream()
                .allMatch(c -> isKey(child.column(c).orElseThrow().type()));
        List<String> used = possible ? columns : List.of("id");
        if (child.primaryKey().isEmpty() && random.nextInt(3) == 0) {
            return new PrimaryKey(Optional.empty(), used, Deferrability.NOT_DEFERRABLE, Options.none())
                    .accept(new AddOf(CHILD));
        }
        Options options = random.nextInt(3) == 0 ? words.nullsNotDistinct() : Options.none();
        return new Change.AddUniqueKey(
                CHILD, new UniqueKey(Optional.of("c_unique"), used, Deferrability.NOT_DEFERRABLE, options));
    }

    private Optional<Change> index(Table child) {
        boolean string = isString(child.column("a").orElseThrow().type());
        IndexPart part = IndexPart.column("a");
        Optional<Expression> where = Optional.empty();
        if (words.prefixes() && string) {
            part = new IndexPart("a", false, false, OptionalInt.of(2), Options.none());
        } else if (words.partialIndexes()) {
            where = Optional.of(new Expression("id > 3"));
            part = string && random.nextBoolean() ? IndexPart.expression("lower(a)") : part;
        }
        boolean possible = part.prefixLength().isPresent()
                || isKey(child.column("a").orElseThrow().type());
        return possible
                ? Optional.of(new Change.AddIndex(
                        CHILD,
                        new Index(
                                Optional.of("c_index"), List.of(part), true, Optional.empty(), where, Options.none())))
                : Optional.empty();
    }
}

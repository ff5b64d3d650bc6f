package dev.fk.assertj.catalog;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.DropOf;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether a wish and what is there mean the same to a server. Only the server's own normal form decides. */
@API(status = Status.INTERNAL)
public record Equivalence(Snapshot snapshot) {
    private static final Set<ReferentialAction> REFUSING =
            Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    /**
     * Equal, or both refuse and this server makes no difference between the two ways of saying so. No other pair is ever
     * equivalent: a server that stores {@code SET DEFAULT} as {@code RESTRICT} has not done what was asked.
     */
    public boolean sameAction(ReferentialAction wanted, ReferentialAction there) {
        return wanted == there
                || (REFUSING.contains(wanted) && REFUSING.contains(there) && stored(wanted) == stored(there));
    }

    private ReferentialAction stored(ReferentialAction action) {
        List<String> column = List.of("id");
        ForeignKey key = ForeignKey.of(column, QualifiedName.of("parent"), column)
                .withActions(action, ReferentialAction.NO_ACTION);
        Table child = Table.of(
                        QualifiedName.of("child"),
                        List.of(Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR))))
                .withForeignKeys(List.of(key));
        return canonical(child).foreignKeysOn(column).get(0).onDelete();
    }

    /** The type as this server has it. */
    public DataType stored(DataType type) {
        return canonical(typed(type)).columns().get(0).type();
    }

    /** The column as this server has it. */
    public Column stored(Column column) {
        return canonical(Table.of(QualifiedName.of("typed"), List.of(column)))
                .columns()
                .get(0);
    }

    /** The index as this server has it, among the columns of a table that is there. */
    public Index stored(Table table, Index index) {
        return canonical(table.withIndexes(List.of(index))).indexes().stream()
                .filter(i -> i.name().equals(index.name()))
                .findFirst()
                .orElse(index);
    }

    /** Whether this server keeps the name of a primary key; some have one for all. */
    public boolean keepsName(Table table, PrimaryKey named) {
        return canonical(table.withPrimaryKey(Optional.of(named))).primaryKey().equals(Optional.of(named));
    }

    /** Whether this server keeps a key, or unique index, that is to take the place of one, as it is written. */
    public boolean keeps(Table table, Constraint there, Constraint wanted) {
        Table changed = Patch.apply(
                        Schema.of(table),
                        ChangeSet.of(there.accept(new DropOf(table.name())), wanted.accept(new AddOf(table.name()))))
                .table(table.name())
                .orElseThrow();
        return canonical(changed).constraints().anyMatch(wanted::equals);
    }

    /** Whether this server makes no difference between a unique index and a unique key. */
    public boolean takesUniqueIndexForKey() {
        Column column = Column.of("typed", new DataType.Int(DataType.Int.Size.REGULAR));
        Table table = Table.of(QualifiedName.of("typed"), List.of(column))
                .withIndexes(List.of(Index.of("typed", "typed").asUnique()));
        return canonical(table).indexes().isEmpty();
    }

    /** Whether this server has types of their own for lists of labels. */
    public boolean hasEnumTypes() {
        EnumDefinition some = new EnumDefinition(QualifiedName.of("typed"), List.of("label"));
        Schema canonical = snapshot.database()
                .canonical(Schema.of(List.of(), List.of(some)))
                .schema();
        return !canonical.enums().isEmpty();
    }

    private static Table typed(DataType type) {
        return Table.of(QualifiedName.of("typed"), List.of(Column.of("typed", type)));
    }

    private Table canonical(Table table) {
        Schema canonical = snapshot.database().canonical(Schema.of(table)).schema();
        return canonical.table(table.name()).orElse(table);
    }

    /** Whether messages call this type so, whatever the case and spacing. */
    public boolean isCalled(DataType there, String words) {
        return squeezed(words).equals(squeezed(there.describe()));
    }

    /**
     * The type that the server makes of these words in a table, or that messages call so; absent if it has none.
     *
     * @param table the length of a text that fits depends on its character set
     */
    public Optional<DataType> type(Table table, String words) {
        Table typed = typed(new DataType.Other(words));
        Options options = snapshot.database()
                .dialect()
                .tableCollation(snapshot.database().server())
                .map(c -> c.with(Options.none(), c.of(table)))
                .orElse(Options.none());
        return written(typed.withOptions(options), t -> t.columns().get(0).type())
                .or(() -> new TypeWords(words).type().map(this::stored).filter(t -> isCalled(t, words)));
    }

    /**
     * Expressions differ in words that mean the same, so the server is asked to write the wish in its own.
     *
     * @param wish the table with the wished expression in place
     * @param expression where to find it again
     * @return what the server makes of it; absent if it does not accept it
     */
    public <T> Optional<T> written(Table wish, Function<Table, T> expression) {
        try {
            Schema schema = snapshot.schema().with(wish);
            Database database = snapshot.database();
            CanonicalSchema canonical = database.canonical(schema);
            if (canonical.schema().table(wish.name()).flatMap(database::refusal).isPresent()) {
                return Optional.empty();
            }
            CanonicalSchema written = database.normalize(canonical, Set.of(wish.name()));
            return written.schema().table(wish.name()).map(expression);
        } catch (DatabaseException notAccepted) {
            return Optional.empty();
        }
    }

    /** The column as the server would write it in place of one that is there; absent if it does not accept it. */
    public Optional<Column> written(TableView view, Column there, Column wanted) {
        Optional<Table> wish = view.table()
                .map(t -> t.withColumns(t.columns().stream()
                        .map(c -> c.equals(there) ? wanted : c)
                        .toList()));
        return wish.flatMap(t -> written(t, x -> x.column(there.name()))).flatMap(c -> c);
    }

    private static String squeezed(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),]) ?", "$1")
                .toUpperCase(Locale.ROOT);
    }
}

package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The indexes that the family makes for foreign keys. Each foreign key needs one that begins with its columns in their
 * order; where no key or index does, one is made, unless that of another foreign key begins with the same columns. The
 * name is the constraint's if it has one, otherwise that of the first column: the server's decision, so none is said
 * here. A later explicit index takes the place of one that was made. Measured on MySQL 8.0.33 and 9.7.4, MariaDB
 * 10.11.18 and 11.8.9; they differ in what serves: descending columns (c12) on MariaDB only.
 */
final class ImplicitIndexes {
    private final boolean descendingServes;

    ImplicitIndexes(Settings settings) {
        this.descendingServes = settings.isMariaDb();
    }

    Table completed(Table table) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        missing(table).forEach(columns -> indexes.add(index(columns)));
        return table.withIndexes(indexes);
    }

    /**
     * The indexes to write into CREATE TABLE: all but those that its foreign keys bring with them.
     */
    List<Index> explicit(Table table) {
        List<Index> written = new ArrayList<>(table.indexes());
        for (Index index : table.indexes()) {
            List<String> columns = index.leadingColumns();
            List<ForeignKey> served = columns.isEmpty() ? List.of() : table.foreignKeysOn(columns);
            if (!served.isEmpty() && index.equals(index(columns))) {
                List<Index> others = new ArrayList<>(written);
                others.remove(index);
                List<Constraint> all = table.constraints().toList();
                if (served.stream().noneMatch(k -> hasToBeDeclared(k, all))
                        && missing(table.withIndexes(others)).contains(columns)) {
                    written = others;
                }
            }
        }
        return written;
    }

    /**
     * Whether the index for a foreign key is to be written beside these: the one that the server makes would have the foreign
     * key's name, which another one has (1061), or be lost to a full-text index.
     */
    static boolean hasToBeDeclared(ForeignKey key, List<Constraint> others) {
        return isTaken(key.name(), others.stream()) || isDisguised(key.columns().get(0), others.stream());
    }

    /** Whether an index or unique key has the name. */
    static boolean isTaken(Optional<String> name, Stream<? extends Constraint> constraints) {
        return name.isPresent()
                && constraints
                        .filter(c -> c instanceof Index || c instanceof UniqueKey)
                        .anyMatch(c -> c.name().equals(name));
    }

    /** The indexes that may have been made for a foreign key like this one, and give way to the one made for it. */
    static List<Index> on(ForeignKey key, Table table) {
        Index own = index(key.columns());
        return table.indexes().stream()
                .filter(i ->
                        i.withName(Optional.empty()).equals(own) && !i.name().equals(key.name()))
                .toList();
    }

    /**
     * Whether a full-text index on the first column of a foreign key is taken for one that serves it. MariaDB 11.8.9 then
     * refuses the foreign key (1005, errno 150), MySQL 9.7.4 what copies the table (1553), unless another one is declared.
     */
    private static boolean isDisguised(String first, Stream<? extends Constraint> constraints) {
        return constraints.anyMatch(c -> c instanceof Index i
                && i.method().isPresent()
                && i.parts().get(0).text().equals(first));
    }

    /**
     * The indexes of foreign keys that make way for this one, though it serves no foreign key: a full-text index on the same
     * column. MariaDB 11.8.9 drops them without a word, MySQL 9.7.4 refuses to (1553). Declared ones stay, so the table is
     * given them anew.
     */
    static List<Index> displaced(Index added, Table table) {
        if (added.method().isEmpty()) {
            return List.of();
        }
        String first = added.parts().get(0).text();
        return table.indexes().stream()
                .filter(i -> i.method().isEmpty() && !i.unique() && i.name().isPresent())
                .filter(i -> i.leadingColumns().size() == i.parts().size()
                        && i.leadingColumns().get(0).equals(first))
                .filter(i -> table.foreignKeys().stream().anyMatch(k -> Names.begin(i.leadingColumns(), k.columns())))
                .toList();
    }

    /** What is said of such an index: its columns. */
    static Index index(List<String> columns) {
        List<IndexPart> parts = columns.stream().map(IndexPart::column).toList();
        return new Index(Optional.empty(), parts, false, Optional.empty(), Optional.empty(), Options.none());
    }

    private List<List<String>> missing(Table table) {
        List<List<String>> wanted = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (!serves(table, key.columns()) && wanted.stream().noneMatch(w -> Names.begin(w, key.columns()))) {
                wanted.removeIf(shorter -> Names.begin(key.columns(), shorter));
                wanted.add(key.columns());
            }
        }
        return wanted;
    }

    /** Whether a key or index of the table begins with these columns. */
    boolean serves(Table table, List<String> columns) {
        if (table.primaryKey().isPresent()
                && Names.begin(table.primaryKey().get().columns(), columns)) {
            return true;
        }
        for (UniqueKey key : table.uniqueKeys()) {
            if (Names.begin(key.columns(), columns)) {
                return true;
            }
        }
        for (Index index : table.indexes()) {
            if (Names.begin(usable(index), columns)) {
                return true;
            }
        }
        return false;
    }

    private List<String> usable(Index index) {
        List<String> usable = new ArrayList<>();
        for (IndexPart part : index.parts()) {
            if (index.method().isPresent() || !part.isWholeColumn() || (part.descending() && !descendingServes)) {
                break;
            }
            usable.add(part.text());
        }
        return usable;
    }
}

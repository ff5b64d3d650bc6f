package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key whose columns no index begins with, so that deleting a referenced row scans the whole table. */
@API(status = Status.INTERNAL)
public final class ShouldBeIndexed {
    private static final Set<String> ORDERED = Set.of("btree", "hash");

    private ShouldBeIndexed() {}

    public static Optional<Failure> failure(TableView view, ForeignKey key) {
        return isCovered(view, key.columns()) ? Optional.empty() : Optional.of(uncovered(view, key));
    }

    /** Whether the first columns of an index, primary key or unique key are these, in any order. */
    private static boolean isCovered(TableView view, List<String> columns) {
        Stream<List<String>> keys = Stream.concat(
                view.table().flatMap(t -> t.primaryKey()).map(PrimaryKey::columns).stream(),
                view.uniqueKeys().stream().map(UniqueKey::columns));
        return keys.anyMatch(leading -> beginsWith(leading, columns))
                || view.indexes().stream().anyMatch(i -> covers(i, columns));
    }

    /** Whether the first columns of an index of all rows are these, in any order. */
    public static boolean covers(Index index, List<String> columns) {
        return index.where().isEmpty()
                && ORDERED.contains(index.method().orElse("btree"))
                && beginsWith(index.leadingColumns(), columns);
    }

    private static boolean beginsWith(List<String> leading, List<String> columns) {
        return leading.size() >= columns.size()
                && Set.copyOf(leading.subList(0, columns.size())).equals(Set.copyOf(columns));
    }

    private static Failure uncovered(TableView view, ForeignKey key) {
        List<IndexPart> parts = key.columns().stream().map(IndexPart::column).toList();
        Index index = new Index(Optional.empty(), parts, false, Optional.empty(), Optional.empty(), Options.none());
        return Failure.expecting("foreign key " + view.with(key.columns()) + " to be covered by an index")
                .want(index)
                .have(Names.rows(view.indexes()))
                .why("no index, primary key or unique key begins with " + Names.list(key.columns())
                        + ", so "
                        + view.snapshot().database().dialect().withoutIndex(view.name(), key.referencedTable()))
                .fix(view.snapshot().remedy(new Change.AddIndex(view.name(), index)));
    }
}

package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.rule.Coverage;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key whose columns no index begins with, so that deleting a referenced row scans the whole table. */
@API(status = Status.INTERNAL)
public final class ShouldBeIndexed {
    private ShouldBeIndexed() {}

    public static Optional<Failure> failure(TableView view, ForeignKey key) {
        return view.table().filter(t -> Coverage.isCovered(t, key.columns())).isPresent()
                ? Optional.empty()
                : Optional.of(uncovered(view, key));
    }

    private static Failure uncovered(TableView view, ForeignKey key) {
        List<IndexPart> parts = key.columns().stream().map(IndexPart::column).toList();
        Index index = new Index(Optional.empty(), parts, false, Optional.empty(), Optional.empty(), Options.none());
        return Failure.expecting("foreign key " + view.with(key.columns()) + " to be covered by an index")
                .want(index)
                .have(Names.rows(view.indexes()))
                .why("no index"
                        + (view.indexes().stream().allMatch(Index::isValid) ? "" : " that is valid")
                        + ", primary key or unique key begins with " + Names.list(key.columns())
                        + ", so "
                        + view.snapshot().database().dialect().withoutIndex(view.name(), key.referencedTable()))
                .fix(view.snapshot().remedy(new Change.AddIndex(view.name(), index)));
    }
}

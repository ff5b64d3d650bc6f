package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Table;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A comment on a table. */
@API(status = Status.INTERNAL)
public final class ShouldHaveComment {
    private ShouldHaveComment() {}

    /** @param wanted the comment, or absent for none */
    public static Optional<Failure> onTable(TableView view, Optional<String> wanted) {
        return Missing.table(view, wanted.isPresent() ? "to have a comment" : "to have no comment")
                .or(() -> view.table().filter(t -> !t.comment().equals(wanted)).map(t -> failure(view, t, wanted)));
    }

    private static Failure failure(TableView view, Table table, Optional<String> wanted) {
        Change change = new Change.AlterComment(view.name(), table.comment(), wanted);
        return Failure.expecting("comment of table " + view.name())
                .want(text(wanted))
                .have(text(table.comment()))
                .fix(view.snapshot().remedy(change));
    }

    static String text(Optional<String> comment) {
        return comment.map(c -> "'" + c + "'").orElse("none");
    }
}

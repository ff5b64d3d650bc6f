package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Column;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column with another comment or collation. */
@API(status = Status.INTERNAL)
public final class ShouldHaveAttribute {
    private ShouldHaveAttribute() {}

    /** @param wanted the comment, or absent for none */
    public static Optional<Failure> comment(TableView view, Column there, Optional<String> wanted) {
        return there.comment().equals(wanted)
                ? Optional.empty()
                : Optional.of(new WrongColumn(view, there)
                        .become(
                                "to have "
                                        + wanted.map(c -> "the comment '" + c + "'")
                                                .orElse("no comment"),
                                there.withComment(wanted),
                                "the comment is " + ShouldHaveComment.text(there.comment())));
    }

    public static Optional<Failure> collation(TableView view, Column there, String wanted) {
        return there.collation().equals(Optional.of(wanted))
                ? Optional.empty()
                : Optional.of(new WrongColumn(view, there)
                        .become(
                                "to have the collation " + wanted,
                                there.withCollation(Optional.of(wanted)),
                                "the collation is " + there.collation().orElse("the default of its type or table")));
    }

    public static Optional<Failure> defaultCollation(TableView view, Column there) {
        return there.collation().map(c -> new WrongColumn(view, there)
                .become(
                        "to have the collation of its type or table",
                        there.withCollation(Optional.empty()),
                        "the collation is " + c));
    }
}

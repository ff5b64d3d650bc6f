package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.PrimaryKey;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column that should, or should not, accept NULL. */
@API(status = Status.INTERNAL)
public final class ShouldBeNullable {
    private ShouldBeNullable() {}

    public static Optional<Failure> failure(TableView view, Column there, boolean nullable) {
        if (there.nullable() == nullable) {
            return Optional.empty();
        }
        WrongColumn wrong = new WrongColumn(view, there);
        Column wanted = there.withNullable(nullable);
        if (!nullable) {
            return Optional.of(wrong.become("to be NOT NULL", wanted, "it accepts NULL"));
        }
        boolean inKey = view.table()
                .flatMap(t -> t.primaryKey())
                .map(PrimaryKey::columns)
                .orElse(List.of())
                .contains(there.name());
        return Optional.of(
                inKey
                        ? wrong.become(
                                "to accept NULL",
                                wanted,
                                "it is part of the primary key, which never does",
                                Remedy.none())
                        : wrong.become("to accept NULL", wanted, "it is NOT NULL"));
    }
}

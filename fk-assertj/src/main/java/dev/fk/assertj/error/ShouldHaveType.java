package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.Retyping;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column of another type. */
@API(status = Status.INTERNAL)
public final class ShouldHaveType {
    private ShouldHaveType() {}

    public static Optional<Failure> failure(TableView view, Column there, DataType type) {
        DataType wanted = new Equivalence(view.snapshot()).stored(type);
        if (wanted.equals(there.type())) {
            return Optional.empty();
        }
        String reason = wanted.equals(type)
                ? ""
                : view.snapshot().database().server().product() + " has " + wanted.describe() + " for "
                        + type.describe();
        return Optional.of(become(
                new WrongColumn(view, there),
                "to be of type " + type.describe(),
                retyped(view, there, wanted),
                reason));
    }

    /** The type in the words of SQL. */
    public static Optional<Failure> failure(TableView view, Column there, String words) {
        Equivalence server = new Equivalence(view.snapshot());
        if (server.isCalled(there.type(), words)) {
            return Optional.empty();
        }
        Optional<DataType> wanted = view.table().flatMap(t -> server.type(t, words));
        if (wanted.equals(Optional.of(there.type()))) {
            return Optional.empty();
        }
        WrongColumn wrong = new WrongColumn(view, there);
        String clause = "to be of type " + words;
        return Optional.of(wanted.map(t -> become(wrong, clause, retyped(view, there, t), ""))
                .orElseGet(() -> wrong.expecting(clause)
                        .wanting(words)
                        .have(there)
                        .why(view.snapshot().database().server().product() + " takes no column of type " + words
                                + (words.contains("(") ? "" : "; is there no such type, or is a length missing?"))));
    }

    private static Column retyped(TableView view, Column there, DataType type) {
        return view.snapshot().database().dialect().retyped(there, type);
    }

    private static Failure become(WrongColumn wrong, String clause, Column wanted, String reason) {
        return new Retyping(wrong.view(), wrong.there(), wanted)
                .objection()
                .map(o -> wrong.become(clause, wanted, reason, Remedy.impossible(o)))
                .orElseGet(() -> wrong.become(clause, wanted, reason));
    }
}

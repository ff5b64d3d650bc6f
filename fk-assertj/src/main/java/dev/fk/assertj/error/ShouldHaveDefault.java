package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column with another default, or with one at all. */
@API(status = Status.INTERNAL)
public final class ShouldHaveDefault {
    private ShouldHaveDefault() {}

    public static Optional<Failure> failure(TableView view, Column there, String sql) {
        Column wanted = there.withGeneration(Generation.defaultTo(sql));
        if (there.generation().equals(wanted.generation())) {
            return Optional.empty();
        }
        Optional<Column> written = new Equivalence(view.snapshot()).written(view, there, wanted);
        if (written.filter(c -> c.generation().equals(there.generation())).isPresent()) {
            return Optional.empty();
        }
        WrongColumn wrong = new WrongColumn(view, there);
        String clause = "to have the default " + sql;
        return Optional.of(
                written.isPresent()
                        ? wrong.become(clause, wanted, reason(there))
                        : wrong.become(
                                clause,
                                wanted,
                                "the server does not accept this default here" + quoted(view, there, sql),
                                Remedy.none()));
    }

    /** The default is an expression of SQL, and many a text was meant as a text. */
    private static String quoted(TableView view, Column there, String sql) {
        String literal = "'" + sql.replace("'", "''") + "'";
        Column text = there.withGeneration(Generation.defaultTo(literal));
        return new Equivalence(view.snapshot())
                .written(view, there, text)
                .map(c -> "; a text stands in quotes: hasDefault(\"" + literal + "\")")
                .orElse("");
    }

    private static String reason(Column there) {
        String text = ColumnText.generation(there.generation());
        return text.isEmpty() ? "it has no default" : "its value comes from " + text;
    }

    /** None: neither a default nor a number counted up nor a computed value. */
    public static Optional<Failure> unexpected(TableView view, Column there) {
        return there.generation() == Generation.none()
                ? Optional.empty()
                : Optional.of(new WrongColumn(view, there)
                        .become("to have no default", there.withGeneration(Generation.none()), reason(there)));
    }
}

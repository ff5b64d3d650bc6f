package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column whose value should come from somewhere else. */
@API(status = Status.INTERNAL)
public final class ShouldBeGenerated {
    private ShouldBeGenerated() {}

    /** @param clause what was expected, {@code to be an identity column} */
    public static Failure failure(TableView view, Column there, String clause) {
        String text = ColumnText.generation(there.generation());
        String reason = text.isEmpty() ? "its value comes from the INSERT alone" : "its value comes from " + text;
        return new WrongColumn(view, there)
                .expecting(clause)
                .wanting(clause)
                .have(there)
                .why(reason);
    }

    /** An identity column of the SQL standard, where the server may have something else for it. */
    public static Failure identity(TableView view, Column there) {
        Generation wanted = new Generation.Identity(Generation.Identity.Mode.BY_DEFAULT, Options.none());
        Generation stored = new Equivalence(view.snapshot())
                .stored(there.withGeneration(wanted))
                .generation();
        Failure failure = failure(view, there, "to be an identity column");
        return stored instanceof Generation.Identity
                ? failure
                : failure.why(view.snapshot().database().server().product() + " has no identity columns but "
                        + ColumnText.generation(stored) + ": isAutoIncrement");
    }

    /** A number the server counts up, in its classic form or as an identity column. */
    public static boolean counts(Generation generation) {
        return generation == Generation.autoIncrement() || generation instanceof Generation.Identity;
    }
}

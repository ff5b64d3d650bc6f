package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.ColumnText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column whose value should come from somewhere else. */
@API(status = Status.INTERNAL)
public final class ShouldBeGenerated {
    private ShouldBeGenerated() {}

    /** @param clause what was expected, {@code to be an identity column} */
    public static Failure failure(TableView view, Column there, String clause) {
        String text = ColumnText.generation(there.generation());
        return new WrongColumn(view, there)
                .expecting(clause)
                .wanting(clause)
                .have(there)
                .why(text.isEmpty() ? "its value comes from the INSERT alone" : "its value comes from " + text);
    }

    /** A number the server counts up, in its classic form or as an identity column. */
    public static boolean counts(Generation generation) {
        return generation == Generation.autoIncrement() || generation instanceof Generation.Identity;
    }
}

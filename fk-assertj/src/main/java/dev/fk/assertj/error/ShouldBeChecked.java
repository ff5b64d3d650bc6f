package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key that should be checked at another time, for other rows, or with other rules about nulls. */
@API(status = Status.INTERNAL)
public final class ShouldBeChecked {
    private ShouldBeChecked() {}

    public static Failure at(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates) {
        return new WrongForeignKey(view, wanted, candidates)
                .because("it is " + candidates.get(0).deferrability().sql());
    }

    public static Failure with(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates) {
        return new WrongForeignKey(view, wanted, candidates)
                .because("it matches " + candidates.get(0).match());
    }

    /** @param hint what else keeps the assertion from passing; may be empty */
    public static Failure forRows(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates, String hint) {
        String reason = reason(candidates.get(0).enforcement());
        return new WrongForeignKey(view, wanted, candidates).because(hint.isEmpty() ? reason : reason + "\n" + hint);
    }

    private static String reason(Enforcement there) {
        return switch (there) {
            case ENFORCED -> "all rows have been and are being checked";
            case NOT_VALID -> "rows that were there before it have not been checked";
            case NOT_ENFORCED -> "no row is checked";
        };
    }
}

package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;

/** A column that is there and not as wanted: what the failures of all its aspects have in common. */
record WrongColumn(TableView view, Column there) {
    /** @param clause what was expected of it, {@code to be NOT NULL} */
    Failure expecting(String clause) {
        return Failure.expecting("column " + view.name() + "." + there.name() + " " + clause);
    }

    /** Both columns whole, and the statements that make the one the other. */
    Failure become(String clause, Column wanted, String reason) {
        return become(
                clause, wanted, reason, view.snapshot().remedy(new Change.AlterColumn(view.name(), there, wanted)));
    }

    Failure become(String clause, Column wanted, String reason, Remedy fix) {
        return expecting(clause).want(wanted).have(there).why(reason).fix(fix);
    }
}

package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.database.Database;
import dev.fk.core.dialect.Capabilities;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key that should do something else when the referenced row is deleted, or its key updated. */
@API(status = Status.INTERNAL)
public final class ShouldHaveAction {
    private static final Set<ReferentialAction> REFUSING =
            Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private ShouldHaveAction() {}

    public static Failure onDelete(
            TableView view, WantedForeignKey wanted, ReferentialAction action, List<ForeignKey> candidates) {
        return failure(
                view, wanted, candidates, "ON DELETE", action, candidates.get(0).onDelete());
    }

    public static Failure onUpdate(
            TableView view, WantedForeignKey wanted, ReferentialAction action, List<ForeignKey> candidates) {
        return failure(
                view, wanted, candidates, "ON UPDATE", action, candidates.get(0).onUpdate());
    }

    private static Failure failure(
            TableView view,
            WantedForeignKey wanted,
            List<ForeignKey> candidates,
            String event,
            ReferentialAction action,
            ReferentialAction there) {
        WrongForeignKey wrong = new WrongForeignKey(view, wanted, candidates);
        Optional<String> refused = unsupported(view, event, action);
        if (refused.isPresent()) {
            return wrong.because(event + " differs; " + refused.get(), Remedy.none());
        }
        List<Column> notNull = wanted.columns().stream()
                .flatMap(c -> view.column(c).stream())
                .filter(c -> !c.nullable())
                .toList();
        if (action == ReferentialAction.SET_NULL && !notNull.isEmpty()) {
            String names = notNull.stream().map(Column::name).collect(Collectors.joining(", "));
            Change[] nullable = notNull.stream()
                    .map(c -> new Change.AlterColumn(view.name(), c, c.withNullable(true)))
                    .toArray(Change[]::new);
            return wrong.because(
                    event + " differs; " + names + " is NOT NULL, so SET NULL could never succeed",
                    wrong.fix(nullable));
        }
        if (new Equivalence(view.snapshot()).sameAction(action, there)) {
            return word(wrong, event, action, there);
        }
        return wrong.because(event + " differs" + reason(view, event, action, there, notNull.isEmpty()));
    }

    /** Only the word differs, and it has been insisted on. */
    private static Failure word(
            WrongForeignKey wrong, String event, ReferentialAction action, ReferentialAction there) {
        Database database = wrong.view().snapshot().database();
        ReferentialAction unspecified =
                database.dialect().capabilities(database.server().version()).unspecified();
        String word = "the catalog says " + there + ", which on "
                + database.server().product() + " is the same as " + action + "; strictly() goes by the word";
        String left = there == unspecified ? "\na foreign key declared without it is reported as " + there : "";
        boolean sayable = action != ReferentialAction.NO_ACTION || unspecified == ReferentialAction.NO_ACTION;
        return sayable
                ? wrong.because(word + left)
                : wrong.because(
                        word + left + "; only " + event + " " + action + " in the DDL makes it " + action,
                        Remedy.none());
    }

    private static Optional<String> unsupported(TableView view, String event, ReferentialAction action) {
        Capabilities can = view.snapshot()
                .database()
                .dialect()
                .capabilities(view.snapshot().database().server().version());
        Set<ReferentialAction> known = event.equals("ON DELETE") ? can.onDelete() : can.onUpdate();
        return known.contains(action)
                ? Optional.empty()
                : Optional.of(event + " " + action + " is what "
                        + view.snapshot().database().server() + " "
                        + view.snapshot().database().dialect().fateOf(action));
    }

    private static String reason(
            TableView view, String event, ReferentialAction action, ReferentialAction there, boolean nullable) {
        if (REFUSING.contains(action) && REFUSING.contains(there)) {
            return "; " + view.snapshot().database().server().product()
                    + " tells RESTRICT, which refuses at once, from NO ACTION, which is checked at the end of the"
                    + " statement and can be deferred";
        }
        if (there == ReferentialAction.SET_NULL && nullable && event.equals("ON DELETE")) {
            return "; a nullable foreign key defaults to SET NULL";
        }
        return there == ReferentialAction.NO_ACTION ? "; a foreign key declared without it gets NO ACTION" : "";
    }
}

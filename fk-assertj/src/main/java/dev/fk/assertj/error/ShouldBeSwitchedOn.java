package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.schema.ForeignKey;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key that the server looks after, and not one that only stands in the catalog. */
@API(status = Status.INTERNAL)
public final class ShouldBeSwitchedOn {
    private ShouldBeSwitchedOn() {}

    public static Optional<Failure> failure(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates) {
        return candidates.stream().filter(ForeignKey::isSwitchedOff).findFirst().map(off -> new WrongForeignKey(
                        view, wanted, candidates)
                .because("the triggers by which it is looked after are disabled on "
                        + tables(view, off)
                        + " (ALTER TABLE … DISABLE TRIGGER): rows are not checked, and nothing cascades"));
    }

    private static String tables(TableView view, ForeignKey key) {
        return key.referencedTable().equals(view.name())
                ? view.name().toString()
                : view.name() + " or " + key.referencedTable();
    }
}

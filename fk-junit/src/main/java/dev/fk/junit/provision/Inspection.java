package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether the next may have a copy that comes back, and cleans it for them. Thread-safe. */
final class Inspection {
    private final Workshop workshop;
    private final Stock stock;
    private @Nullable Optional<String> untouched;
    private @Nullable Optional<Cleaner> cleaner;

    Inspection(Workshop workshop, Stock stock) {
        this.workshop = workshop;
        this.stock = stock;
    }

    /** The same, if it is like its template or could be made so. */
    Optional<Copy> pass(Copy copy) {
        try {
            Optional<Cleaner> known = stock.use() == Use.ALONE ? cleaner() : Optional.empty();
            return known.isPresent() ? clean(copy, known.get()) : look(copy);
        } catch (SQLException | ProvisioningException e) {
            System.getLogger(Inspection.class.getName())
                    .log(Level.DEBUG, "Nobody can tell whether " + copy.name() + " is as it was, or make it so", e);
            return Optional.empty();
        }
    }

    private static Optional<Copy> clean(Copy copy, Cleaner cleaner) throws SQLException {
        Pristine before = copy.cleaned().orElseGet(cleaner::untouched);
        return cleaner.clean(copy.name(), copy.connections(), before).map(copy::cleaned);
    }

    private Optional<Copy> look(Copy copy) throws SQLException {
        Optional<String> before = untouched();
        return before.isPresent() && before.equals(workshop.state(copy))
                ? Optional.of(copy.untouched())
                : Optional.empty();
    }

    /** What a copy looks like that nobody had; empty if the server cannot say. */
    private synchronized Optional<String> untouched() {
        if (untouched == null) {
            untouched = ofFresh(workshop::state);
        }
        return untouched;
    }

    private synchronized Optional<Cleaner> cleaner() {
        if (cleaner == null) {
            cleaner = ofFresh(
                    copy -> workshop.server().databases().cleaner(stock.template(), copy.name(), copy.connections()));
        }
        return cleaner;
    }

    private interface Question<T> {
        Optional<T> of(Copy copy) throws SQLException;
    }

    private <T> Optional<T> ofFresh(Question<T> question) {
        try {
            Copy copy = workshop.make(stock);
            Optional<T> answer = question.of(copy);
            stock.add(copy);
            return answer;
        } catch (SQLException e) {
            throw new ProvisioningException("Cannot look at a copy of " + stock.template() + ": " + e.getMessage(), e);
        }
    }
}

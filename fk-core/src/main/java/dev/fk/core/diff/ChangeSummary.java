package dev.fk.core.diff;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A change in four words, for machines.
 *
 * @param kind the name of the kind in {@link Change}, in lower case with hyphens: {@code add-foreign-key}
 * @param object what it is about: {@code orders}, {@code orders.total}, {@code orders(customerId)}, or the name of a type
 * @param from what was there, in the notation of {@link Change#describe}; absent if nothing was
 * @param to what is there afterwards; absent if nothing is
 */
@API(status = Status.EXPERIMENTAL)
public record ChangeSummary(String kind, String object, Optional<String> from, Optional<String> to) {
    static ChangeSummary added(String kind, String object, String to) {
        return new ChangeSummary("add-" + kind, object, Optional.empty(), Optional.of(to));
    }

    static ChangeSummary dropped(String kind, String object, String from) {
        return new ChangeSummary("drop-" + kind, object, Optional.of(from), Optional.empty());
    }

    static ChangeSummary changed(String kind, String object, String from, String to) {
        return new ChangeSummary(kind, object, Optional.of(from), Optional.of(to));
    }
}

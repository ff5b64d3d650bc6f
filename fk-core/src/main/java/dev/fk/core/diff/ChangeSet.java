package dev.fk.core.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Changes in the order they were found or written; what order they run in is the planner's decision. */
@API(status = Status.EXPERIMENTAL)
public record ChangeSet(List<Change> changes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public static ChangeSet of(Change... changes) {
        return new ChangeSet(List.of(changes));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public int size() {
        return changes.size();
    }

    public ChangeSet filter(Predicate<Change> wanted) {
        return new ChangeSet(changes.stream().filter(wanted).toList());
    }

    public <T extends Change> List<T> ofType(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * A JSON array with an object for each change, in order, with these members:
     *
     * <ul>
     *   <li>{@code kind}: {@code add-column}, {@code alter-foreign-key}, … as in {@link ChangeSummary#kind}
     *   <li>{@code object}: the table, column, columns or type concerned
     *   <li>{@code from}, {@code to}: before and after, texts, or null where there is nothing
     * </ul>
     *
     * Equal change sets give equal texts. Members may be added in later versions; none changes its meaning.
     */
    public String toJson() {
        return JsonText.of(changes.stream().map(ChangeSet::members).toList());
    }

    private static Map<String, Object> members(Change change) {
        Map<String, Object> object = new LinkedHashMap<>();
        JsonText.members(change.summary(), object);
        return object;
    }

    /** One line per change. */
    @Override
    public String toString() {
        return changes.stream().map(Change::describe).collect(Collectors.joining("\n"));
    }
}

package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Sequence;
import dev.fk.core.schema.Trigger;
import dev.fk.core.schema.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A view, sequence or trigger that is not there, is there, or has another shape. Nothing here is for fk to change. */
@API(status = Status.INTERNAL)
public final class ShouldHaveObject {
    private ShouldHaveObject() {}

    /** @param noun {@code view} */
    public static Optional<Failure> missing(
            Snapshot snapshot, String noun, QualifiedName name, Collection<QualifiedName> there, boolean possible) {
        List<String> names = names(there);
        return there.contains(name)
                ? Optional.empty()
                : Optional.of(Failure.expecting("the schema to have " + noun + " " + name + ", but it has none.")
                        .wanting(noun + " " + name)
                        .have(Names.counted(noun, names))
                        .why(
                                possible
                                        ? "there is no " + noun + " " + name
                                                + (snapshot.table(name).table().isPresent()
                                                        ? "; it is a table: table(\"" + name.name() + "\")"
                                                        : Names.hint(snapshot, name.toString(), names))
                                        : snapshot.database().server().product() + " has no " + noun + "s"));
    }

    public static Optional<Failure> unexpected(
            Snapshot snapshot, String noun, QualifiedName name, Collection<QualifiedName> there) {
        if (there.contains(name)) {
            return Optional.of(Failure.expecting("no " + noun + " " + name + ", but it exists.")
                    .wanting("no " + noun + " " + name)
                    .have(Names.counted(noun, names(there))));
        }
        snapshot.database().inquiry().refuseUnseen(List.of(name));
        return Optional.empty();
    }

    public static Optional<Failure> only(
            Snapshot snapshot,
            String noun,
            Collection<QualifiedName> wanted,
            Collection<QualifiedName> there,
            boolean possible) {
        List<QualifiedName> known =
                wanted.stream().map(n -> snapshot.known(n, there)).toList();
        return possible
                ? ShouldHaveOnly.ofAll(snapshot, noun, names(known), names(there))
                : ShouldHaveOnly.failure(snapshot, "the schema", noun, names(known), names(there))
                        .map(f -> f.why(snapshot.database().server().product() + " has no " + noun + "s"));
    }

    private static List<String> names(Collection<QualifiedName> names) {
        return names.stream().map(QualifiedName::toString).toList();
    }

    public static Optional<Failure> columns(Snapshot snapshot, View view, List<String> wanted) {
        List<String> unknown =
                wanted.stream().filter(c -> !view.columns().contains(c)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting("view " + view.name() + " to have these columns")
                        .want(String.join(", ", wanted))
                        .have(String.join(", ", view.columns()))
                        .why(Missing.absence(snapshot, unknown, view.columns())));
    }

    public static Optional<Failure> onlyColumns(Snapshot snapshot, View view, List<String> wanted) {
        return ShouldHaveOnly.failure(snapshot, "view " + view.name(), "column", wanted, view.columns());
    }

    public static Optional<Failure> materialized(Snapshot snapshot, View view) {
        return view.materialized()
                ? Optional.empty()
                : Optional.of(Failure.expecting("view " + view.name() + " to be materialized")
                        .wanting("materialized")
                        .having("not materialized")
                        .why("on " + snapshot.database().server().product() + " it is computed whenever it is read"));
    }

    public static Optional<Failure> sequence(Sequence sequence, String clause, long wanted, long there) {
        return wanted == there
                ? Optional.empty()
                : Optional.of(Failure.expecting("sequence " + sequence.name())
                        .want(clause + " " + wanted)
                        .have(clause + " " + there));
    }

    public static Optional<Failure> trigger(Trigger trigger, Trigger.Timing timing, Set<Trigger.Event> events) {
        return trigger.timing() == timing && trigger.events().equals(events)
                ? Optional.empty()
                : Optional.of(Failure.expecting("trigger " + trigger.name() + " of table " + trigger.table())
                        .want(fires(timing, events))
                        .have(fires(trigger.timing(), trigger.events())));
    }

    private static String fires(Trigger.Timing timing, Set<Trigger.Event> events) {
        return timing.name().replace('_', ' ')
                + events.stream().sorted().map(Enum::name).collect(Collectors.joining(" OR ", " ", ""));
    }

    /** A trigger of a table by name. */
    public static Optional<Failure> missingTrigger(TableView view, String name, List<Trigger> there) {
        return Missing.table(view, "to have a trigger named " + name).or(() -> {
            List<String> names = there.stream().map(Trigger::name).toList();
            return names.contains(name) ? Optional.empty() : Optional.of(absent(view, name, names));
        });
    }

    private static Failure absent(TableView view, String name, List<String> there) {
        return Failure.expecting(
                        "table " + view.name() + " to have a trigger named " + name + ", but it has none of that name.")
                .wanting(name)
                .have(Names.counted("trigger", there))
                .why("there is no trigger " + name + Names.hint(view.snapshot(), name, there));
    }

    /** Exactly these triggers. */
    public static Optional<Failure> onlyTriggers(TableView view, List<String> wanted, List<String> there) {
        return Missing.table(view, "to have exactly the triggers " + String.join(", ", wanted))
                .or(() -> ShouldHaveOnly.failure(view.snapshot(), "table " + view.name(), "trigger", wanted, there));
    }
}

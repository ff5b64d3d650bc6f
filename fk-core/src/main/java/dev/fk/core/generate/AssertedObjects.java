package dev.fk.core.generate;

import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Sequence;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.Trigger;
import dev.fk.core.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The assertions about views, sequences and triggers; nothing where there are none. */
record AssertedObjects(SchemaObjects objects, Set<String> imports) {
    /** About the whole schema. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!objects.views().isEmpty()) {
            lines.add(JavaText.naming(
                    "hasOnlyViews", objects.views().stream().map(View::name).toList()));
        }
        for (View view : objects.views()) {
            lines.add(JavaText.naming("hasView", List.of(view.name()))
                    + JavaText.call("hasOnlyColumns", view.columns())
                    + (view.materialized() ? ".isMaterialized()" : "")
                    + ".and()");
        }
        if (!objects.sequences().isEmpty()) {
            lines.add(JavaText.naming(
                    "hasOnlySequences",
                    objects.sequences().stream().map(Sequence::name).toList()));
        }
        for (Sequence sequence : objects.sequences()) {
            lines.add(JavaText.naming("hasSequence", List.of(sequence.name()))
                    + ".startsAt(" + sequence.start() + "L)"
                    + ".incrementsBy(" + sequence.increment() + "L).and()");
        }
        return lines;
    }

    /** About one table. */
    List<AssertedLine> lines(Table table) {
        List<Trigger> triggers = objects.triggers().stream()
                .filter(t -> t.table().equals(table.name()))
                .toList();
        if (triggers.isEmpty()) {
            return List.of();
        }
        List<AssertedLine> lines = new ArrayList<>();
        lines.add(new AssertedLine(
                JavaText.call(
                        "hasOnlyTriggers", triggers.stream().map(Trigger::name).toList()),
                !triggers.stream().allMatch(Trigger::isEnabled)));
        triggers.stream().filter(Trigger::isEnabled).forEach(t -> fires(t).ifPresent(
                        f -> lines.add(AssertedLine.of(JavaText.call("hasTrigger", t.name()) + f + ".and()"))));
        return lines;
    }

    private Optional<String> fires(Trigger trigger) {
        if (trigger.timing() == Trigger.Timing.INSTEAD_OF) {
            return Optional.empty();
        }
        imports.add("dev.fk.core.schema.Trigger");
        String method = trigger.timing() == Trigger.Timing.BEFORE ? ".firesBefore(" : ".firesAfter(";
        return Optional.of(trigger.events().stream()
                .sorted()
                .map(e -> "Trigger.Event." + e.name())
                .collect(Collectors.joining(", ", method, ")")));
    }
}

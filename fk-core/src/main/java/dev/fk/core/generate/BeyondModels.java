package dev.fk.core.generate;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a table has and models have no words for. */
record BeyondModels(SaidTable table) implements Constraint.Visitor<List<String>> {
    /** A line for each part that has such. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        table.said().columns().forEach(c -> line(c.name(), ofColumn(c), lines));
        table.there().constraints().forEach(c -> line(c.name().orElseGet(() -> kind(c)), c.accept(this), lines));
        return lines;
    }

    private static void line(String part, List<String> beyond, List<String> lines) {
        if (!beyond.isEmpty()) {
            lines.add(part + ": " + String.join(", ", beyond));
        }
    }

    private static String kind(Constraint unnamed) {
        return unnamed.getClass().getSimpleName();
    }

    private List<String> ofColumn(Column column) {
        // one without a value is that it is inherited, which the options of the table say
        List<String> beyond = new ArrayList<>(
                texts(column.options()).stream().filter(t -> t.contains(" ")).toList());
        boolean counts = table.there()
                .column(column.name())
                .filter(c -> c.generation() != Generation.none())
                .isPresent();
        if (counts && column.generation() == Generation.none()) {
            beyond.add("counts up, as another one does");
        }
        if (column.generation() instanceof Generation.Identity identity && !AttributeSource.isPlain(identity)) {
            beyond.add("identity " + String.join(", ", texts(identity.sequence())));
        }
        return beyond;
    }

    private static List<String> texts(Options options) {
        return options.values().entrySet().stream()
                .map(e -> (e.getKey() + " " + e.getValue()).strip())
                .toList();
    }

    private static List<String> with(Options options, Enforcement rows, Stream<String> more) {
        Stream<String> unchecked = rows == Enforcement.ENFORCED
                ? Stream.of()
                : Stream.of(rows.name().replace('_', ' '));
        return Stream.of(texts(options).stream(), unchecked, more)
                .flatMap(s -> s)
                .toList();
    }

    @Override
    public List<String> primaryKey(PrimaryKey key) {
        Stream<String> time = key.deferrability() == Deferrability.NOT_DEFERRABLE
                ? Stream.of()
                : Stream.of(key.deferrability().name().replace('_', ' '));
        return with(key.options(), Enforcement.ENFORCED, time);
    }

    @Override
    public List<String> uniqueKey(UniqueKey key) {
        return texts(key.options());
    }

    @Override
    public List<String> foreignKey(ForeignKey key) {
        Stream<String> columns = key.onDeleteColumns().isEmpty()
                ? Stream.of()
                : Stream.of("ON DELETE sets only " + String.join(", ", key.onDeleteColumns()));
        Stream<String> itself = table.others().contains(key) ? Stream.of(key.toString()) : Stream.of();
        return with(key.options(), key.enforcement(), Stream.concat(columns, itself));
    }

    @Override
    public List<String> check(Check check) {
        return with(check.options(), check.enforcement(), Stream.of());
    }

    @Override
    public List<String> exclusion(Exclusion exclusion) {
        return List.of(exclusion.definition());
    }

    @Override
    public List<String> index(Index index) {
        return texts(index.options());
    }
}

package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits of foreign keys. */
record ForeignKeyEdits(Draw draw, Vocabulary vocabulary, RandomSchemas schemas) {
    List<UnaryOperator<Schema>> all() {
        return List.of(
                this::addWithColumns,
                this::addOverColumns,
                this::addOverColumns,
                this::drop,
                this::actions,
                this::actions,
                this::deferrability,
                this::match,
                this::enforcement,
                this::onDeleteColumns,
                this::retarget);
    }

    private Schema addWithColumns(Schema schema) {
        Optional<Table> child = draw.any(schema.tables().values());
        Optional<Table> parent = draw.any(schema.tables().values());
        if (child.isEmpty()
                || parent.isEmpty()
                || Repair.referable(parent.get()).isEmpty()) {
            return schema;
        }
        int number = 0;
        String prefix = "fk" + number;
        while (startsColumn(child.get(), prefix)) {
            prefix = "fk" + ++number;
        }
        Table edited = schemas.withForeignKey(child.get(), parent.get(), number);
        int last = edited.foreignKeys().size() - 1;
        if (last < child.get().foreignKeys().size()) {
            return schema;
        }
        List<ForeignKey> keys = new ArrayList<>(edited.foreignKeys());
        keys.set(
                last,
                keys.get(last)
                        .named(Edits.fresh(schema, "fk_" + child.get().name().name())));
        return schema.with(edited.withForeignKeys(keys));
    }

    private static boolean startsColumn(Table table, String prefix) {
        return table.columns().stream().anyMatch(c -> c.name().startsWith(prefix + "_"));
    }

    /** Over columns that are there already. */
    private Schema addOverColumns(Schema schema) {
        Optional<Table> child = draw.any(schema.tables().values());
        Optional<Table> parent = draw.any(schema.tables().values());
        if (child.isEmpty() || parent.isEmpty()) {
            return schema;
        }
        Optional<List<String>> target = draw.any(Repair.referable(parent.get()));
        Optional<List<String>> columns = target.flatMap(t -> fitting(child.get(), parent.get(), t));
        if (columns.isEmpty()) {
            return schema;
        }
        ForeignKey key = ForeignKey.of(columns.get(), parent.get().name(), target.get())
                .withActions(draw.pick(vocabulary.actions()), draw.pick(vocabulary.actions()))
                .withDeferrability(draw.pick(vocabulary.deferrabilities()))
                .named(Edits.fresh(schema, "fk_" + child.get().name().name()));
        boolean taken = child.get().foreignKeys().stream().anyMatch(k -> k.key().equals(key.key()));
        boolean same = child.get().name().equals(parent.get().name()) && columns.equals(target);
        return taken || same
                ? schema
                : schema.with(
                        child.get().withForeignKeys(KeyEdits.with(child.get().foreignKeys(), key)));
    }

    /** Columns of the child that could hold the parent's key. */
    private Optional<List<String>> fitting(Table child, Table parent, List<String> target) {
        List<String> columns = new ArrayList<>();
        for (String name : target) {
            Column wanted = parent.column(name).orElseThrow();
            Optional<Column> column = draw.any(child.columns().stream()
                    .filter(c -> c.type().equals(wanted.type())
                            && c.collation().equals(wanted.collation())
                            && !columns.contains(c.name()))
                    .toList());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get().name());
        }
        return Optional.of(columns);
    }

    private Schema drop(Schema schema) {
        return draw.any(schema.tables().values())
                .flatMap(t -> draw.any(t.foreignKeys())
                        .map(k -> schema.with(t.withForeignKeys(KeyEdits.without(t.foreignKeys(), k)))))
                .orElse(schema);
    }

    private Schema altered(Schema schema, UnaryOperator<ForeignKey> edit) {
        return draw.any(schema.tables().values())
                .flatMap(t -> draw.any(t.foreignKeys()).map(k -> {
                    List<ForeignKey> keys = KeyEdits.with(KeyEdits.without(t.foreignKeys(), k), edit.apply(k));
                    return schema.with(t.withForeignKeys(keys));
                }))
                .orElse(schema);
    }

    private Schema actions(Schema schema) {
        return altered(schema, k -> k.withOnDeleteColumns(List.of())
                .withActions(draw.pick(vocabulary.actions()), draw.pick(vocabulary.actions())));
    }

    private Schema deferrability(Schema schema) {
        return altered(schema, k -> k.withDeferrability(draw.pick(vocabulary.deferrabilities())));
    }

    private Schema match(Schema schema) {
        List<MatchType> matches = vocabulary.extras().matches();
        return matches.isEmpty() ? schema : altered(schema, k -> k.withMatch(draw.pick(matches)));
    }

    private Schema enforcement(Schema schema) {
        List<Enforcement> possible = vocabulary.extras().enforcements().foreignKeys();
        return possible.isEmpty() ? schema : altered(schema, k -> k.withEnforcement(draw.pick(possible)));
    }

    private Schema onDeleteColumns(Schema schema) {
        return vocabulary.extras().onDeleteColumns()
                ? altered(
                        schema,
                        k -> k.columns().size() > 1 && k.onDeleteColumns().isEmpty()
                                ? k.withActions(ReferentialAction.SET_NULL, k.onUpdate())
                                        .withOnDeleteColumns(List.of(draw.pick(k.columns())))
                                : k.withOnDeleteColumns(List.of()))
                : schema;
    }

    /** The same columns lead to another key. */
    private Schema retarget(Schema schema) {
        return altered(schema, key -> draw.any(schema.tables().values())
                .flatMap(t -> draw.any(Repair.referable(t))
                        .filter(columns -> columns.size() == key.columns().size())
                        .map(columns -> key.withReferenced(t.name(), columns)))
                .orElse(key));
    }
}

package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Edits of columns; a column under a foreign key changes together with those it is linked to. */
record ColumnEdits(Draw draw, Vocabulary vocabulary, RandomSchemas schemas) {
    private record Place(QualifiedName table, String column) {}

    List<UnaryOperator<Schema>> all() {
        return List.of(
                this::add,
                this::drop,
                this::retype,
                this::retype,
                this::nullability,
                this::nullability,
                this::defaultValue,
                this::count,
                this::count,
                this::compute,
                this::compute,
                this::recompute,
                this::recompute,
                this::comment,
                this::collate,
                this::options);
    }

    private Schema add(Schema schema) {
        Optional<Table> table = draw.any(schema.tables().values());
        if (table.isEmpty()) {
            return schema;
        }
        List<EnumDefinition> enums = new ArrayList<>();
        Column column = schemas.column(fresh(table.get(), "c"), table.get().name(), enums);
        List<Column> columns = new ArrayList<>(table.get().columns());
        columns.add(draw.upTo(columns.size()), column);
        Schema more = schema.with(table.get().withColumns(columns));
        for (EnumDefinition definition : enums) {
            more = more.with(definition);
        }
        return more;
    }

    private static String fresh(Table table, String prefix) {
        int number = 0;
        while (table.column(prefix + number).isPresent()) {
            number++;
        }
        return prefix + number;
    }

    private Schema drop(Schema schema) {
        return in(schema, (table, column) -> {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.remove(column);
            boolean plainLeft = columns.stream().anyMatch(c -> !isComputed(c));
            return plainLeft ? table.withColumns(columns) : table;
        });
    }

    private Schema retype(Schema schema) {
        Optional<Place> place = place(schema);
        if (place.isEmpty()) {
            return schema;
        }
        Set<Place> linked = linked(schema, place.get());
        boolean counted = linked.stream().anyMatch(p -> counts(column(schema, p)));
        boolean keys = linked.stream().anyMatch(p -> isInKey(schema, p));
        List<DataType> types = Stream.concat(
                        vocabulary.keyTypes().stream(),
                        keys || counted ? Stream.empty() : vocabulary.otherTypes().stream())
                .filter(t -> !counted || t instanceof DataType.Int)
                .toList();
        DataType type = draw.pick(types);
        if (type.equals(column(schema, place.get()).type())
                || linked.stream().anyMatch(p -> isComputed(column(schema, p)))) {
            return schema;
        }
        Schema edited = schema;
        for (Place p : linked) {
            Column column = column(schema, p);
            Generation generation = counted && counts(column) ? column.generation() : someDefault(type);
            Column retyped = column.withType(type)
                    .withGeneration(generation)
                    .withCollation(Optional.empty())
                    .withOptions(Options.none());
            edited = Repair.replaced(
                    edited, p.table(), t -> Repair.withoutExpressionsOver(replaced(t, column, retyped), column.name()));
        }
        return edited;
    }

    private Generation someDefault(DataType type) {
        List<String> defaults = vocabulary.defaults().getOrDefault(type, List.of());
        return defaults.isEmpty() || draw.chance(2) ? Generation.none() : Generation.defaultTo(draw.pick(defaults));
    }

    private Schema nullability(Schema schema) {
        return in(schema, (table, column) -> {
            boolean fixed = counts(column)
                    || isComputed(column)
                    || table.primaryKey()
                            .map(PrimaryKey::columns)
                            .filter(c -> c.contains(column.name()))
                            .isPresent();
            return fixed ? table : replaced(table, column, column.withNullable(!column.nullable()));
        });
    }

    private Schema defaultValue(Schema schema) {
        return in(schema, (table, column) -> {
            List<String> defaults = column.type() instanceof DataType.Named named
                    ? schema.enums().get(named.name()).labels().stream()
                            .map(l -> "'" + l.replace("'", "''") + "'")
                            .toList()
                    : vocabulary.defaults().getOrDefault(column.type(), List.of());
            if (counts(column) || isComputed(column) || defaults.isEmpty()) {
                return table;
            }
            boolean goes = column.generation() instanceof Generation.Default && draw.chance(2);
            return replaced(
                    table,
                    column,
                    column.withGeneration(goes ? Generation.none() : Generation.defaultTo(draw.pick(defaults))));
        });
    }

    /** A column begins to count, or counts in another way, or stops. */
    private Schema count(Schema schema) {
        boolean again = draw.chance(2);
        return in(schema, c -> again ? counts(c) : c.type() instanceof DataType.Int, (table, column) -> {
            if (counts(column)) {
                boolean stops = draw.chance(2) || vocabulary.generatedKeys().isEmpty();
                return replaced(
                        table,
                        column,
                        column.withGeneration(stops ? Generation.none() : draw.pick(vocabulary.generatedKeys())));
            }
            boolean refers =
                    table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()));
            boolean possible = column.type() instanceof DataType.Int
                    && vocabulary.keyTypes().contains(column.type())
                    && !refers
                    && !isComputed(column);
            return possible
                    ? Repair.withoutExpressionsOver(
                            replaced(
                                    table,
                                    column,
                                    column.notNull().withGeneration(draw.pick(vocabulary.generatedKeys()))),
                            column.name())
                    : table;
        });
    }

    /** A new computed column. */
    private Schema compute(Schema schema) {
        return in(schema, c -> shape(c).isPresent(), (table, column) -> shape(column)
                .map(shape -> {
                    Column computed = Column.of(fresh(table, "g"), shape.type())
                            .withGeneration(computation(shape, column.name()));
                    List<Column> columns = new ArrayList<>(table.columns());
                    columns.add(computed);
                    return table.withColumns(columns);
                })
                .orElse(table));
    }

    private Optional<Extras.ComputedColumn> shape(Column column) {
        boolean plain =
                column.generation() instanceof Generation.None || column.generation() instanceof Generation.Default;
        return draw.any(vocabulary.extras().computed().stream()
                .filter(s -> plain && s.from().equals(column.type()))
                .toList());
    }

    private Generation computation(Extras.ComputedColumn shape, String column) {
        return new Generation.Computed(
                new Expression(String.format(draw.pick(shape.expressions()), column)),
                draw.pick(vocabulary.extras().storages()));
    }

    /** A computed column computes something else, or becomes a plain one, or the other way round. */
    private Schema recompute(Schema schema) {
        boolean again = !draw.chance(3);
        return in(schema, c -> again ? isComputed(c) : isLikeComputed(c), (table, column) -> {
            if (isComputed(column) && draw.chance(3)) {
                return replaced(table, column, column.withGeneration(Generation.none()));
            }
            Optional<Column> base = draw.any(table.columns().stream()
                    .filter(c -> !c.equals(column) && shape(c).isPresent())
                    .toList());
            Optional<Extras.ComputedColumn> shape =
                    base.flatMap(this::shape).filter(s -> s.type().equals(column.type()));
            boolean free = !counts(column)
                    && !isInKey(schema, new Place(table.name(), column.name()))
                    && column.options().isEmpty();
            if (shape.isEmpty() || !free) {
                return table;
            }
            return replaced(
                    table,
                    column,
                    column.withNullable(true)
                            .withCollation(Optional.empty())
                            .withGeneration(computation(shape.get(), base.get().name())));
        });
    }

    private Schema comment(Schema schema) {
        return vocabulary.comments()
                ? in(
                        schema,
                        (table, column) -> replaced(table, column, column.withComment(draw.pick(Edits.comments()))))
                : schema;
    }

    private Schema collate(Schema schema) {
        Optional<Place> place = place(schema);
        List<String> collations = vocabulary.extras().collations();
        if (place.isEmpty()
                || collations.isEmpty()
                || !isText(column(schema, place.get()).type())) {
            return schema;
        }
        Set<Place> linked = linked(schema, place.get());
        if (linked.stream().anyMatch(p -> isComputed(column(schema, p)))) {
            return schema;
        }
        Optional<String> collation = draw.chance(3) ? Optional.empty() : Optional.of(draw.pick(collations));
        Schema edited = schema;
        for (Place p : linked) {
            Column column = column(schema, p);
            edited = Repair.replaced(
                    edited,
                    p.table(),
                    t -> Repair.withoutExpressionsOver(
                            replaced(t, column, column.withCollation(collation)), column.name()));
        }
        return edited;
    }

    private static boolean isText(DataType type) {
        return (type instanceof DataType.Varchar string && !string.binary()) || type instanceof DataType.Text;
    }

    private Schema options(Schema schema) {
        return in(schema, this::hasOptions, (table, column) -> {
            List<Options> options = vocabulary.extras().columnOptions().getOrDefault(column.type(), List.of());
            if (options.isEmpty() || isComputed(column) || counts(column)) {
                return table;
            }
            return replaced(
                    table,
                    column,
                    column.withOptions(column.options().isEmpty() ? draw.pick(options) : Options.none()));
        });
    }

    private boolean isLikeComputed(Column column) {
        return !isComputed(column)
                && vocabulary.extras().computed().stream()
                        .anyMatch(s -> s.type().equals(column.type()));
    }

    private boolean hasOptions(Column column) {
        return vocabulary.extras().columnOptions().containsKey(column.type());
    }

    private interface Edit {
        Table of(Table table, Column column);
    }

    private Schema in(Schema schema, Edit edit) {
        return in(schema, c -> true, edit);
    }

    private Schema in(Schema schema, Predicate<Column> which, Edit edit) {
        return place(schema, which)
                .map(p -> Repair.replaced(schema, p.table(), t -> edit.of(t, column(schema, p))))
                .orElse(schema);
    }

    private Optional<Place> place(Schema schema) {
        return place(schema, c -> true);
    }

    private Optional<Place> place(Schema schema, Predicate<Column> which) {
        return draw.any(schema.tables().values().stream()
                .flatMap(t -> t.columns().stream().filter(which).map(c -> new Place(t.name(), c.name())))
                .toList());
    }

    private static Column column(Schema schema, Place place) {
        return schema.table(place.table())
                .flatMap(t -> t.column(place.column()))
                .orElseThrow();
    }

    private static Table replaced(Table table, Column old, Column now) {
        return table.withColumns(
                table.columns().stream().map(c -> c.equals(old) ? now : c).toList());
    }

    private static boolean counts(Column column) {
        return column.generation() instanceof Generation.AutoIncrement
                || column.generation() instanceof Generation.Identity;
    }

    private static boolean isComputed(Column column) {
        return column.generation() instanceof Generation.Computed;
    }

    private static boolean isInKey(Schema schema, Place place) {
        Table table = schema.table(place.table()).orElseThrow();
        return Stream.of(
                        table.primaryKey().stream().flatMap(k -> k.columns().stream()),
                        table.uniqueKeys().stream().flatMap(k -> k.columns().stream()),
                        table.foreignKeys().stream().flatMap(k -> k.columns().stream()),
                        table.indexes().stream().flatMap(i -> Repair.columnsOf(i).stream()),
                        table.exclusions().stream().flatMap(x -> Repair.columns(x.definition()).stream()))
                .flatMap(s -> s)
                .anyMatch(place.column()::equals);
    }

    /** The column and all that foreign keys tie to it, in either direction. */
    private static Set<Place> linked(Schema schema, Place start) {
        Set<Place> linked = new HashSet<>(Set.of(start));
        for (int before = 0; before < linked.size(); ) {
            before = linked.size();
            for (Table table : schema.tables().values()) {
                for (ForeignKey key : table.foreignKeys()) {
                    for (int i = 0; i < key.columns().size(); i++) {
                        Place own = new Place(table.name(), key.columns().get(i));
                        Place other = new Place(
                                key.referencedTable(), key.referencedColumns().get(i));
                        if (linked.contains(own) || linked.contains(other)) {
                            linked.add(own);
                            linked.add(other);
                        }
                    }
                }
            }
        }
        return linked;
    }
}

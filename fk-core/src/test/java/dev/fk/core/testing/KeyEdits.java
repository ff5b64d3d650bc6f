package dev.fk.core.testing;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Edits of primary and unique keys, checks and exclusions, and of the names of all constraints. */
record KeyEdits(Draw draw, Vocabulary vocabulary) {
    List<UnaryOperator<Schema>> all() {
        return List.of(
                this::primaryKey,
                this::addUniqueKey,
                this::alterUniqueKey,
                this::dropUniqueKey,
                this::addCheck,
                this::alterCheck,
                this::dropCheck,
                this::exclusion,
                this::rename,
                this::rename,
                this::swapNames,
                this::unname);
    }

    private interface Edit {
        Table of(Table table);
    }

    private Schema in(Schema schema, Edit edit) {
        return draw.any(schema.tables().values())
                .map(t -> schema.with(edit.of(t)))
                .orElse(schema);
    }

    /** The primary key goes, comes or is over other columns. */
    private Schema primaryKey(Schema schema) {
        return in(schema, table -> {
            if (table.primaryKey().isPresent() && draw.chance(3)) {
                return table.withPrimaryKey(Optional.empty());
            }
            List<String> columns = keyColumns(table, 2);
            if (columns.isEmpty()) {
                return table;
            }
            PrimaryKey key = PrimaryKey.of(columns.toArray(String[]::new))
                    .withName(
                            Optional.of(Edits.fresh(schema, "pk_" + table.name().name())));
            return table.withPrimaryKey(Optional.of(key));
        });
    }

    private Schema addUniqueKey(Schema schema) {
        return in(schema, table -> {
            List<String> columns = keyColumns(table, 3);
            boolean taken =
                    table.uniqueKeys().stream().anyMatch(k -> k.columns().equals(columns))
                            || table.primaryKey()
                                    .filter(k -> k.columns().equals(columns))
                                    .isPresent();
            if (columns.isEmpty() || taken) {
                return table;
            }
            Options options =
                    draw.chance(3) ? draw.any(vocabulary.extras().keyOptions()).orElse(Options.none()) : Options.none();
            return table.withUniqueKeys(with(
                    table.uniqueKeys(),
                    new UniqueKey(
                            Optional.of(Edits.fresh(schema, "uk_" + table.name().name())),
                            columns,
                            deferrability(),
                            options)));
        });
    }

    private Deferrability deferrability() {
        return draw.chance(4)
                ? draw.any(vocabulary.extras().keyDeferrabilities()).orElse(Deferrability.NOT_DEFERRABLE)
                : Deferrability.NOT_DEFERRABLE;
    }

    private Schema alterUniqueKey(Schema schema) {
        return in(schema, table -> draw.any(table.uniqueKeys())
                .map(key -> {
                    UniqueKey now = draw.chance(2)
                            ? new UniqueKey(
                                    key.name(),
                                    key.columns(),
                                    draw.any(vocabulary.extras().keyDeferrabilities())
                                            .orElse(key.deferrability()),
                                    key.options())
                            : new UniqueKey(
                                    key.name(),
                                    key.columns(),
                                    key.deferrability(),
                                    key.options().isEmpty()
                                            ? draw.any(vocabulary.extras().keyOptions())
                                                    .orElse(Options.none())
                                            : Options.none());
                    return table.withUniqueKeys(with(without(table.uniqueKeys(), key), now));
                })
                .orElse(table));
    }

    private Schema dropUniqueKey(Schema schema) {
        return in(schema, table -> draw.any(table.uniqueKeys())
                .map(k -> table.withUniqueKeys(without(table.uniqueKeys(), k)))
                .orElse(table));
    }

    private Schema addCheck(Schema schema) {
        return in(schema, table -> draw.any(table.columns())
                .filter(c -> !(c.generation() instanceof Generation.AutoIncrement
                        || c.generation() instanceof Generation.Identity))
                .flatMap(c -> expression(c)
                        .map(sql -> new Check(
                                Optional.of(
                                        Edits.fresh(schema, "ck_" + table.name().name())),
                                new Expression(sql),
                                enforcement(),
                                Options.none())))
                .filter(c ->
                        table.checks().stream().noneMatch(o -> o.expression().equals(c.expression())))
                .map(c -> table.withChecks(with(table.checks(), c)))
                .orElse(table));
    }

    private Optional<String> expression(Column column) {
        return draw.any(vocabulary.checks().getOrDefault(column.type(), List.of()))
                .map(template -> String.format(template, column.name()));
    }

    private Enforcement enforcement() {
        return draw.chance(3)
                ? draw.any(vocabulary.extras().enforcements().checks()).orElse(Enforcement.ENFORCED)
                : Enforcement.ENFORCED;
    }

    /** Another expression under the same name, or another enforcement of the same. */
    private Schema alterCheck(Schema schema) {
        return in(schema, table -> draw.any(table.checks())
                .map(check -> {
                    Optional<String> other = draw.any(table.columns())
                            .filter(c -> !c.name().equals("id"))
                            .flatMap(this::expression)
                            .filter(sql -> draw.chance(2)
                                    && table.checks().stream()
                                            .noneMatch(c -> c.expression().sql().equals(sql)));
                    Check now = new Check(
                            check.name(),
                            other.map(Expression::new).orElse(check.expression()),
                            enforcement(),
                            check.options());
                    return table.withChecks(with(without(table.checks(), check), now));
                })
                .orElse(table));
    }

    private Schema dropCheck(Schema schema) {
        return in(schema, table -> draw.any(table.checks())
                .map(c -> table.withChecks(without(table.checks(), c)))
                .orElse(table));
    }

    private Schema exclusion(Schema schema) {
        return in(schema, table -> {
            if (!table.exclusions().isEmpty()) {
                return table.withExclusions(List.of());
            }
            List<String> columns = keyColumns(table, 1);
            return draw.any(vocabulary.extras().exclusions())
                    .filter(t -> !columns.isEmpty())
                    .map(template -> table.withExclusions(List.of(new Exclusion(
                            Optional.of(Edits.fresh(schema, "ex_" + table.name().name())),
                            String.format(template, columns.get(0))))))
                    .orElse(table);
        });
    }

    private Schema rename(Schema schema) {
        return in(schema, table -> draw.any(table.constraints().toList())
                .map(c -> named(table, c, Optional.of(Edits.fresh(schema, "other"))))
                .orElse(table));
    }

    /** Two constraints of a kind change their names with each other. */
    private Schema swapNames(Schema schema) {
        return in(schema, table -> {
            List<Constraint> two = draw.shuffled(table.constraints().toList());
            if (two.size() < 2
                    || !two.get(0).getClass().equals(two.get(1).getClass())
                    || two.get(0).name().isEmpty()
                    || two.get(1).name().isEmpty()) {
                return table;
            }
            Table half = named(table, two.get(0), Optional.of("between"));
            Table other = named(half, two.get(1), two.get(0).name());
            return named(
                    other,
                    two.get(0).withName(Optional.of("between")),
                    two.get(1).name());
        });
    }

    /** The name is left to the server. */
    private Schema unname(Schema schema) {
        return vocabulary.extras().unnamed()
                ? in(schema, table -> draw.any(table.constraints().toList())
                        .map(c -> named(table, c, Optional.empty()))
                        .orElse(table))
                : schema;
    }

    private static Table named(Table table, Constraint constraint, Optional<String> name) {
        return constraint.accept(new Constraint.Visitor<Table>() {
            @Override
            public Table primaryKey(PrimaryKey key) {
                return table.withPrimaryKey(Optional.of(key.withName(name)));
            }

            @Override
            public Table uniqueKey(UniqueKey key) {
                return table.withUniqueKeys(with(without(table.uniqueKeys(), key), key.withName(name)));
            }

            @Override
            public Table foreignKey(ForeignKey key) {
                return table.withForeignKeys(with(without(table.foreignKeys(), key), key.withName(name)));
            }

            @Override
            public Table check(Check check) {
                return table.withChecks(with(without(table.checks(), check), check.withName(name)));
            }

            @Override
            public Table exclusion(Exclusion exclusion) {
                return table.withExclusions(with(without(table.exclusions(), exclusion), exclusion.withName(name)));
            }

            @Override
            public Table index(Index index) {
                return table.withIndexes(with(without(table.indexes(), index), index.withName(name)));
            }
        });
    }

    private List<String> keyColumns(Table table, int max) {
        List<String> names = draw.shuffled(table.columns().stream()
                .filter(c ->
                        vocabulary.keyTypes().contains(c.type()) && !(c.generation() instanceof Generation.Computed))
                .map(Column::name)
                .toList());
        return names.subList(0, Math.min(names.size(), 1 + draw.upTo(max - 1)));
    }

    static <T> List<T> with(List<T> values, T more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    static <T> List<T> without(List<T> values, T gone) {
        List<T> left = new ArrayList<>(values);
        left.remove(gone);
        return left;
    }
}

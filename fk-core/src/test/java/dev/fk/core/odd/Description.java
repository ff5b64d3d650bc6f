package dev.fk.core.odd;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.typed;

import dev.fk.core.model.Attribute;
import dev.fk.core.model.AttributeDefinition;
import dev.fk.core.model.IndexPartSpec;
import dev.fk.core.model.IndexSpec;
import dev.fk.core.model.Model;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.model.PlainAttribute;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The model of a table, as whoever looks at it writes it: with all that models have words for and nothing else. */
record Description(Table table) {
    /** Whether it has something that models would have otherwise, as it is not checked, cannot be, or counts in several columns. */
    boolean isAnother() {
        return table.checks().stream().anyMatch(c -> c.enforcement() != Enforcement.ENFORCED)
                || table.foreignKeys().stream().anyMatch(k -> k.enforcement() != Enforcement.ENFORCED)
                || table.columns().stream().anyMatch(c -> c.options()
                        .get("not null")
                        .filter("NOT VALID"::equals)
                        .isPresent())
                || table.foreignKeys().stream().anyMatch(this::setsWhatIsNeverNull)
                || table.columns().stream().filter(Description::counts).count() > 1;
    }

    private boolean setsWhatIsNeverNull(ForeignKey key) {
        return (key.onDelete() == ReferentialAction.SET_NULL || key.onUpdate() == ReferentialAction.SET_NULL)
                && key.columns().stream().flatMap(c -> table.column(c).stream()).anyMatch(c -> !c.nullable());
    }

    private static boolean counts(Column column) {
        return column.generation() == Generation.autoIncrement() || column.generation() instanceof Generation.Identity;
    }

    /** With another column in the place of the one of its name. */
    Description with(Column other) {
        return new Description(table.withColumns(table.columns().stream()
                .map(c -> c.name().equals(other.name()) ? other : c)
                .toList()));
    }

    Models models() {
        return models(m -> {});
    }

    Models models(Consumer<ModelSpec> more) {
        return Models.define(models -> {
            Model other = models.model("Other", m -> m.tableName("other")
                    .noTimestamps()
                    .attribute("a", integer().primaryKey())
                    .attribute("b", integer()));
            Model described = models.model("Described", m -> {
                describe(m);
                more.accept(m);
            });
            table.foreignKeys()
                    .forEach(key -> described.belongsTo(other, a -> {
                        a.foreignKey(key.columns().toArray(String[]::new))
                                .as("of" + String.join("", key.columns()))
                                .targetKey("a")
                                .onDelete(key.onDelete())
                                .onUpdate(key.onUpdate())
                                .match(key.match())
                                .deferrable(key.deferrability());
                        key.name().ifPresent(a::constraintName);
                    }));
        });
    }

    private void describe(ModelSpec m) {
        m.tableName(table.name().name()).noTimestamps();
        if (table.primaryKey().isEmpty()) {
            m.noPrimaryKey();
        }
        table.comment().ifPresent(m::comment);
        List.of("engine", "partition by", "unlogged")
                .forEach(key -> table.options().get(key).ifPresent(value -> m.option(key, value)));
        Stream.concat(keyed(), table.columns().stream().filter(c -> !isKeyed(c)))
                .forEach(column -> m.attribute(column.name(), attribute(column)));
        table.uniqueKeys()
                .forEach(key -> m.unique(u -> {
                    u.on(key.columns().toArray(String[]::new)).deferrable(key.deferrability());
                    key.name().ifPresent(u::named);
                }));
        table.checks().forEach(check -> check.name()
                .ifPresentOrElse(
                        n -> m.check(n, check.expression().sql()),
                        () -> m.check(check.expression().sql())));
        table.indexes().forEach(index -> m.index(i -> describe(index, i)));
    }

    /** In the order of the key, which is that of the attributes. */
    private Stream<Column> keyed() {
        return table.primaryKey().stream().flatMap(k -> k.columns().stream()).flatMap(c -> table.column(c).stream());
    }

    private boolean isKeyed(Column column) {
        return table.primaryKey()
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
    }

    private Attribute<?> attribute(Column column) {
        PlainAttribute attribute = typed(column.type());
        if (!column.nullable()) {
            attribute = attribute.notNull();
        }
        if (isKeyed(column)) {
            attribute = attribute.primaryKey();
        }
        if (column.comment().isPresent()) {
            attribute = attribute.comment(column.comment().get());
        }
        return column.generation().accept(new Said(attribute));
    }

    private record Said(PlainAttribute attribute) implements Generation.Visitor<Attribute<?>> {
        @Override
        public Attribute<?> none() {
            return attribute;
        }

        @Override
        public Attribute<?> defaultTo(Generation.Default generation) {
            return attribute.defaultExpression(generation.expression().sql());
        }

        @Override
        public Attribute<?> autoIncrement() {
            return counting(integer().autoIncrement());
        }

        @Override
        public Attribute<?> identity(Generation.Identity generation) {
            return counting(integer().autoIncrementIdentity(generation.mode()));
        }

        private Attribute<?> counting(Attribute<?> counter) {
            AttributeDefinition own = attribute.definition();
            return attribute.with(new AttributeDefinition(
                    own.type(),
                    own.field(),
                    own.nullable(),
                    own.primaryKey(),
                    counter.definition().generation(),
                    own.uniques(),
                    own.collation(),
                    own.comment(),
                    own.reference()));
        }

        @Override
        public Attribute<?> computed(Generation.Computed generation) {
            return attribute.generatedAs(generation.expression().sql(), generation.storage());
        }
    }

    private static void describe(Index index, IndexSpec i) {
        index.name().ifPresent(i::named);
        index.method().ifPresent(i::using);
        index.where().ifPresent(w -> i.where(w.sql()));
        if (index.unique()) {
            i.unique();
        }
        for (IndexPart part : index.parts()) {
            if (part.isExpression()) {
                i.onExpression(part.text(), p -> describe(part, p));
            } else {
                i.on(part.text(), p -> describe(part, p));
            }
        }
    }

    private static IndexPartSpec describe(IndexPart part, IndexPartSpec spec) {
        IndexPartSpec said = part.descending() ? spec.descending() : spec;
        if (part.prefixLength().isPresent()) {
            said = said.prefix(part.prefixLength().getAsInt());
        }
        for (var option : part.options().values().entrySet()) {
            said = switch (option.getKey()) {
                case "opclass" -> said.operatorClass(option.getValue());
                case "collation" -> said.collate(option.getValue());
                case "nulls" -> said.nulls(option.getValue());
                default -> said;
            };
        }
        return said;
    }
}

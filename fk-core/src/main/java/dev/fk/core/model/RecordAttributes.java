package dev.fk.core.model;

import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.Column;
import dev.fk.core.model.annotation.GeneratedAs;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.OneOf;
import dev.fk.core.model.annotation.Text;
import dev.fk.core.model.annotation.Unique;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the component of a record as an attribute. */
final class RecordAttributes {
    private final Problems problems;

    RecordAttributes(Problems problems) {
        this.problems = problems;
    }

    Optional<AttributeDefinition> read(RecordComponent component) {
        Optional<Column> column = RecordComponents.annotation(component, Column.class);
        return type(component, column).map(type -> {
            AttributeDefinition attribute = AttributeDefinition.of(type);
            boolean nullable = RecordComponents.isNullable(component);
            boolean inKey = RecordComponents.isPresent(component, Id.class);
            if (inKey) {
                attribute = attribute.withPrimaryKey();
            }
            if (!nullable || !inKey) { // a key that is not known yet is null in Java alone
                attribute = attribute.withNullable(nullable);
            }
            attribute = withColumn(attribute, column);
            Optional<Unique> unique = RecordComponents.annotation(component, Unique.class);
            if (unique.isPresent()) {
                attribute = attribute.withUnique(unique.map(Unique::value).filter(n -> !n.isEmpty()));
            }
            return generated(component, attribute);
        });
    }

    private static AttributeDefinition withColumn(AttributeDefinition attribute, Optional<Column> column) {
        AttributeDefinition result = attribute;
        for (Column options : column.stream().toList()) {
            if (!options.name().isEmpty()) {
                result = result.withField(options.name());
            }
            if (!options.comment().isEmpty()) {
                result = result.withComment(options.comment());
            }
            if (!options.defaultExpression().isEmpty()) {
                result = result.withGeneration(new Generation.Default(new Expression(options.defaultExpression())));
            }
        }
        return result;
    }

    /** What comes from elsewhere than the INSERT comes from one place. */
    private AttributeDefinition generated(RecordComponent component, AttributeDefinition attribute) {
        Optional<AutoIncrement> counter = RecordComponents.annotation(component, AutoIncrement.class);
        Optional<GeneratedAs> computed = RecordComponents.annotation(component, GeneratedAs.class);
        List<String> said = Stream.of(
                        counter.map(a -> "@AutoIncrement"),
                        computed.map(g -> "@GeneratedAs"),
                        Optional.of("@Column(defaultExpression)")
                                .filter(d -> attribute.generation() != Generation.none()))
                .flatMap(Optional::stream)
                .toList();
        if (said.size() > 1) {
            problems.add(RecordComponents.site(component) + " gets its values from " + String.join(" and ", said)
                    + ". Keep one of them.");
        }
        if (counter.isPresent() && !(attribute.type() instanceof DataType.Int)) {
            problems.add(
                    "@AutoIncrement on " + RecordComponents.site(component) + " counts whole numbers, but its type is "
                            + attribute.type().describe() + ". Make it an int or a long, or remove the annotation.");
        }
        return counter.map(RecordAttributes::counted)
                .or(() -> computed.map(g -> new Generation.Computed(new Expression(g.value()), g.storage())))
                .map(attribute::withGeneration)
                .orElse(attribute);
    }

    private static Generation counted(AutoIncrement counter) {
        if (counter.always()) {
            return new Generation.Identity(Generation.Identity.Mode.ALWAYS);
        }
        return counter.identity()
                ? new Generation.Identity(Generation.Identity.Mode.BY_DEFAULT)
                : Generation.autoIncrement();
    }

    private Optional<DataType> type(RecordComponent component, Optional<Column> column) {
        Optional<DataType> special = special(component, column);
        if (special.isPresent()) {
            column.ifPresent(c -> refuse(component, c, List.of("length", "precision", "scale", "unsigned")));
            return special;
        }
        Optional<DataType> type = JavaTypes.attribute(RecordComponents.columnType(component))
                .map(a -> a.definition().type());
        if (type.isEmpty()) {
            problems.add(RecordComponents.site(component) + " has the Java type "
                    + component.getGenericType().getTypeName() + ", which is no column by itself. Annotate it with "
                    + "@BelongsTo, @HasMany, @HasOne or @BelongsToMany, give its SQL type with @Column(type = ...), or "
                    + "leave it out with @Transient.");
        }
        return type.map(t -> column.map(c -> sized(component, t, c)).orElse(t));
    }

    private Optional<DataType> special(RecordComponent component, Optional<Column> column) {
        Optional<DataType> text =
                RecordComponents.annotation(component, Text.class).map(t -> new DataType.Text(t.value()));
        Optional<DataType> labels =
                RecordComponents.annotation(component, OneOf.class).map(o -> new DataType.EnumType(List.of(o.value())));
        Optional<DataType> raw =
                column.map(Column::type).filter(t -> !t.isEmpty()).map(DataType.Other::new);
        List<String> said = Stream.of(text.map(t -> "@Text"), labels.map(l -> "@OneOf"), raw.map(r -> "@Column(type)"))
                .flatMap(Optional::stream)
                .toList();
        if (said.size() > 1) {
            problems.add(RecordComponents.site(component) + " gets its type from " + String.join(" and ", said)
                    + ". Keep one of them.");
        }
        return text.or(() -> labels).or(() -> raw);
    }

    private DataType sized(RecordComponent component, DataType type, Column column) {
        OptionalInt precision = optional(column.precision());
        if (type instanceof DataType.Varchar varchar) {
            refuse(component, column, List.of("precision", "scale", "unsigned"));
            return column.length() < 0 ? varchar : new DataType.Varchar(column.length());
        }
        if (type instanceof DataType.Int number) {
            refuse(component, column, List.of("length", "precision", "scale"));
            return new DataType.Int(number.size(), column.unsigned(), false);
        }
        if (type instanceof DataType.Decimal) {
            refuse(component, column, List.of("length"));
            return new DataType.Decimal(precision, optional(column.scale()), column.unsigned(), false);
        }
        if (type instanceof DataType.DateTime) {
            refuse(component, column, List.of("length", "scale", "unsigned"));
            return new DataType.DateTime(precision);
        }
        if (type instanceof DataType.Time) {
            refuse(component, column, List.of("length", "scale", "unsigned"));
            return new DataType.Time(precision, false);
        }
        refuse(component, column, List.of("length", "precision", "scale", "unsigned"));
        return type;
    }

    private void refuse(RecordComponent component, Column column, List<String> options) {
        for (String option : options) {
            boolean given =
                    switch (option) {
                        case "length" -> column.length() >= 0;
                        case "precision" -> column.precision() >= 0;
                        case "scale" -> column.scale() >= 0;
                        default -> column.unsigned();
                    };
            if (given) {
                problems.add("@Column(" + option + ") on " + RecordComponents.site(component)
                        + " means nothing for its type, "
                        + component.getGenericType().getTypeName() + ". Remove it.");
            }
        }
    }

    private static OptionalInt optional(int value) {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}

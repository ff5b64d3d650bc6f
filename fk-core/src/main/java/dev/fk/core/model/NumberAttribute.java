package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A number with a fraction, exact or approximate. */
@API(status = Status.EXPERIMENTAL)
public record NumberAttribute(AttributeDefinition definition) implements Attribute<NumberAttribute> {
    @Override
    public NumberAttribute with(AttributeDefinition other) {
        return new NumberAttribute(other);
    }

    /** Without negative numbers (MySQL family). */
    public NumberAttribute unsigned() {
        return with(definition.withType(unsigned(definition.type(), false)));
    }

    /** Displayed with leading zeros (MySQL family, where it implies {@link #unsigned()}). */
    public NumberAttribute zerofill() {
        return with(definition.withType(unsigned(definition.type(), true)));
    }

    private static DataType unsigned(DataType type, boolean zerofill) {
        if (type instanceof DataType.Decimal decimal) {
            return new DataType.Decimal(decimal.precision(), decimal.scale(), true, zerofill || decimal.zerofill());
        }
        DataType.Approximate number = (DataType.Approximate) type;
        return new DataType.Approximate(
                number.kind(), number.precision(), number.scale(), true, zerofill || number.zerofill());
    }
}

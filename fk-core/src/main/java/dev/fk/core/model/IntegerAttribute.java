package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A whole number. */
@API(status = Status.EXPERIMENTAL)
public record IntegerAttribute(AttributeDefinition definition) implements Attribute<IntegerAttribute> {
    @Override
    public IntegerAttribute with(AttributeDefinition other) {
        return new IntegerAttribute(other);
    }

    /** Without negative numbers (MySQL family). */
    public IntegerAttribute unsigned() {
        return retyped(new DataType.Int(type().size(), true, type().zerofill()));
    }

    /** Displayed with leading zeros (MySQL family, where it implies {@link #unsigned()}). */
    public IntegerAttribute zerofill() {
        return retyped(new DataType.Int(type().size(), true, true));
    }

    /** Counted up by the server: {@code AUTO_INCREMENT}, {@code SERIAL}. */
    public IntegerAttribute autoIncrement() {
        return with(definition.withGeneration(Generation.autoIncrement()));
    }

    /** Counted up by the server as SQL:2003 has it; on the MySQL family the same as {@link #autoIncrement()}. */
    public IntegerAttribute autoIncrementIdentity() {
        return with(definition.withGeneration(new Generation.Identity(Generation.Identity.Mode.BY_DEFAULT)));
    }

    private DataType.Int type() {
        return (DataType.Int) definition.type();
    }

    private IntegerAttribute retyped(DataType type) {
        return with(definition.withType(type));
    }
}

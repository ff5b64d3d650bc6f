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

    /**
     * Counted up by the server as SQL:2003 has it; on the MySQL family the same as {@link #autoIncrement()}. An identity column
     * that is there keeps its mode.
     */
    public IntegerAttribute autoIncrementIdentity() {
        return autoIncrementIdentity(Generation.Identity.Mode.BY_DEFAULT);
    }

    /**
     * The same, where it counts whether an INSERT may give a value itself: {@code ALWAYS} makes one that lets it of one that
     * does. The MySQL family always lets it.
     */
    public IntegerAttribute autoIncrementIdentity(Generation.Identity.Mode mode) {
        Given.all(mode);
        return with(definition.withGeneration(new Generation.Identity(mode)));
    }

    private DataType.Int type() {
        return (DataType.Int) definition.type();
    }

    private IntegerAttribute retyped(DataType type) {
        return with(definition.withType(type));
    }
}

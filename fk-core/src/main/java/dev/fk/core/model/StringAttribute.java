package dev.fk.core.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Text: {@code CHAR}, {@code VARCHAR}, {@code TEXT}, and {@code ENUM}, which only the MySQL family collates. */
@API(status = Status.EXPERIMENTAL)
public record StringAttribute(AttributeDefinition definition) implements Attribute<StringAttribute> {
    @Override
    public StringAttribute with(AttributeDefinition other) {
        return new StringAttribute(other);
    }

    /** The collation of the column, as the server names it; by default that of the table or database. */
    public StringAttribute collate(String collation) {
        Given.all(collation);
        return with(definition.withCollation(collation));
    }
}

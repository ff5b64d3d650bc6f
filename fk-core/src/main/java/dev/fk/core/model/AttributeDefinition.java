package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Everything that was said about an attribute; what was not said is absent.
 *
 * @param field the column's name
 * @param nullable absent means that nobody decided, so an association may
 * @param uniques one entry per unique constraint it takes part in, absent for one of its own that the server names
 */
@API(status = Status.EXPERIMENTAL)
public record AttributeDefinition(
        DataType type,
        Optional<String> field,
        Optional<Boolean> nullable,
        boolean primaryKey,
        Generation generation,
        List<Optional<String>> uniques,
        Optional<String> collation,
        Optional<String> comment,
        Optional<Reference> reference) {
    public AttributeDefinition {
        uniques = List.copyOf(uniques);
    }

    static AttributeDefinition of(DataType type) {
        return new AttributeDefinition(
                type,
                Optional.empty(),
                Optional.empty(),
                false,
                Generation.none(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    AttributeDefinition withType(DataType other) {
        return new AttributeDefinition(
                other, field, nullable, primaryKey, generation, uniques, collation, comment, reference);
    }

    AttributeDefinition withField(String other) {
        return new AttributeDefinition(
                type, Optional.of(other), nullable, primaryKey, generation, uniques, collation, comment, reference);
    }

    AttributeDefinition withNullable(boolean other) {
        return new AttributeDefinition(
                type, field, Optional.of(other), primaryKey, generation, uniques, collation, comment, reference);
    }

    AttributeDefinition withPrimaryKey() {
        return new AttributeDefinition(type, field, nullable, true, generation, uniques, collation, comment, reference);
    }

    AttributeDefinition withGeneration(Generation other) {
        return new AttributeDefinition(
                type, field, nullable, primaryKey, other, uniques, collation, comment, reference);
    }

    AttributeDefinition withUnique(Optional<String> constraint) {
        List<Optional<String>> more = new ArrayList<>(uniques);
        more.add(constraint);
        return new AttributeDefinition(
                type, field, nullable, primaryKey, generation, more, collation, comment, reference);
    }

    AttributeDefinition withCollation(String other) {
        return new AttributeDefinition(
                type, field, nullable, primaryKey, generation, uniques, Optional.of(other), comment, reference);
    }

    AttributeDefinition withComment(String other) {
        return new AttributeDefinition(
                type, field, nullable, primaryKey, generation, uniques, collation, Optional.of(other), reference);
    }

    AttributeDefinition withReference(Reference other) {
        return new AttributeDefinition(
                type, field, nullable, primaryKey, generation, uniques, collation, comment, Optional.of(other));
    }
}

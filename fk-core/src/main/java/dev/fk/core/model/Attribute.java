package dev.fk.core.model;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An attribute of a model: a type and what a column can have beside it. Immutable, so one may be shared between models.
 * {@link Attributes} makes them; options that only some types have are methods of those types alone.
 *
 * <pre>{@code
 * string(45).notNull().unique()
 * integer().references("participant", "no").onDelete(CASCADE)
 * string(45).autoIncrement()      // does not compile: only whole numbers count up
 * }</pre>
 *
 * @param <A> the kind of attribute that every option returns
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface Attribute<A extends Attribute<A>>
        permits IntegerAttribute, NumberAttribute, StringAttribute, PlainAttribute, ReferencingAttribute {
    /** Everything that was said about this attribute. */
    AttributeDefinition definition();

    /** The same kind of attribute with another definition. */
    A with(AttributeDefinition other);

    /** The name of its column; by default that of the attribute, underscored if the model is. */
    default A field(String column) {
        Given.all(column);
        return with(definition().withField(column));
    }

    /** Part of the primary key; several such attributes form a composite key in the order of their declaration. */
    default A primaryKey() {
        return with(definition().withPrimaryKey());
    }

    default A notNull() {
        return with(definition().withNullable(false));
    }

    /** Says aloud what holds without saying; an association that says {@code notNull()} then is a contradiction. */
    default A nullable() {
        return with(definition().withNullable(true));
    }

    /** The text is quoted: {@code defaultValue("it's")} is {@code DEFAULT 'it''s'}. */
    default A defaultValue(String text) {
        Given.all(text);
        return with(definition().withGeneration(Generation.defaultToText(text)));
    }

    default A defaultValue(Number number) {
        Given.all(number);
        return defaultExpression(SqlLiteral.of(number));
    }

    default A defaultValue(boolean value) {
        return defaultExpression(SqlLiteral.of(value));
    }

    /** SQL that reaches the server as it is: {@code CURRENT_TIMESTAMP}, {@code gen_random_uuid()}. */
    default A defaultExpression(String sql) {
        Given.all(sql);
        return with(definition().withGeneration(new Generation.Default(new Expression(sql))));
    }

    /** A generated column: computed by the server from others of the row, {@code price * quantity}, and stored. */
    default A generatedAs(String sql) {
        return generatedAs(sql, Generation.Computed.Storage.STORED);
    }

    /** A generated column; PostgreSQL computes one when it is read ({@code VIRTUAL}) from 18 on. */
    default A generatedAs(String sql, Generation.Computed.Storage storage) {
        Given.all(sql, storage);
        return with(definition().withGeneration(new Generation.Computed(new Expression(sql), storage)));
    }

    /** Unique by itself; the server names the constraint. */
    default A unique() {
        return with(definition().withUnique(Optional.empty()));
    }

    /** Unique together with every other attribute of the model that gives the same constraint name. */
    default A unique(String constraint) {
        Given.all(constraint);
        return with(definition().withUnique(Optional.of(constraint)));
    }

    default A comment(String text) {
        Given.all(text);
        return with(definition().withComment(text));
    }

    /** A foreign key to a column of a table, which need not be a model. No actions are assumed. */
    default ReferencingAttribute references(String table, String column) {
        Given.all(table, column);
        return new ReferencingAttribute(definition().withReference(Reference.to(table, column)));
    }

    /** A foreign key to a column of a table in another schema. */
    default ReferencingAttribute references(String schema, String table, String column) {
        Given.all(schema, table, column);
        return new ReferencingAttribute(definition().withReference(Reference.to(schema, table, column)));
    }

    /** A foreign key to an attribute of a model. */
    default ReferencingAttribute references(Model model, String attribute) {
        Given.all(model, attribute);
        return new ReferencingAttribute(definition().withReference(Reference.to(model, attribute)));
    }
}

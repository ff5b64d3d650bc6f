package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Describes a foreign key and its attributes inside {@code a.foreignKey("participantNo", key -> …)}. Everything that is
 * said is kept with its place, so that two different answers to one question can be shown.
 */
@API(status = Status.EXPERIMENTAL)
public final class KeySpec {
    final List<Declared<List<String>>> names = new ArrayList<>();
    final List<Declared<Boolean>> nullable = new ArrayList<>();
    final List<Declared<List<String>>> fields = new ArrayList<>();
    final List<Declared<DataType>> types = new ArrayList<>();
    final List<Declared<String>> collations = new ArrayList<>();
    final List<Declared<String>> comments = new ArrayList<>();
    final List<Declared<Generation>> generations = new ArrayList<>();
    final List<Declared<Optional<String>>> uniques = new ArrayList<>();
    final List<Declared<ReferentialAction>> onDelete = new ArrayList<>();
    final List<Declared<ReferentialAction>> onUpdate = new ArrayList<>();
    final List<Declared<Deferrability>> deferrabilities = new ArrayList<>();
    final List<Declared<MatchType>> matches = new ArrayList<>();
    final List<Declared<String>> constraintNames = new ArrayList<>();

    KeySpec() {}

    public KeySpec notNull() {
        nullable.add(Declared.here(false));
        return this;
    }

    public KeySpec nullable() {
        nullable.add(Declared.here(true));
        return this;
    }

    /** The names of the columns, one per attribute of the key. */
    public KeySpec field(String... columns) {
        fields.add(Declared.here(Given.names(columns)));
        return this;
    }

    /**
     * Another type, or collation, than that of the referenced attribute, which servers mostly refuse:
     * {@code type(bigInteger())}.
     */
    public KeySpec type(Attribute<?> attribute) {
        Given.all(attribute);
        types.add(Declared.here(attribute.definition().type()));
        attribute.definition().collation().ifPresent(c -> collations.add(Declared.here(c)));
        return this;
    }

    /** At most one row per referenced row: all columns of the key together are unique. */
    public KeySpec unique() {
        uniques.add(Declared.here(Optional.empty()));
        return this;
    }

    /** Unique together with every other attribute of the model that gives the same constraint name. */
    public KeySpec unique(String constraint) {
        Given.all(constraint);
        uniques.add(Declared.here(Optional.of(constraint)));
        return this;
    }

    public KeySpec comment(String text) {
        comments.add(Declared.here(text));
        return this;
    }

    public KeySpec defaultValue(String text) {
        Given.all(text);
        generations.add(Declared.here(Generation.defaultToText(text)));
        return this;
    }

    public KeySpec defaultValue(Number number) {
        Given.all(number);
        return defaultExpression(SqlLiteral.of(number));
    }

    public KeySpec defaultExpression(String sql) {
        Given.all(sql);
        generations.add(Declared.here(Generation.defaultTo(sql)));
        return this;
    }

    public KeySpec onDelete(ReferentialAction action) {
        onDelete.add(Declared.here(action));
        return this;
    }

    public KeySpec onUpdate(ReferentialAction action) {
        onUpdate.add(Declared.here(action));
        return this;
    }

    /** PostgreSQL only; a server that has no deferrable constraints is refused before any DDL. */
    public KeySpec deferrable(Deferrability deferrability) {
        deferrabilities.add(Declared.here(deferrability));
        return this;
    }

    /** How rows are treated of whose columns only some are null (PostgreSQL); a server without it is refused before any DDL. */
    public KeySpec match(MatchType match) {
        matches.add(Declared.here(match));
        return this;
    }

    /** The name of the foreign key constraint, which otherwise the server chooses. */
    public KeySpec constraintName(String name) {
        constraintNames.add(Declared.here(name));
        return this;
    }
}

package dev.fk.core.schema;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The name of a table or type. Without a schema it belongs to the default schema of the database, the one an unqualified
 * name resolves to ({@code current_schema()} on PostgreSQL, the current database on the MySQL family).
 */
@API(status = Status.EXPERIMENTAL)
public record QualifiedName(Optional<String> schema, String name) implements Comparable<QualifiedName> {
    public QualifiedName {
        Require.identifier(name, "a table or type");
        schema.ifPresent(s -> Require.identifier(s, "a schema"));
    }

    /** A name in the default schema. A dot is part of the name, never a separator. */
    public static QualifiedName of(String name) {
        return new QualifiedName(Optional.empty(), name);
    }

    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(Optional.of(schema), name);
    }

    public QualifiedName withName(String other) {
        return new QualifiedName(schema, other);
    }

    @Override
    public int compareTo(QualifiedName other) {
        int schemas = schema.orElse("").compareTo(other.schema.orElse(""));
        return schemas == 0 ? name.compareTo(other.name) : schemas;
    }

    /** For people: {@code chat}, {@code audit.chat}. */
    @Override
    public String toString() {
        return schema.map(s -> s + "." + name).orElse(name);
    }
}

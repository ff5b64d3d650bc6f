package dev.fk.core.laws;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Schema;
import java.util.List;

/** A few values of each type, as literals that every server takes; few, so that references find a parent. */
final class Values {
    private Values() {}

    static List<String> of(DataType type, Schema schema) {
        if (type instanceof DataType.Int || type instanceof DataType.Decimal || type instanceof DataType.Approximate) {
            return List.of("1", "2", "3", "50");
        }
        if (type instanceof DataType.Bool) {
            return List.of("TRUE", "FALSE");
        }
        if (type instanceof DataType.Date) {
            return List.of("'2020-01-02'", "'2021-03-04'");
        }
        if (type instanceof DataType.Time) {
            return List.of("'10:11:12'", "'13:14:15'");
        }
        if (type instanceof DataType.Timestamp || type instanceof DataType.DateTime) {
            return List.of("'2020-01-02 03:04:05'", "'2021-03-04 05:06:07'");
        }
        if (type instanceof DataType.Uuid) {
            return List.of("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'");
        }
        if (type instanceof DataType.Json) {
            return List.of("'{}'", "'[1]'");
        }
        if (type instanceof DataType.EnumType labels) {
            return literals(labels.labels());
        }
        if (type instanceof DataType.Named named) {
            EnumDefinition definition = schema.enums().get(named.name());
            return definition == null ? List.of() : literals(definition.labels());
        }
        if (type instanceof DataType.Array) {
            return List.of("'{a,b}'", "'{}'");
        }
        if (type instanceof DataType.Other other) {
            return other.sql().startsWith("set(") ? List.of("'a'", "'a,b'") : List.of("'127.0.0.1'");
        }
        return List.of("'a'", "'A'", "'b'", "'7'", "'abc'", "'a long value'");
    }

    private static List<String> literals(List<String> labels) {
        return labels.stream()
                .filter(l -> l.indexOf('\\') < 0)
                .map(l -> "'" + l.replace("'", "''") + "'")
                .toList();
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Canonicalizer;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declared schemas as PostgreSQL would report them. */
final class PostgreSqlCanonicalizer implements Canonicalizer {
    private final String defaultSchema;

    PostgreSqlCanonicalizer(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    @Override
    public CanonicalSchema canonical(Schema declared) {
        Enums enums = new Enums();
        declared.enums().values().forEach(e -> enums.put(type(e.name()), e.labels()));
        List<Table> tables = declared.tables().values().stream()
                .map(t -> new CanonicalTable(t, this::name, this::type, enums).table())
                .toList();
        return PostgreSqlDialect.canonical(Schema.of(tables, enums.definitions()));
    }

    private QualifiedName name(QualifiedName name) {
        Optional<String> schema = name.schema().filter(s -> !s.equals(defaultSchema));
        return Identifiers.shorten(new QualifiedName(schema, name.name()));
    }

    private QualifiedName type(QualifiedName name) {
        return Identifiers.shorten(Identifiers.type(name, defaultSchema));
    }

    /** The enum types: declared ones, and those that columns with labels of their own need. */
    static final class Enums {
        private final Map<QualifiedName, List<String>> labels = new LinkedHashMap<>();

        void put(QualifiedName name, List<String> values) {
            labels.put(name, values);
        }

        boolean contains(QualifiedName name) {
            return labels.containsKey(name);
        }

        /** {@code enum_<table>_<column>}; if columns of two tables come to the same name, the second gets another. */
        QualifiedName of(QualifiedName table, String column, List<String> values) {
            String wanted = "enum_" + table.name() + "_" + column;
            QualifiedName name = table.withName(Identifiers.shorten(wanted));
            for (int i = 1; !labels.getOrDefault(name, values).equals(values); i++) {
                name = table.withName(Identifiers.shorten(wanted + "_" + i));
            }
            labels.put(name, values);
            return name;
        }

        List<EnumDefinition> definitions() {
            return labels.entrySet().stream()
                    .map(e -> new EnumDefinition(e.getKey(), e.getValue()))
                    .toList();
        }
    }
}

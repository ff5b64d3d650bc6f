package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.IdentifierRules.Case;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what a migration names, or says what there is instead. */
final class Lookup {
    private Lookup() {}

    static Table table(Schema schema, QualifiedName table) {
        List<String> names =
                schema.tables().keySet().stream().map(QualifiedName::toString).toList();
        return schema.table(table)
                .orElseThrow(() -> new MigrationException("There is no table " + table
                        + Nearest.endOfSentence(table.toString(), names) + " The tables are: "
                        + (names.isEmpty() ? "none" : String.join(", ", names)) + "."));
    }

    /** With {@code lower_case_table_names=1}, as on Windows, a table that was created as Things is called things. */
    static QualifiedName asSpelt(QualifiedName table, Database database, Supplier<Schema> schema) {
        Case names = names(database);
        return names == Case.COUNTS
                ? table
                : schema.get().tables().keySet().stream()
                        .filter(n -> names.key(n.toString()).equals(names.key(table.toString())))
                        .findFirst()
                        .orElse(table);
    }

    /** Whether tables are found in other spellings of their names, too. */
    static boolean isCaseIgnored(Database database) {
        return names(database) != Case.COUNTS;
    }

    private static Case names(Database database) {
        return database.dialect().identifiers(database.server()).tables();
    }

    static EnumDefinition enumType(Schema schema, QualifiedName type) {
        List<String> names =
                schema.enums().keySet().stream().map(QualifiedName::toString).toList();
        return Optional.ofNullable(schema.enums().get(type))
                .orElseThrow(() -> new MigrationException("There is no enum type " + type
                        + Nearest.endOfSentence(type.toString(), names) + " The enum types are: "
                        + (names.isEmpty() ? "none" : String.join(", ", names)) + "."));
    }

    static Column column(Table table, String column) {
        return table.column(column)
                .orElseThrow(() -> new MigrationException("Table " + table.name() + " has no column " + column
                        + Nearest.endOfSentence(column, table.columnNames()) + " Its columns are: "
                        + String.join(", ", table.columnNames()) + "."));
    }

    /** PostgreSQL 18.6 says 23505 to it, a violated unique key of its own catalog. */
    static void noLabelTwice(EnumDefinition definition) {
        List<String> twice = EnumDefinition.repeated(definition.labels()).stream()
                .map(l -> "'" + l + "'")
                .toList();
        if (!twice.isEmpty()) {
            throw new MigrationException("The enum type " + definition.name() + " would have "
                    + (twice.size() == 1 ? "the label " : "the labels ") + String.join(", ", twice)
                    + " more than once. Name each label once.");
        }
    }

    /** @param what has these labels, as a sentence begins with it */
    static void renamable(String what, List<String> labels, String from, String to) {
        if (!labels.contains(from)) {
            throw new MigrationException(what + " has no label " + from + Nearest.endOfSentence(from, labels)
                    + " It has: " + String.join(", ", labels) + ".");
        }
        if (labels.contains(to)) {
            throw new MigrationException(what + " has the label " + to + " already. Give another name.");
        }
    }

    /** Adding what is there would be comparing it with itself, that is, redefining it. */
    static void noColumn(Table table, String column) {
        table.column(column).ifPresent(c -> {
            throw new MigrationException("Table " + table.name() + " has a column " + column + " already, of type "
                    + c.type().describe() + ". Change it with changeColumn, or give the new one another name.");
        });
    }
}

package dev.fk.core.model;

import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can only be seen when every attribute and every foreign key is known. */
final class Consistency {
    private final Problems problems;

    Consistency(Problems problems) {
        this.problems = problems;
    }

    void check(
            Collection<TableDraft> tables,
            List<Association> associations,
            Map<Model, TableDraft> drafts,
            List<ForeignKeyDraft> foreignKeys) {
        checkTables(tables);
        tables.forEach(this::checkColumns);
        new AliasCheck(problems).check(associations, drafts);
        new InverseCheck(problems, foreignKeys).check(associations);
    }

    private void checkTables(Collection<TableDraft> tables) {
        Map<QualifiedName, TableDraft> byName = new HashMap<>();
        for (TableDraft table : tables) {
            TableDraft first = byName.putIfAbsent(table.table, table);
            if (first != null) {
                problems.add("Models " + first.model + " at " + first.site + " and " + table.model + " at " + table.site
                        + " are both on table " + table.table + ". Give one of them another tableName, or make them "
                        + "one model.");
            }
        }
    }

    private void checkColumns(TableDraft table) {
        Map<String, AttributeDraft> byColumn = new HashMap<>();
        for (AttributeDraft attribute : table.attributes.values()) {
            checkPrimaryKey(table, attribute);
            if (attribute.column(table.underscored).isBlank()) {
                problems.add("The column of attribute " + table.model + "." + attribute.name + " at " + attribute.site
                        + " has no name. Give it one.");
            }
            AttributeDraft first = byColumn.putIfAbsent(attribute.column(table.underscored), attribute);
            if (first != null) {
                problems.add(
                        "Attributes " + table.model + "." + first.name + " at " + first.site + " and " + table.model
                                + "." + attribute.name + " at " + attribute.site + " are both on column "
                                + attribute.column(table.underscored) + ". " + remedy(first, attribute));
            }
        }
    }

    /** The second one of two may be the name that an association has by default: for userId, Sequelize's is UserId. */
    private static String remedy(AttributeDraft first, AttributeDraft second) {
        boolean taken = first.declared && !second.declared;
        return (taken
                        ? "If it is the foreign key, say foreignKey(\"" + first.name + "\") there; otherwise give"
                        : "Give")
                + " one of them another field (@Column(name = …) in a record).";
    }

    private void checkPrimaryKey(TableDraft table, AttributeDraft attribute) {
        if (attribute.primaryKey) {
            attribute.nullable.stream()
                    .filter(Declared::value)
                    .forEach(nullable -> problems.add("Attribute " + table.model + "." + attribute.name
                            + " is nullable at " + nullable.site() + ", but part of the primary key, which is never "
                            + "null. Remove nullable() or primaryKey()."));
        }
    }
}

package dev.fk.core.migration;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** The labels of the enum of a column, whether the type has a name of its own or is the column's. */
record EnumLabels(Operations operations, QualifiedName table, String column) {
    /** In the type, with all that uses it. */
    ChangeSet renamed(String from, String to) {
        EnumDefinition type =
                here().type() instanceof DataType.Named named ? schema().enums().get(named.name()) : null;
        if (type == null) {
            throw noEnum();
        }
        return operations.renameEnumLabel(type, from, to);
    }

    /** With the new label behind the old one. */
    ChangeSet added(String from, String to) {
        List<String> labels = new ArrayList<>(labels());
        Lookup.renamable("The enum of " + table + "." + column, labels, from, to);
        labels.add(labels.indexOf(from) + 1, to);
        return with(labels, here());
    }

    /** Without the old label, which the default of the column is no longer either. */
    ChangeSet removed(String from, String to) {
        List<String> labels = new ArrayList<>(labels());
        labels.remove(from);
        return with(labels, withDefault(from, to));
    }

    private Column here() {
        return Lookup.column(Lookup.table(schema(), table), column);
    }

    private Schema schema() {
        return operations.current().schema();
    }

    private List<String> labels() {
        if (here().type() instanceof DataType.EnumType type) {
            return type.labels();
        }
        throw noEnum();
    }

    private MigrationException noEnum() {
        return new MigrationException(
                table + "." + column + " is no enum but " + here().type().describe() + ".");
    }

    private Column withDefault(String from, String to) {
        String before = literal(from);
        return here().generation() instanceof Generation.Default given
                        && given.expression().sql().startsWith(before)
                ? here().withGeneration(Generation.defaultTo(
                        literal(to) + given.expression().sql().substring(before.length())))
                : here();
    }

    private static String literal(String label) {
        return "'" + label.replace("'", "''") + "'";
    }

    private ChangeSet with(List<String> labels, Column changed) {
        Column column = changed.withType(new DataType.EnumType(labels));
        return column.equals(here()) ? ChangeSet.of() : ChangeSet.of(new Change.AlterColumn(table, here(), column));
    }
}

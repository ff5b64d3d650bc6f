package dev.fk.core.migration;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The labels of the enum of a column, whether the type has a name of its own or is the column's. */
record EnumLabels(Operations operations, QualifiedName table, String column) {
    /** With the new label behind the old one. */
    ChangeSet added(String from, String to) {
        List<String> labels = new ArrayList<>(labels());
        int index = labels.indexOf(from);
        if (index < 0) {
            throw new MigrationException("The enum of " + table + "." + column + " has no label " + from
                    + Nearest.endOfSentence(from, labels) + " It has: " + String.join(", ", labels) + ".");
        }
        if (labels.contains(to)) {
            throw new MigrationException(
                    "The enum of " + table + "." + column + " has the label " + to + " already. Give another name.");
        }
        labels.add(index + 1, to);
        return with(labels, here());
    }

    /** What both steps come to, for a look at what uses the type. */
    ChangeSet renamed(String from, String to) {
        List<String> labels = new ArrayList<>(labels());
        labels.replaceAll(l -> l.equals(from) ? to : l);
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
        return named().map(EnumDefinition::labels)
                .orElseThrow(() -> new MigrationException(table + "." + column + " is no enum but "
                        + here().type().describe() + "."));
    }

    private Optional<EnumDefinition> named() {
        return here().type() instanceof DataType.Named named
                ? Optional.ofNullable(schema().enums().get(named.name()))
                : Optional.empty();
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
        List<Change> changes = new ArrayList<>();
        Optional<EnumDefinition> type = named();
        type.ifPresent(t -> changes.add(new Change.AlterEnum(t, t.withLabels(labels))));
        Column column = type.isPresent() ? changed : changed.withType(new DataType.EnumType(labels));
        if (!column.equals(here())) {
            changes.add(new Change.AlterColumn(table, here(), column));
        }
        return new ChangeSet(changes);
    }
}

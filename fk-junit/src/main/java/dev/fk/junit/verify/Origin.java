package dev.fk.junit.verify;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.source.SchemaEvent;
import dev.fk.core.source.SchemaHistory;
import java.util.List;
import java.util.Optional;

/** Which migration made something as it is, or lost it. */
record Origin(SchemaHistory history) {
    /** Empty if no migration ever touched it: it was forgotten, not lost. */
    Optional<SchemaEvent> of(Change wanted) {
        List<SchemaEvent> events = events(wanted);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    private List<SchemaEvent> events(Change wanted) {
        String table = wanted.subject().name();
        if (wanted instanceof Change.CreateTable || wanted instanceof Change.DropTable) {
            return history.ofTable(table);
        }
        if (wanted instanceof Change.AddForeignKey c) {
            return history.ofForeignKey(table, array(c.foreignKey().columns()));
        }
        if (wanted instanceof Change.DropForeignKey c) {
            return history.ofForeignKey(table, array(c.foreignKey().columns()));
        }
        if (wanted instanceof Change.AlterForeignKey c) {
            return history.ofForeignKey(table, array(c.from().columns()));
        }
        if (wanted instanceof Change.AddColumn c) {
            return history.ofColumn(table, c.column().name());
        }
        if (wanted instanceof Change.DropColumn c) {
            return history.ofColumn(table, c.column().name());
        }
        return wanted instanceof Change.AlterColumn c
                ? history.ofColumn(table, c.from().name())
                : byName(wanted.subject(), wanted);
    }

    private List<SchemaEvent> byName(QualifiedName table, Change wanted) {
        Optional<String> name = wanted instanceof Change.DropIndex i
                ? i.index().name()
                : wanted instanceof Change.DropUniqueKey u
                        ? u.uniqueKey().name()
                        : wanted instanceof Change.DropCheck c
                                ? c.check().name()
                                : wanted instanceof Change.AlterCheck a
                                        ? a.from().name()
                                        : Optional.empty();
        return name.map(n -> history.ofConstraint(table.name(), n)).orElse(List.of());
    }

    private static String[] array(List<String> columns) {
        return columns.toArray(String[]::new);
    }
}

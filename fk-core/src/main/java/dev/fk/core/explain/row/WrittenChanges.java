package dev.fk.core.explain.row;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a statement does to a table that is there, as changes, as far as the rows in it matter to them. */
final class WrittenChanges {
    private final Situation situation;
    private final Table table;
    private final Table after;
    private final Set<String> known;
    private final Set<String> added = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    WrittenChanges(Situation situation, Table table) {
        this.situation = situation;
        this.table = table;
        this.after = new Subject(situation).table().orElse(table);
        this.known = new HashSet<>(table.columnNames());
        Statement statement = situation.statement();
        if (statement.kind() == Statement.Kind.ALTER_TABLE || statement.kind() == Statement.Kind.CREATE_INDEX) {
            statement.clauses(Clause.ColumnDefinition.class).forEach(this::column);
            statement.clauses(Clause.Key.class).forEach(k -> key(situation.columns(after, k.columns()), k));
            statement.clauses(Clause.CheckDefinition.class).forEach(this::check);
            statement.clauses(Clause.References.class).forEach(this::reference);
            statement.clauses(Clause.Excluding.class).forEach(this::exclusion);
        }
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Whether one of the columns is new. */
    boolean adds(Collection<String> columns) {
        return columns.stream().anyMatch(added::contains);
    }

    private void column(Clause.ColumnDefinition definition) {
        Optional<Column> to = after.column(situation.column(after, definition.name()));
        Optional<Column> from =
                definition.old().map(o -> situation.column(table, o)).flatMap(table::column);
        if (to.isEmpty() || (definition.old().isPresent() && from.isEmpty())) {
            return;
        }
        if (from.isPresent()) {
            Column changed = to.get().withName(from.get().name());
            if (!changed.equals(from.get()) && (definition.using().isEmpty() || isPlainCast(definition))) {
                changes.add(new Change.AlterColumn(table.name(), from.get(), changed));
            }
        } else if ((!definition.filled() || definition.literal().isPresent())
                && table.column(to.get().name()).isEmpty()) {
            changes.add(new Change.AddColumn(table.name(), to.get(), ColumnPosition.last()));
            known.add(to.get().name());
            added.add(to.get().name());
        }
        List<String> alone = List.of(to.get().name());
        if (definition.key() || definition.unique()) {
            key(alone, new Clause.Key(Optional.empty(), List.of(definition.name()), definition.key(), true));
        }
    }

    /** What is behind USING may be anything; {@code s::int} is what a plan does as well. */
    private boolean isPlainCast(Clause.ColumnDefinition definition) {
        String written = definition.using().map(situation.statement()::text).orElse("");
        String plain = definition.name().written() + "::"
                + definition.type().map(situation.statement()::text).orElse("");
        return bare(written).equals(bare(plain));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s()\"]", "").toLowerCase(Locale.ROOT);
    }

    private void key(List<String> columns, Clause.Key key) {
        if (!key.unique() || columns.isEmpty() || !known.containsAll(columns)) {
            return;
        }
        changes.add(
                key.primary()
                        ? new Change.AddPrimaryKey(table.name(), PrimaryKey.of(columns.toArray(String[]::new)))
                        : new Change.AddUniqueKey(
                                table.name(),
                                new UniqueKey(
                                        Optional.empty(), columns, Deferrability.NOT_DEFERRABLE, Options.none())));
    }

    private void check(Clause.CheckDefinition check) {
        Expression expression =
                new Expression(situation.statement().text(check.expression()).strip());
        changes.add(new Change.AddCheck(
                table.name(), new Check(Optional.empty(), expression, Enforcement.ENFORCED, Options.none())));
    }

    private void exclusion(Clause.Excluding excluding) {
        changes.add(new Change.AddExclusion(
                table.name(),
                new Exclusion(Optional.empty(), situation.statement().text(excluding.definition()))));
    }

    private void reference(Clause.References clause) {
        List<String> columns = situation.columns(after, clause.columns());
        List<String> referenced = situation.schema().table(situation.parent(clause)).stream()
                .flatMap(p -> clause.referenced().isEmpty()
                        ? p.primaryKey().stream().flatMap(k -> k.columns().stream())
                        : situation.columns(p, clause.referenced()).stream())
                .toList();
        if (known.containsAll(columns) && !columns.isEmpty() && columns.size() == referenced.size()) {
            changes.add(new Change.AddForeignKey(
                    table.name(), situation.key(clause, columns, referenced).withName(Optional.empty())));
        }
    }
}

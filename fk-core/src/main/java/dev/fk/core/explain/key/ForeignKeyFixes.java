package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a foreign key possible that is not; {@code parent} is there. */
record ForeignKeyFixes(Situation situation, Clause.References clause, Table child, Table parent) {
    private static final String ENGINE = "engine";

    /** A problem of the rules with its fix. */
    Explanation fixed(Cause cause, Problem problem, ForeignKey key) {
        return Explanation.of(cause, problem.fact(), problem.remedy(), fix(cause, key))
                .seen(cause == Cause.TYPE_DIFFERS ? types().misfits(key) : List.of());
    }

    private TypeFixes types() {
        return new TypeFixes(situation, child, parent);
    }

    private Fix fix(Cause cause, ForeignKey key) {
        return switch (cause) {
            case PARENT_NOT_UNIQUE -> unique(key);
            case PARENT_KEY_DEFERRABLE -> atOnce(key);
            case TYPE_DIFFERS, COLLATION_DIFFERS -> types().fix(key);
            case SET_NULL_ON_NOT_NULL -> nullable(key);
            case ENGINE -> withoutOption(ENGINE);
            case PARTITIONED -> withoutOption(Table.PARTITION_BY);
            case COMPUTED_COLUMN -> computed(key);
            case COLUMN_ORDER_DIFFERS -> reordered(key);
            case PARENT_IS_NULLABLE -> parentNotNull(key);
            case CHECKED_COLUMN -> withoutActions();
            default -> Fix.none();
        };
    }

    private Fix unique(ForeignKey key) {
        UniqueKey unique =
                new UniqueKey(Optional.empty(), key.referencedColumns(), Deferrability.NOT_DEFERRABLE, Options.none());
        boolean partitioned = parent.partitionedBy().isPresent();
        boolean possible = !partitioned
                && !isNew(parent)
                && new RowSql(situation)
                        .duplicates(parent, key.referencedColumns())
                        .isEmpty();
        return possible ? Fix.before(situation.ddl(new Change.AddUniqueKey(parent.name(), unique))) : Fix.none();
    }

    /** The key made anew; nothing can reference it as it is. */
    private Fix atOnce(ForeignKey key) {
        Optional<List<Change>> primary = parent.primaryKey()
                .filter(k -> Set.copyOf(k.columns()).equals(Set.copyOf(key.referencedColumns())))
                .map(k -> List.of(
                        new Change.DropPrimaryKey(parent.name(), k),
                        new Change.AddPrimaryKey(parent.name(), k.withDeferrability(Deferrability.NOT_DEFERRABLE))));
        return primary.or(() -> parent.uniqueKeys().stream()
                        .filter(k -> Set.copyOf(k.columns()).equals(Set.copyOf(key.referencedColumns())))
                        .findFirst()
                        .map(k -> List.of(
                                new Change.DropUniqueKey(parent.name(), k),
                                new Change.AddUniqueKey(
                                        parent.name(), k.withDeferrability(Deferrability.NOT_DEFERRABLE)))))
                .filter(changes -> !isNew(parent))
                .map(changes -> Fix.before(situation.ddl(changes)))
                .orElse(Fix.none());
    }

    private boolean isNew(Table table) {
        return situation.schema().table(table.name()).isEmpty();
    }

    private Fix nullable(ForeignKey key) {
        Set<String> primary =
                child.primaryKey().map(PrimaryKey::columns).map(HashSet::new).orElseGet(HashSet::new);
        List<Change> changes = new ArrayList<>();
        for (String name : key.columns()) {
            Optional<Column> column = child.column(name).filter(c -> !c.nullable());
            if (column.isEmpty()) {
                continue;
            }
            if (primary.contains(name)) {
                return Fix.none();
            }
            Optional<Clause.Span> notNull = types().definition(column.get()).flatMap(Clause.ColumnDefinition::notNull);
            if (notNull.isPresent()) {
                return Fix.instead(situation.statement().with(notNull.get(), ""));
            }
            changes.add(new Change.AlterColumn(
                    child.name(), column.get(), column.get().withNullable(true)));
        }
        return Fix.before(situation.ddl(changes));
    }

    private Fix withoutOption(String option) {
        List<Change> changes = Stream.of(parent, child)
                .filter(t -> t.options().has(option) && !isNew(t))
                .distinct()
                .<Change>map(t -> new Change.AlterOptions(
                        t.name(), t.options(), t.options().without(option)))
                .toList();
        return Fix.before(situation.ddl(changes));
    }

    /** What is computed when it is read is stored instead; where the foreign key would set it, it does not. */
    private Fix computed(ForeignKey key) {
        List<Change> changes = new ArrayList<>();
        for (String name : key.columns()) {
            Optional<Column> column = child.column(name);
            if (column.isPresent()
                    && column.get().generation() instanceof Generation.Computed computed
                    && computed.storage() == Generation.Computed.Storage.VIRTUAL
                    && !isNew(child)
                    && clause.onDelete().isEmpty()
                    && clause.onUpdate().isEmpty()) {
                Column stored = column.get()
                        .withGeneration(
                                new Generation.Computed(computed.expression(), Generation.Computed.Storage.STORED));
                changes.add(new Change.DropColumn(child.name(), column.get(), ColumnPosition.last()));
                changes.add(new Change.AddColumn(child.name(), stored, ColumnPosition.last()));
            }
        }
        return changes.isEmpty() ? withoutActions() : Fix.before(situation.ddl(changes));
    }

    /** The same foreign key without what it would set; a CASCADE of deletes sets nothing. */
    private Fix withoutActions() {
        List<Clause.Action> setting = Stream.of(
                        clause.onUpdate().stream(),
                        clause.onDelete().stream().filter(a -> a.action() != ReferentialAction.CASCADE))
                .flatMap(s -> s)
                .sorted((a, b) -> Integer.compare(b.span().start(), a.span().start()))
                .toList();
        Statement statement = situation.statement();
        String text = statement.sql();
        for (Clause.Action action : setting) {
            text = text.substring(0, action.span().start()).stripTrailing()
                    + text.substring(action.span().end());
        }
        return setting.isEmpty() ? Fix.none() : Fix.instead(text);
    }

    private Fix reordered(ForeignKey key) {
        return keyOf(key.referencedColumns())
                .map(order -> pairs(
                        order.stream()
                                .map(c -> key.columns()
                                        .get(key.referencedColumns().indexOf(c)))
                                .toList(),
                        order))
                .orElse(Fix.none());
    }

    /** The key of the parent over these columns, in its own order. */
    private Optional<List<String>> keyOf(List<String> columns) {
        return keys().filter(k -> Set.copyOf(k).equals(Set.copyOf(columns))).findFirst();
    }

    private Stream<List<String>> keys() {
        return Stream.concat(
                parent.primaryKey().stream().map(PrimaryKey::columns),
                parent.uniqueKeys().stream().map(UniqueKey::columns));
    }

    /** The statement with these columns in place of its own, on both sides. */
    private Fix pairs(List<String> columns, List<String> referenced) {
        String after = withReferenced(situation.statement().sql(), referenced);
        Token first = clause.columns().get(0);
        Token last = clause.columns().get(clause.columns().size() - 1);
        return Fix.instead(after.substring(0, first.start()) + situation.quoted(columns) + after.substring(last.end()));
    }

    private String withReferenced(String sql, List<String> referenced) {
        if (clause.referenced().isEmpty()) {
            int end = clause.parent().end();
            return sql.substring(0, end) + " (" + situation.quoted(referenced) + ")" + sql.substring(end);
        }
        Token first = clause.referenced().get(0);
        Token last = clause.referenced().get(clause.referenced().size() - 1);
        return sql.substring(0, first.start()) + situation.quoted(referenced) + sql.substring(last.end());
    }

    private Fix parentNotNull(ForeignKey key) {
        List<Change> changes = key.referencedColumns().stream()
                .flatMap(c -> parent.column(c).stream())
                .filter(Column::nullable)
                .<Change>map(c -> new Change.AlterColumn(parent.name(), c, c.withNullable(false)))
                .toList();
        return Fix.before(situation.ddl(changes));
    }

    /** @param index where the column stands among those of the foreign key */
    Explanation columnMissing(Token word, int index, List<String> referenced) {
        Meant nearest = Meant.near(word, child.columnNames());
        Optional<Column> counterpart =
                index >= 0 && index < referenced.size() ? parent.column(referenced.get(index)) : Optional.empty();
        boolean addable = !isNew(child) && counterpart.isPresent();
        Fix fix = nearest.isNone() && addable ? Fix.before(addition(word, counterpart)) : nearest.fix(situation, word);
        return Explanation.of(
                        Cause.COLUMN_MISSING,
                        "The column " + child.name() + "." + word.text() + " of the foreign key does not exist"
                                + nearest.text(),
                        nearest.isNone() ? "Add the column first." : "Write " + nearest.written(situation) + ".",
                        fix)
                .seen(List.of(columnsOf(child)));
    }

    private List<Sql> addition(Token word, Optional<Column> counterpart) {
        return counterpart
                .map(c -> Column.of(word.text(), c.type())
                        .withCollation(
                                situation.diagnosis().collation(c, parent).or(c::collation)))
                .map(c -> situation.ddl(new Change.AddColumn(child.name(), c, ColumnPosition.last())))
                .orElse(List.of());
    }

    private static String columnsOf(Table table) {
        return "columns of " + table.name() + ": " + String.join(", ", table.columnNames());
    }

    /** @param columns those of the child */
    Explanation referencedColumnMissing(Token word, List<String> columns) {
        Meant nearest = Meant.near(word, parent.columnNames());
        Optional<List<String>> key = fitting(columns);
        Fix fix = nearest.isNone() && key.isPresent()
                ? Fix.instead(withReferenced(situation.statement().sql(), key.get()))
                : nearest.fix(situation, word);
        String fittingKey = key.map(k -> "(" + String.join(", ", k) + ")").orElse("");
        String otherwise = key.isPresent() ? "Reference its key " + fittingKey + "." : "Reference one of its keys.";
        return Explanation.of(
                        Cause.PARENT_COLUMN_MISSING,
                        "The referenced column " + parent.name() + "." + word.text() + " does not exist"
                                + nearest.text(),
                        nearest.isNone() ? otherwise : "Write " + nearest.written(situation) + ".",
                        fix)
                .seen(List.of(columnsOf(parent)));
    }

    /** The first key of the parent that these columns could reference. */
    private Optional<List<String>> fitting(List<String> columns) {
        return keys().filter(k -> k.size() == columns.size() && isCompatible(columns, k))
                .findFirst();
    }

    private boolean isCompatible(List<String> columns, List<String> referenced) {
        for (int i = 0; i < columns.size(); i++) {
            Optional<Column> own = child.column(columns.get(i));
            Optional<Column> other = parent.column(referenced.get(i));
            if (own.isEmpty() || other.isEmpty() || !types().isAlike(own.get(), other.get())) {
                return false;
            }
        }
        return true;
    }

    Explanation countDiffers(List<String> columns, List<String> referenced) {
        Optional<List<String>> key = fitting(columns);
        String known = keys().map(k -> "(" + String.join(", ", k) + ")").collect(Collectors.joining(", "));
        return Explanation.of(
                        Cause.COLUMN_COUNT_DIFFERS,
                        "The foreign key " + child.name() + "(" + String.join(", ", columns) + ") has " + columns.size()
                                + (columns.size() == 1 ? " column" : " columns") + ", but on the side of "
                                + parent.name() + " it names " + said(referenced),
                        key.map(k -> "Reference (" + String.join(", ", k) + ").")
                                .orElse("Name as many columns of " + parent.name() + ", and those of one of its keys."),
                        key.map(k -> Fix.instead(
                                        withReferenced(situation.statement().sql(), k)))
                                .orElse(Fix.none()))
                .seen(List.of("keys of " + parent.name() + ": " + (known.isEmpty() ? "none" : known)));
    }

    private static String said(List<String> columns) {
        return columns.isEmpty() ? "none" : columns.size() + ", (" + String.join(", ", columns) + ")";
    }
}

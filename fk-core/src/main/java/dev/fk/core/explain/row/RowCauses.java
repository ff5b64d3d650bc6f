package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rows that stand in the way. Nothing is asked of them unless the server complained of rows. */
@API(status = Status.INTERNAL)
public record RowCauses(Situation situation) {
    private static final String WHERE = "WHERE";

    public List<Explanation> find() {
        List<Explanation> found = new ArrayList<>();
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        if (table.isEmpty()) {
            return found;
        }
        boolean changesRows = situation.statement().changesRows();
        if (situation.reported().contains(Cause.ORPHANS)) {
            found.addAll(
                    changesRows ? rowsWithoutParent(table.get()) : new OrphanCauses(situation, table.get()).find());
        }
        if (situation.reported().contains(Cause.DUPLICATES) && !changesRows) {
            found.addAll(duplicates(table.get()));
        }
        if (situation.reported().contains(Cause.NULLS)) {
            found.addAll(changesRows ? setNull(table.get()) : nulls(table.get()));
        }
        if (situation.reported().contains(Cause.ROWS_REFERENCED) && changesRows) {
            found.addAll(referenced(table.get()));
        }
        return found;
    }

    private List<Explanation> duplicates(Table table) {
        List<Explanation> found = new ArrayList<>();
        situation
                .statement()
                .clauses(Clause.Key.class)
                .filter(Clause.Key::unique)
                .map(k -> situation.columns(table, k.columns()))
                .filter(c -> table.columnNames().containsAll(c))
                .forEach(columns -> notUnique(table, columns).ifPresent(found::add));
        return found;
    }

    public Optional<Explanation> notUnique(Table table, List<String> columns) {
        List<String> rows = new RowSql(situation).told(table, columns);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                                Cause.DUPLICATES,
                                table.name() + "(" + String.join(", ", columns) + ") is not unique",
                                "Decide which rows stay, and change or delete the others.",
                                Fix.none())
                        .seen(rows));
    }

    private List<Explanation> nulls(Table table) {
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.notNull().isPresent())
                .flatMap(d -> d.old().stream())
                .map(w -> situation.column(table, w))
                .filter(table.columnNames()::contains)
                .flatMap(c -> nulls(table, c).stream())
                .toList();
    }

    private Optional<Explanation> nulls(Table table, String column) {
        String count = new RowSql(situation)
                .count(" FROM " + situation.diagnosis().quote(table.name()) + " WHERE "
                        + situation.diagnosis().quote(column) + " IS NULL");
        return Optional.of(Explanation.of(
                        Cause.NULLS,
                        table.name() + "." + column + " cannot become NOT NULL: it is NULL in " + count,
                        "Give these rows a value first.",
                        Fix.none()))
                .filter(e -> !count.startsWith("0 "));
    }

    /** Foreign keys that the server names, where the names lead to one that is there. */
    private List<Owned> named() {
        return situation.foreignKeys().stream()
                .filter(o -> o.key().name().filter(situation::says).isPresent()
                        && situation.says(o.table().name().name()))
                .toList();
    }

    private List<Explanation> rowsWithoutParent(Table table) {
        if (situation.statement().kind() == Statement.Kind.DELETE) {
            return List.of();
        }
        return named().stream()
                .filter(o -> o.table().equals(table) && !isAmbiguous(o))
                .flatMap(o -> withoutParent(o).stream())
                .toList();
    }

    private Optional<Explanation> withoutParent(Owned owned) {
        ForeignKey key = owned.key();
        if (key.match() == MatchType.FULL && key.columns().size() > 1) {
            // The server names the table that it looked at, unless it did not come to that.
            boolean looked = situation.says(key.referencedTable().name());
            if (looked && isSelfReference(owned)) {
                return Optional.empty();
            }
            if (!looked) {
                return Optional.of(Explanation.of(
                        Cause.PARTLY_NULL,
                        "A row of " + owned.named()
                                + " would be NULL in a part of the columns, which MATCH FULL refuses",
                        "Give all of " + String.join(", ", key.columns()) + " a value, or none of them.",
                        Fix.none()));
            }
        }
        String heirs = situation.schema().table(key.referencedTable()).map(situation::heirs).orElse(List.of()).stream()
                .map(t -> t.name().toString())
                .collect(Collectors.joining(", "));
        return Optional.of(Explanation.of(
                        Cause.ORPHANS,
                        "A row of " + owned.named() + " would refer to a row of " + key.referencedTable() + "("
                                + String.join(", ", key.referencedColumns()) + ") that does not exist"
                                + (heirs.isEmpty()
                                        ? ""
                                        : "; rows of " + heirs + ", which inherit from it, do not count"),
                        "Insert the row of " + key.referencedTable() + " first.",
                        Fix.none())
                .seen(situation.schema().table(key.referencedTable()).stream()
                        .flatMap(parent -> new WrittenValues(situation, owned.table()).orphan(key, parent).stream())
                        .toList()));
    }

    /** PostgreSQL lets SET NULL and NOT NULL meet, refuses when a row goes, and names the column that cannot be set. */
    private List<Explanation> setNull(Table table) {
        List<Explanation> found = new ArrayList<>();
        for (Owned owned : situation.referencing(table.name())) {
            ReferentialAction action = situation.statement().kind() == Statement.Kind.DELETE
                    ? owned.key().onDelete()
                    : owned.key().onUpdate();
            List<Change> changes = owned.key().columns().stream()
                    .flatMap(c -> owned.table().column(c).stream())
                    .filter(c -> !c.nullable()
                            && situation.says(c.name())
                            && situation.says(owned.table().name().name()))
                    .<Change>map(c -> new Change.AlterColumn(owned.table().name(), c, nullable(c)))
                    .toList();
            if (action == ReferentialAction.SET_NULL && !changes.isEmpty()) {
                found.add(Explanation.of(
                        Cause.SET_NULL_ON_NOT_NULL,
                        owned.named() + " sets columns to NULL that are NOT NULL",
                        "Make them nullable, or let the foreign key do something else.",
                        Fix.before(situation.ddl(changes))));
            }
        }
        return found;
    }

    private static Column nullable(Column column) {
        return column.withNullable(true);
    }

    /** PostgreSQL has one SQLSTATE for both ends of a foreign key, and an UPDATE of one table may be at either. */
    private boolean isAmbiguous(Owned owned) {
        return situation.statement().kind() == Statement.Kind.UPDATE
                && isSelfReference(owned)
                && situation.reported().containsAll(Set.of(Cause.ORPHANS, Cause.ROWS_REFERENCED));
    }

    private static boolean isSelfReference(Owned owned) {
        return owned.key().referencedTable().equals(owned.table().name());
    }

    private List<Explanation> referenced(Table table) {
        List<Explanation> found = new ArrayList<>();
        if (situation.statement().kind() == Statement.Kind.INSERT) {
            return found;
        }
        Optional<String> condition = condition();
        for (Owned owned : situation.referencing(table.name())) {
            if (condition.isPresent() && refuses(owned.key().onDelete())) {
                stillReferenced(table, owned, condition.get()).ifPresent(found::add);
            }
        }
        return found.isEmpty()
                ? named().stream()
                        .filter(o -> !isAmbiguous(o)
                                && (isSelfReference(o) || !o.table().equals(table)))
                        .map(this::refusedBy)
                        .toList()
                : found;
    }

    /** MySQL takes SET DEFAULT and refuses like NO ACTION. */
    private boolean refuses(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                || action == ReferentialAction.RESTRICT
                || !situation
                        .dialect()
                        .capabilities(situation.server().version())
                        .onDelete()
                        .contains(action);
    }

    /** Which rows DELETE is about; empty for everything that is not simply {@code DELETE FROM t WHERE …}. */
    private Optional<String> condition() {
        String rest = situation.statement().rest();
        boolean simple = rest.isEmpty() || rest.toUpperCase(Locale.ROOT).startsWith(WHERE);
        return Optional.of(rest).filter(r -> simple && situation.statement().kind() == Statement.Kind.DELETE);
    }

    private Optional<Explanation> stillReferenced(Table table, Owned owned, String condition) {
        String parents = "SELECT " + situation.quoted(owned.key().referencedColumns()) + " FROM "
                + situation.diagnosis().quote(table.name()) + " " + condition;
        // MySQL does not change a table that it reads in the same statement (1093), but does change one it has read.
        boolean self = owned.table().name().equals(table.name());
        String those =
                self ? "SELECT * FROM (" + parents.replaceFirst("SELECT", "SELECT DISTINCT") + ") going" : parents;
        String rows = "(" + situation.quoted(owned.key().columns()) + ") IN (" + those + ")";
        RowSql sql = new RowSql(situation);
        String count =
                sql.count(" FROM " + situation.diagnosis().quote(owned.table().name()) + " WHERE " + rows);
        List<Sql> detached = sql.detach(owned.table(), owned.key(), rows);
        boolean deletes = detached.get(0).text().startsWith("DELETE");
        return Optional.of(Explanation.of(
                        Cause.ROWS_REFERENCED,
                        "Rows of " + table.name() + " cannot go: " + count + " of " + owned.named() + " refer to them",
                        (deletes ? "Delete those first, as here," : "Let those refer to nothing first, as here,")
                                + " or give the foreign key ON DELETE CASCADE.",
                        Fix.before(detached)))
                .filter(e -> !count.startsWith("0 "));
    }

    private Explanation refusedBy(Owned owned) {
        boolean deletes = situation.statement().kind() == Statement.Kind.DELETE;
        ReferentialAction action =
                deletes ? owned.key().onDelete() : owned.key().onUpdate();
        if (action == ReferentialAction.SET_DEFAULT && !refuses(action)) {
            return Explanation.of(
                    Cause.ROWS_REFERENCED,
                    "Rows of " + owned.named() + " would get their defaults, and there is no row of "
                            + owned.key().referencedTable() + " with these",
                    "Insert that row first, give the columns another default, or let the foreign key do something else.",
                    Fix.none());
        }
        return Explanation.of(
                Cause.ROWS_REFERENCED,
                "Rows of " + owned.named() + " refer to rows of " + owned.key().referencedTable()
                        + " that would change or go",
                "Change those first, or give the foreign key CASCADE.",
                Fix.none());
    }
}

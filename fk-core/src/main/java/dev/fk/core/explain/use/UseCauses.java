package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.Used;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What uses a type, sequence, schema or column that should go or change, beside what has causes of its own. */
record UseCauses(Situation situation) {
    private static final String NONE = "NULL";
    private static final int SHOWN = 5;

    /**
     * @param end the statement that ends the use, if it can be ended
     * @param again the one that makes it anew as it was
     */
    private record User(
            String text, Optional<Sql> end, Optional<Sql> again, List<String> column, Optional<String> type) {
        static User of(List<String> row) {
            return new User(
                    row.get(0),
                    sql(row.get(1)),
                    sql(row.get(2)),
                    row.subList(3, 6),
                    sql(row.get(6)).map(Sql::text));
        }

        private static Optional<Sql> sql(String text) {
            return text.equals(NONE) ? Optional.empty() : Optional.of(new Sql(text));
        }
    }

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.IN_USE)) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        switch (situation.statement().kind()) {
            case DROP_TABLE, DROP_VIEW -> dropped(Used.TABLE, found);
            case DROP_TYPE -> dropped(Used.TYPE, found);
            case DROP_SEQUENCE -> dropped(Used.SEQUENCE, found);
            case DROP_SCHEMA -> dropped(Used.SCHEMA, found);
            case DROP_FUNCTION -> dropped(Used.FUNCTION, found);
            case DROP_EXTENSION -> dropped(Used.EXTENSION, found);
            case ALTER_TABLE ->
                situation.statement().table().flatMap(situation::table).ifPresent(t -> columns(t, found));
            default -> {}
        }
        return found;
    }

    private List<User> users(Used kind, QualifiedName name, Optional<String> column) {
        return situation.diagnosis().usersOf(kind, name, column).stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(User::of)
                .toList();
    }

    private void dropped(Used kind, List<Explanation> found) {
        for (TableWord word : situation.statement().tables()) {
            QualifiedName name = kind == Used.SCHEMA || kind == Used.EXTENSION
                    ? QualifiedName.of(word.name().text())
                    : situation.name(word);
            List<User> users = users(kind, name, Optional.empty());
            if (!users.isEmpty()) {
                found.add(dropped(kind, name, users));
            }
        }
    }

    private Explanation dropped(Used kind, QualifiedName name, List<User> users) {
        if (kind == Used.SCHEMA) {
            return Explanation.of(
                            Cause.IN_USE,
                            name + " is not empty",
                            "Drop what is in it first, or move it: ALTER TABLE … SET SCHEMA …",
                            Fix.none())
                    .seen(users.stream().limit(SHOWN).map(User::text).toList());
        }
        Fix fix = ended(users);
        return Explanation.of(
                Cause.IN_USE,
                name + " is used by " + list(users),
                fix.isEmpty() ? "Change or drop these first, or keep it." : remedy(kind),
                fix);
    }

    private static String remedy(Used kind) {
        return switch (kind) {
            case TYPE -> "Give the columns another type first, which keeps their values and no rule of this type.";
            case SEQUENCE -> "Drop the defaults first: nothing fills these columns then.";
            case TABLE -> "Change these first, as here, or keep it; nothing fills a column whose default goes.";
            case COLUMN, FUNCTION, EXTENSION, SCHEMA -> "Drop these first, or make them anew without.";
        };
    }

    private static String list(List<User> users) {
        return users.stream().limit(SHOWN).map(User::text).collect(Collectors.joining(", "))
                + (users.size() > SHOWN ? " and " + (users.size() - SHOWN) + " more" : "");
    }

    /** None if one of them is left to people. */
    private Fix ended(List<User> users) {
        List<Sql> statements = new ArrayList<>();
        for (User user : users) {
            List<Sql> end = user.end().map(List::of).orElseGet(() -> retyped(user));
            if (end.isEmpty()) {
                return Fix.none();
            }
            statements.addAll(end);
        }
        return Fix.before(statements);
    }

    /** The column with a type that holds the same values; one that a foreign key joins with others changes with those only. */
    private List<Sql> retyped(User user) {
        if (user.type().isEmpty() || user.column().contains(NONE)) {
            return List.of();
        }
        String schema = user.column().get(1);
        QualifiedName name = schema.equals(situation.server().defaultSchema())
                ? QualifiedName.of(user.column().get(0))
                : QualifiedName.of(schema, user.column().get(0));
        Optional<Table> table = situation.schema().table(name);
        Optional<Column> column = table.flatMap(t -> t.column(user.column().get(2)));
        boolean joined = situation.foreignKeys().stream()
                .anyMatch(o -> (o.table().name().equals(name)
                                && o.key().columns().contains(user.column().get(2)))
                        || (o.key().referencedTable().equals(name)
                                && o.key()
                                        .referencedColumns()
                                        .contains(user.column().get(2))));
        DataType type = situation.diagnosis().type(user.type().get());
        return joined || column.isEmpty() || !(column.get().type() instanceof DataType.Named)
                ? List.of()
                : situation.ddl(new Change.AlterColumn(
                        name,
                        column.get(),
                        column.get()
                                .withType(type)
                                .withGeneration(column.get().generation().uncast())));
    }

    private void columns(Table table, List<Explanation> found) {
        situation.droppedColumns(table).forEach(c -> {
            List<User> users = users(Used.COLUMN, table.name(), Optional.of(c));
            if (!users.isEmpty()) {
                found.add(Explanation.of(
                        Cause.IN_USE,
                        table.name() + "." + c + " is used by " + list(users),
                        "Drop these first, or make them anew without.",
                        ended(users)));
            }
        });
        situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.type().isPresent())
                .flatMap(d -> d.old().stream())
                .map(o -> situation.column(table, o))
                .forEach(c -> retyped(table, c).ifPresent(found::add));
    }

    private Optional<Explanation> retyped(Table table, String column) {
        List<User> users = users(Used.COLUMN, table.name(), Optional.of(column));
        boolean back =
                users.stream().allMatch(u -> u.end().isPresent() && u.again().isPresent());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        Cause.IN_USE,
                        table.name() + "." + column + " is used by " + list(users)
                                + ", and the type of a column does not change under that",
                        "Change it while " + (users.size() == 1 ? "that is" : "those are") + " not there.",
                        back
                                ? Fix.around(
                                        users.stream()
                                                .flatMap(u -> u.end().stream())
                                                .toList(),
                                        users.stream()
                                                .flatMap(u -> u.again().stream())
                                                .toList())
                                : Fix.none()));
    }
}

package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that something else has already. */
record NameCauses(Situation situation) {
    /** A name in the statement and the constraint that has it. */
    private record Taken(Token word, Table owner, Constraint constraint) {}

    List<Explanation> find() {
        Statement statement = situation.statement();
        List<Explanation> found = new ArrayList<>();
        Optional<Table> table = statement.table().flatMap(situation::table);
        if (statement.kind() == Statement.Kind.CREATE_TABLE && table.isPresent()) {
            found.add(Explanation.of(
                    Cause.NAME_TAKEN,
                    "There is a table " + table.get().name() + " already, with the columns "
                            + String.join(", ", table.get().columnNames()),
                    "Alter it, or choose another name.",
                    Fix.none()));
        } else if (statement.kind() == Statement.Kind.CREATE_TABLE) {
            statement
                    .table()
                    .map(situation::name)
                    .flatMap(this::taken)
                    .map(fact -> Explanation.of(
                            Cause.NAME_TAKEN, fact, "Choose another name, or drop the other first.", Fix.none()))
                    .ifPresent(found::add);
        }
        table.ifPresent(t -> columns(t, found));
        statement
                .clauses(Clause.References.class)
                .flatMap(r -> r.name().stream())
                .flatMap(n -> foreignKey(n).or(() -> inTable(n)).stream())
                .forEach(t -> found.add(explanation(t)));
        statement
                .clauses(Clause.Key.class)
                .flatMap(k -> k.name().stream())
                .flatMap(n -> index(n).stream())
                .forEach(t -> found.add(explanation(t)));
        statement
                .clauses(Clause.CheckDefinition.class)
                .flatMap(c -> c.name().stream())
                .flatMap(n -> check(n).stream())
                .forEach(t -> found.add(explanation(t)));
        found.addAll(new RepeatedCauses(situation).find());
        return found;
    }

    /** What has a name that a table is to get; each table of PostgreSQL is a type as well. */
    Optional<String> taken(QualifiedName name) {
        return situation.look().relation(name).map(r -> relationNamed(name, r)).or(() -> typeNamed(name));
    }

    private Optional<String> typeNamed(QualifiedName name) {
        String schema = name.schema().orElse(situation.server().defaultSchema());
        return situation.diagnosis().types().stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .filter(row -> row.get(0).equals(schema) && row.get(1).equals(name.name()))
                .map(row -> name + " is a type already, and every table has a type of its name")
                .findFirst();
    }

    /** Indexes are relations too. */
    private String relationNamed(QualifiedName name, Relation relation) {
        return situation.schema().tables().values().stream()
                .filter(t -> t.name().schema().equals(name.schema()))
                .flatMap(t -> t.constraints()
                        .filter(c -> c.name().filter(name.name()::equals).isPresent())
                        .map(c -> t.name() + " has " + Described.of(c) + " already, and its name is " + name.name()))
                .findFirst()
                .orElse(name + " is "
                        + (relation.kind() == Relation.Kind.OTHER
                                ? "something else"
                                : relation.kind().text())
                        + " already");
    }

    private void columns(Table table, List<Explanation> found) {
        if (situation.statement().kind() != Statement.Kind.ALTER_TABLE) {
            return;
        }
        situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.old()
                        .filter(o -> situation
                                .column(table, o)
                                .equalsIgnoreCase(d.name().text()))
                        .isEmpty())
                .map(d -> situation.column(table, d.name()))
                .flatMap(n -> table.column(n).stream())
                .forEach(c -> found.add(Explanation.of(
                        Cause.NAME_TAKEN,
                        "There is a column " + table.name() + "." + c.name() + " already, of type "
                                + c.type().describe(),
                        "Alter it, or choose another name.",
                        Fix.none())));
    }

    /** MySQL and MariaDB: a foreign key of this name anywhere in the schema. */
    private Optional<Taken> foreignKey(Token word) {
        if (!situation.capabilities().foreignKeyNamesPerSchema()) {
            return Optional.empty();
        }
        return situation.foreignKeys().stream()
                .filter(o -> sameSchema(o.table().name()) && isNamed(o.key(), word))
                .map(o -> new Taken(word, o.table(), o.key()))
                .findFirst();
    }

    private boolean sameSchema(QualifiedName other) {
        return situation
                .statement()
                .table()
                .map(situation::name)
                .map(n -> n.schema().equals(other.schema()))
                .orElse(true);
    }

    private Optional<Taken> inTable(Token word) {
        return situation.statement().table().flatMap(situation::table).flatMap(t -> in(t, word));
    }

    private Optional<Taken> index(Token word) {
        return inTable(word)
                .or(() -> situation.capabilities().indexNamesPerSchema()
                        ? situation.schema().tables().values().stream()
                                .filter(t -> sameSchema(t.name()))
                                .flatMap(t -> in(t, word).stream())
                                .findFirst()
                        : Optional.empty());
    }

    private Optional<Taken> check(Token word) {
        if (!situation.capabilities().checkNamesPerSchema()) {
            return inTable(word)
                    .filter(t -> t.constraint() instanceof Check
                            || !situation.capabilities().checkNamesApart());
        }
        return situation.schema().tables().values().stream()
                .filter(t -> sameSchema(t.name()))
                .flatMap(t -> t.checks().stream().filter(c -> isNamed(c, word)).map(c -> new Taken(word, t, c)))
                .findFirst();
    }

    private static Optional<Taken> in(Table table, Token word) {
        return table.constraints()
                .filter(c -> isNamed(c, word))
                .map(c -> new Taken(word, table, c))
                .findFirst();
    }

    private static boolean isNamed(Constraint constraint, Token word) {
        return constraint.name().filter(word.text()::equals).isPresent();
    }

    private Explanation explanation(Taken taken) {
        String fact = taken.owner().name() + " has " + Described.of(taken.constraint()) + " already, and its name is "
                + taken.word().text();
        if (isTheSame(taken)) {
            Change drop = taken.constraint().accept(new DropOf(taken.owner().name()));
            return Explanation.of(
                    Cause.NAME_TAKEN,
                    fact + ": it is the foreign key that the statement adds",
                    "Nothing needs to be done; or drop it first to make it anew.",
                    Fix.before(situation.ddl(drop)));
        }
        String free = free(taken.word().text());
        return Explanation.of(
                Cause.NAME_TAKEN,
                fact,
                "Choose another name, or leave it to the server.",
                Fix.instead(situation
                        .statement()
                        .with(taken.word(), situation.diagnosis().quote(free))));
    }

    private boolean isTheSame(Taken taken) {
        Optional<Table> own = situation.statement().table().flatMap(situation::table);
        return taken.constraint() instanceof ForeignKey key
                && own.filter(taken.owner()::equals).isPresent()
                && situation
                        .statement()
                        .clauses(Clause.References.class)
                        .filter(r -> r.name().filter(taken.word()::equals).isPresent())
                        .anyMatch(r ->
                                situation.columns(taken.owner(), r.columns()).equals(key.columns())
                                        && situation.parent(r).equals(key.referencedTable()));
    }

    /** The name with the first number behind it that makes it one of nothing. */
    String free(String name) {
        Set<String> used = situation.schema().tables().values().stream()
                .flatMap(t -> Stream.concat(
                        Stream.of(t.name().name()), t.constraints().flatMap(c -> c.name().stream())))
                .collect(Collectors.toSet());
        return Stream.iterate(2, i -> i + 1)
                .map(i -> name + "_" + i)
                .filter(n -> !used.contains(n))
                .findFirst()
                .orElse(name);
    }
}

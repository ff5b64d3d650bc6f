package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a statement names that is not there; the two sides of a new foreign key are looked at elsewhere. */
@API(status = Status.INTERNAL)
public record MissingCauses(Situation situation) {
    public List<Explanation> find() {
        Statement statement = situation.statement();
        List<Explanation> found = new ArrayList<>();
        if (statement.kind() == Statement.Kind.CREATE_TABLE || statement.kind() == Statement.Kind.CREATE_TYPE) {
            statement
                    .table()
                    .flatMap(TableWord::schema)
                    .flatMap(new SchemaCauses(situation)::missing)
                    .ifPresent(found::add);
        } else if (statement.isAboutTables()) {
            statement.tables().stream()
                    .filter(t -> situation.table(t).isEmpty())
                    .flatMap(t -> table(t).stream())
                    .forEach(found::add);
        }
        Optional<Table> table = statement.table().flatMap(situation::table);
        if (statement.kind() == Statement.Kind.DROP_INDEX && statement.tables().isEmpty()) {
            statement.clauses(Clause.Drop.class).forEach(d -> found.addAll(new IndexOfSchema(situation).find(d)));
        }
        if (table.isPresent()) {
            statement.clauses(Clause.Drop.class).forEach(d -> found.addAll(drop(table.get(), d)));
            statement
                    .clauses(Clause.ColumnDefinition.class)
                    .flatMap(d -> d.old().stream())
                    .forEach(c -> found.addAll(column(table.get(), c)));
        }
        Optional<Table> whole = new Subject(situation).table();
        statement
                .clauses(Clause.Key.class)
                .flatMap(k -> k.columns().stream())
                .forEach(c -> whole.ifPresent(t -> found.addAll(column(t, c))));
        return found;
    }

    public Optional<Explanation> table(TableWord word) {
        QualifiedName wanted = situation.name(word);
        boolean alters = situation.statement().kind() == Statement.Kind.ALTER_TABLE
                || situation.statement().kind() == Statement.Kind.RENAME
                || situation.statement().kind() == Statement.Kind.CREATE_INDEX
                || situation.statement().kind() == Statement.Kind.CREATE_TABLE;
        Optional<Explanation> around = new SchemaCauses(situation).missingAround(word);
        if (around.isPresent()) {
            return around.map(e -> alters ? e : e.withoutFix());
        }
        Optional<Relation> relation = situation.look().relation(wanted);
        if (relation.isPresent()) {
            return relation.filter(r -> !situation.statement().changesRows()).flatMap(r -> noTable(wanted, r));
        }
        // what a statement names beside it is not meant a second time
        List<QualifiedName> others =
                situation.statement().tables().stream().map(situation::name).toList();
        List<String> names = situation.schema().tables().keySet().stream()
                .filter(n -> n.schema().equals(wanted.schema()) && !others.contains(n))
                .map(QualifiedName::name)
                .toList();
        boolean sameLetters = names.stream().anyMatch(wanted.name()::equalsIgnoreCase);
        List<QualifiedName> elsewhere = sameLetters || situation.diagnosis().schemasAreDatabases()
                ? List.of()
                : situation.look().tablesNamed(wanted.name());
        if (!elsewhere.isEmpty()) {
            Explanation other = elsewhere(wanted, word, elsewhere);
            return Optional.of(alters ? other : other.withoutFix());
        }
        Explanation missing = replaced(
                Cause.TABLE_MISSING,
                "There is no table " + wanted,
                word.name(),
                names,
                "tables: " + String.join(", ", names));
        return Optional.of(alters ? missing : missing.withoutFix());
    }

    private Optional<Explanation> noTable(QualifiedName name, Relation relation) {
        boolean view = relation.kind() == Relation.Kind.VIEW || relation.kind() == Relation.Kind.MATERIALIZED_VIEW;
        boolean dropped = situation.statement().kind() == Statement.Kind.DROP_TABLE
                && situation.statement().tables().size() == 1;
        String word = relation.kind() == Relation.Kind.VIEW ? "VIEW " : "MATERIALIZED VIEW ";
        return view
                ? Optional.of(Explanation.of(
                        Cause.TABLE_MISSING,
                        name + " is " + relation.kind().text() + " and no table",
                        dropped
                                ? "Drop it as what it is, if that is meant."
                                : "Name a table whose rows it shows, or make the view anew.",
                        dropped
                                ? Fix.instead(
                                        "DROP " + word + situation.diagnosis().quote(name))
                                : Fix.none()))
                : Optional.empty();
    }

    private Explanation elsewhere(QualifiedName wanted, TableWord word, List<QualifiedName> elsewhere) {
        String names = elsewhere.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        return Explanation.of(
                Cause.TABLE_MISSING,
                "There is no table " + wanted + " where the statement looks, but there is " + names,
                "Write the schema before the name, or let the search_path lead there.",
                elsewhere.size() > 1
                        ? Fix.none()
                        : Fix.instead(situation
                                .statement()
                                .with(
                                        new Clause.Span(word.start(), word.end()),
                                        situation.diagnosis().quote(elsewhere.get(0)))));
    }

    private List<Explanation> drop(Table table, Clause.Drop drop) {
        if (drop.kind() == Clause.Drop.Kind.PRIMARY_KEY && table.primaryKey().isEmpty()) {
            return List.of(Explanation.of(
                    Cause.CONSTRAINT_MISSING, table.name() + " has no primary key", "Leave it out.", Fix.none()));
        }
        if (drop.name().isEmpty()) {
            return List.of();
        }
        if (drop.kind() == Clause.Drop.Kind.COLUMN) {
            return column(table, drop.name().get()).stream()
                    .map(Explanation::withoutFix)
                    .toList();
        }
        return new MissingName(situation, table, drop.kind(), drop.name().get()).find();
    }

    private List<Explanation> column(Table table, Token word) {
        if (table.column(situation.column(table, word)).isPresent()) {
            return List.of();
        }
        return List.of(replaced(
                Cause.COLUMN_MISSING,
                "There is no column " + table.name() + "." + word.text(),
                word,
                table.columnNames(),
                "columns of " + table.name() + ": " + String.join(", ", table.columnNames())));
    }

    private Explanation replaced(Cause cause, String fact, Token word, List<String> names, String seen) {
        return situation.replaced(cause, fact, word, Meant.near(word, names), seen);
    }
}

package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Why no table can be found where a foreign key leads. */
record ParentCauses(Situation situation, Table child, Clause.References clause) {
    List<Explanation> find() {
        QualifiedName wanted = situation.parent(clause);
        Optional<Relation> relation = situation.look().relation(wanted);
        if (relation.isPresent()) {
            return isTemporary(relation.get()) ? List.of() : List.of(noTable(wanted, relation.get()));
        }
        Optional<String> schema = wanted.schema();
        if (schema.isPresent() && !situation.look().schemaExists(schema.get())) {
            return List.of(schemaMissing(wanted, schema.get()));
        }
        List<QualifiedName> elsewhere = situation.look().tablesNamed(wanted.name());
        boolean here = situation.schema().tables().keySet().stream()
                .anyMatch(n -> n.schema().equals(wanted.schema()) && n.name().equalsIgnoreCase(wanted.name()));
        return List.of(here || elsewhere.isEmpty() ? missing(wanted) : inOtherSchema(wanted, elsewhere));
    }

    private static boolean isTemporary(Relation relation) {
        return relation.kind() == Relation.Kind.TEMPORARY_TABLE;
    }

    private Explanation noTable(QualifiedName wanted, Relation relation) {
        boolean view = relation.kind() == Relation.Kind.VIEW || relation.kind() == Relation.Kind.MATERIALIZED_VIEW;
        Optional<QualifiedName> base = view ? base(relation.definition()) : Optional.empty();
        String fact = wanted + " is " + relation.kind().text() + ", and a foreign key can only reference a table";
        return Explanation.of(
                view ? Cause.PARENT_IS_VIEW : Cause.PARENT_IS_NOT_PERMANENT,
                fact + base.map(b -> "; its rows come from " + b).orElse(""),
                base.map(b -> "Reference " + b + ".").orElse("Reference a table whose rows it shows."),
                base.map(this::insteadOfParent).orElse(Fix.none()));
    }

    /** The only table of a simple view, if it has the referenced columns. */
    private Optional<QualifiedName> base(String definition) {
        Lexis lexis = situation.diagnosis().lexis();
        // MySQL and MariaDB show views with backticks whatever the SQL mode.
        Cursor at = new Cursor(Tokenizer.tokens(definition, lexis));
        while (!at.atEnd() && !at.accept("FROM")) {
            at.next();
        }
        boolean parenthesis = at.acceptSign("(");
        Optional<TableWord> table = at.table();
        boolean joined = parenthesis
                || at.peek().isSign(",")
                || at.peek(1).is("JOIN")
                || at.peek().is("JOIN");
        return table.filter(t -> !joined)
                .flatMap(t -> situation.table(t).map(Table::name).filter(this::hasColumns));
    }

    private boolean hasColumns(QualifiedName table) {
        return situation
                .schema()
                .table(table)
                .filter(t -> clause.referenced().stream()
                        .allMatch(c -> t.column(situation.column(t, c)).isPresent()))
                .isPresent();
    }

    private Fix insteadOfParent(QualifiedName other) {
        return Fix.instead(situation
                .statement()
                .with(
                        new Clause.Span(clause.parent().start(), clause.parent().end()),
                        situation.diagnosis().quote(written(other))));
    }

    /** With its schema where the server would look beside the child otherwise. */
    private QualifiedName written(QualifiedName other) {
        boolean elsewhere = situation.diagnosis().referencesBesideChild()
                && child.name().schema().isPresent()
                && other.schema().isEmpty();
        return elsewhere ? new QualifiedName(Optional.of(situation.server().defaultSchema()), other.name()) : other;
    }

    private Explanation schemaMissing(QualifiedName wanted, String schema) {
        List<QualifiedName> elsewhere = situation.look().tablesNamed(wanted.name());
        Explanation missing = Explanation.of(
                Cause.SCHEMA_MISSING,
                "There is no schema or database " + schema,
                elsewhere.isEmpty() ? "Create it, and the table in it." : "Reference " + elsewhere.get(0) + ".",
                elsewhere.isEmpty() ? Fix.none() : insteadOfParent(elsewhere.get(0)));
        return elsewhere.isEmpty() ? missing : missing.seen(List.of(seen(wanted, elsewhere)));
    }

    private static String seen(QualifiedName wanted, List<QualifiedName> elsewhere) {
        return "tables named " + wanted.name() + ": "
                + String.join(
                        ", ", elsewhere.stream().map(QualifiedName::toString).toList());
    }

    private Explanation inOtherSchema(QualifiedName wanted, List<QualifiedName> elsewhere) {
        String place = wanted.schema().map(s -> "the schema " + s).orElse("the default schema");
        boolean unsaid = clause.parent().schema().isEmpty()
                && situation.diagnosis().referencesBesideChild()
                && wanted.schema().isPresent();
        return Explanation.of(
                Cause.PARENT_IN_OTHER_SCHEMA,
                "There is no table " + wanted.name() + " in " + place
                        + (unsaid ? ", where the server looks because " + child.name() + " is there" : "")
                        + ", but there is " + written(elsewhere.get(0)),
                "Write the schema before the name.",
                insteadOfParent(elsewhere.get(0)));
    }

    /** A table of the same letters, where only quotes or capitals are wrong: with its columns as it spells them. */
    private Optional<Explanation> sameLetters(QualifiedName wanted, String fact) {
        Optional<Table> other = situation.schema().tables().values().stream()
                .filter(t -> t.name().schema().equals(wanted.schema())
                        && t.name().name().equalsIgnoreCase(wanted.name()))
                .findFirst();
        return other.map(t -> Explanation.of(
                Cause.PARENT_TABLE_MISSING,
                fact + "; there is " + t.name().name(),
                "Write " + situation.written(t.name().name()) + ", or create " + wanted + " first.",
                spelt(t)));
    }

    private Fix spelt(Table other) {
        String sql = situation.statement().sql();
        List<Token> words = new ArrayList<>(clause.referenced());
        Collections.reverse(words);
        for (Token word : words) {
            Optional<String> column = other.columnNames().stream()
                    .filter(c -> c.equalsIgnoreCase(word.text()))
                    .findFirst();
            if (column.isEmpty()) {
                return Fix.none();
            }
            boolean found = other.column(situation.column(other, word)).isPresent();
            sql = found
                    ? sql
                    : sql.substring(0, word.start())
                            + situation.diagnosis().quote(column.get())
                            + sql.substring(word.end());
        }
        return Fix.instead(sql.substring(0, clause.parent().start())
                + situation.diagnosis().quote(written(other.name()))
                + sql.substring(clause.parent().end()));
    }

    private Explanation missing(QualifiedName wanted) {
        List<String> names = situation.schema().tables().keySet().stream()
                .filter(n -> n.schema().equals(wanted.schema()))
                .filter(this::hasColumns)
                .map(QualifiedName::name)
                .toList();
        Meant nearest = Meant.near(clause.parent().name(), names);
        String fact = "There is no table " + wanted + ", which " + text() + " references";
        Optional<Explanation> sameLetters = sameLetters(wanted, fact);
        if (sameLetters.isPresent()) {
            return sameLetters.get();
        }
        if (!nearest.isNone()) {
            return Explanation.of(
                    Cause.PARENT_TABLE_MISSING,
                    fact + nearest.text(),
                    "Write " + nearest.written(situation) + ", or create " + wanted + " first.",
                    nearest.one().map(n -> insteadOfParent(wanted.withName(n))).orElse(Fix.none()));
        }
        return Explanation.of(Cause.PARENT_TABLE_MISSING, fact, "Create it first.", Fix.before(creation(wanted)));
    }

    private String text() {
        return child.name() + "("
                + String.join(", ", clause.columns().stream().map(Token::text).toList()) + ")";
    }

    /** The least table that can be referenced: the referenced columns, as the referencing ones are, as its primary key. */
    private List<Sql> creation(QualifiedName wanted) {
        List<Column> columns = new ArrayList<>();
        if (clause.columns().size() != clause.referenced().size()) {
            return List.of();
        }
        for (int i = 0; i < clause.columns().size(); i++) {
            String name = clause.referenced().get(i).text();
            child.column(situation.column(child, clause.columns().get(i)))
                    .map(c -> Column.of(name, c.type())
                            .notNull()
                            .withGeneration(Generation.none())
                            .withCollation(collation(c)))
                    .ifPresent(columns::add);
        }
        if (columns.size() != clause.columns().size()) {
            return List.of();
        }
        Table parent = Table.of(wanted, columns)
                .withPrimaryKey(Optional.of(
                        PrimaryKey.of(columns.stream().map(Column::name).toArray(String[]::new))));
        return situation.ddl(new Change.CreateTable(parent));
    }

    private Optional<String> collation(Column column) {
        Diagnosis diagnosis = situation.diagnosis();
        return diagnosis.collation(column, child).or(column::collation);
    }
}

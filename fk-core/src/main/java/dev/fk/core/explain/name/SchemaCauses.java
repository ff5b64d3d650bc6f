package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Schemas that are missing, or there already; on MySQL and MariaDB databases. */
record SchemaCauses(Situation situation) {
    private static final int SHOWN = 5;

    List<Explanation> find() {
        Statement statement = situation.statement();
        Stream<Token> named = statement.tables().stream().map(TableWord::name);
        return switch (statement.kind()) {
            case CREATE_SCHEMA -> named.flatMap(n -> taken(n).stream()).toList();
            case DROP_SCHEMA ->
                named.flatMap(n -> missing(n, "Leave the statement out.").stream())
                        .map(Explanation::withoutFix)
                        .toList();
            case ALTER_TABLE, RENAME ->
                Stream.concat(
                                statement.clauses(Clause.Move.class).flatMap(m -> moved(m.schema()).stream()),
                                statement
                                        .clauses(Clause.Rename.class)
                                        .flatMap(r -> r.to().schema().stream())
                                        .flatMap(s -> missing(s).stream()))
                        .toList();
            default -> List.of();
        };
    }

    private String word() {
        return situation.diagnosis().schemasAreDatabases() ? "database" : "schema";
    }

    /** What fk creates is in a schema, and not the schema. */
    Optional<Explanation> missing(Token name) {
        return missing(name, "Create it first, as here; fk creates what is in a schema, not the schema.")
                .map(e -> e.fix().isEmpty() && Meant.near(name, names()).isNone()
                        ? Explanation.of(e.cause(), e.fact(), e.remedy(), created(name))
                        : e);
    }

    /** Of a table that is to be there already. */
    Optional<Explanation> missingAround(TableWord table) {
        Optional<Token> schema = table.schema();
        boolean there = schema.flatMap(s -> Meant.near(s, names()).one())
                .filter(n -> situation.look().relation(in(n, table.name())).isPresent())
                .isPresent();
        return schema.flatMap(s -> missing(s, "Write one that is there.")).map(e -> there ? e : e.withoutFix());
    }

    private QualifiedName in(String schema, Token name) {
        return new QualifiedName(
                Optional.of(schema).filter(s -> !s.equals(situation.server().defaultSchema())), name.text());
    }

    private Optional<Explanation> missing(Token name, String otherwise) {
        if (situation.look().schemaExists(name.text())) {
            return Optional.empty();
        }
        Meant near = Meant.near(name, names());
        return Optional.of(Explanation.of(
                Cause.SCHEMA_MISSING,
                "There is no " + word() + " " + name.text() + near.text(),
                near.isNone() ? otherwise : "Write " + near.written(situation) + ", if that is meant.",
                near.fix(situation, name)));
    }

    private List<String> names() {
        return situation.look().rows(situation.diagnosis().schemas()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private Fix created(Token name) {
        return Fix.before(
                List.of(new Sql("CREATE SCHEMA " + situation.diagnosis().quote(name.text()))));
    }

    private Optional<Explanation> moved(Token schema) {
        Optional<QualifiedName> there = situation.statement().table().map(t -> in(schema.text(), t.name()));
        return missing(schema).or(() -> there.flatMap(new NameCauses(situation)::taken)
                .map(fact -> Explanation.of(
                        Cause.NAME_TAKEN, fact, "Rename one of them first, or drop the other.", Fix.none())));
    }

    private Optional<Explanation> taken(Token name) {
        if (!situation.look().schemaExists(name.text())) {
            return Optional.empty();
        }
        List<String> tables = situation.look().catalog(Set.of(name.text())).schema().tables().keySet().stream()
                .filter(t ->
                        t.schema().orElse(situation.server().defaultSchema()).equals(name.text()))
                .map(QualifiedName::name)
                .toList();
        String more = tables.size() > SHOWN ? " and " + (tables.size() - SHOWN) + " more" : "";
        String seen = tables.isEmpty()
                ? "it has no tables"
                : "tables in it: " + String.join(", ", tables.subList(0, Math.min(SHOWN, tables.size()))) + more;
        return Optional.of(Explanation.of(
                        Cause.NAME_TAKEN,
                        "There is a " + word() + " " + name.text() + " already",
                        "Leave the statement out, or let it pass over what is there; or choose another name.",
                        lenient())
                .seen(List.of(seen)));
    }

    /** PostgreSQL says what is in a schema behind its name, and then it has to be a new one. */
    private Fix lenient() {
        Cursor rest = situation.behindTable();
        while (!rest.atEnd() && !rest.peek().is("CREATE") && !rest.peek().is("GRANT")) {
            rest.next();
        }
        String sql = situation.statement().sql();
        Cursor start = situation.words();
        start.next();
        int end = start.next().end();
        return rest.atEnd() ? Fix.instead(sql.substring(0, end) + " IF NOT EXISTS" + sql.substring(end)) : Fix.none();
    }
}

package dev.fk.core.explain.statement;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads what a statement says about tables, columns, keys and foreign keys, and passes over everything else. */
@API(status = Status.INTERNAL)
public final class StatementParser {
    private final String sql;
    private final Cursor at;
    private final List<TableWord> tables = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();

    private StatementParser(String sql, Lexis lexis) {
        this.sql = sql;
        this.at = new Cursor(Tokenizer.tokens(sql, lexis));
    }

    /** Empty if it is none of the statements that are understood. */
    public static Optional<Statement> parse(String sql, Lexis lexis) {
        return new StatementParser(sql, lexis).statement();
    }

    private Optional<Statement> statement() {
        if (at.accept("CREATE")) {
            return create();
        }
        if (at.accept("ALTER", "TABLE")) {
            return alter();
        }
        if (at.accept("ALTER")) {
            return renamed();
        }
        if (at.accept("RENAME", "TABLE")) {
            return renamedTables();
        }
        if (at.accept("DROP")) {
            return drop();
        }
        if (at.accept("TRUNCATE")) {
            at.accept("TABLE");
            at.accept("ONLY");
            tables();
            return done(Statement.Kind.TRUNCATE);
        }
        return rows();
    }

    private Optional<Statement> create() {
        Optional<Token> temporary = Optional.empty();
        boolean unique = false;
        Optional<Token> special = Optional.empty();
        if (at.accept("TYPE")) {
            at.table().ifPresent(tables::add);
            return done(Statement.Kind.CREATE_TYPE);
        }
        if (at.accept("SCHEMA") || at.accept("DATABASE")) {
            return createSchema();
        }
        while (!at.atEnd()
                && !at.peek().is("TABLE")
                && !at.peek().is("INDEX")
                && !(at.peek().is("VIEW") && clauses.isEmpty())) {
            Token word = at.next();
            temporary = word.is("TEMPORARY") || word.is("TEMP") ? Optional.of(word) : temporary;
            unique |= word.is("UNIQUE");
            special = word.is("SPATIAL") || word.is("FULLTEXT") ? Optional.of(word) : special;
        }
        if (at.accept("VIEW")) {
            at.table().ifPresent(tables::add);
            return done(Statement.Kind.CREATE_VIEW);
        }
        if (at.accept("TABLE")) {
            at.accept("IF", "NOT", "EXISTS");
            at.table().ifPresent(tables::add);
            at.parts().forEach(part -> new ElementParser(sql, part).element(clauses));
            new OptionParser(at).options(clauses);
            return done(Statement.Kind.CREATE_TABLE, temporary, "");
        }
        return at.accept("INDEX") ? createIndex(unique, special) : Optional.empty();
    }

    private Optional<Statement> createSchema() {
        at.accept("IF", "NOT", "EXISTS");
        at.accept("AUTHORIZATION");
        at.table().ifPresent(tables::add);
        return done(Statement.Kind.CREATE_SCHEMA);
    }

    private Optional<Statement> createIndex(boolean unique, Optional<Token> special) {
        at.accept("CONCURRENTLY");
        at.accept("IF", "NOT", "EXISTS");
        Optional<Token> name = at.peek().is("ON") ? Optional.empty() : at.name();
        while (!at.atEnd() && !at.accept("ON")) {
            at.next();
        }
        at.accept("ONLY");
        at.table().ifPresent(tables::add);
        if (at.accept("USING")) {
            at.next();
        }
        List<Token> columns = at.names();
        clauses.add(new Clause.Key(name, columns, false, unique));
        special.ifPresent(s -> ElementParser.special(s.is("SPATIAL"), columns, clauses));
        return done(Statement.Kind.CREATE_INDEX);
    }

    private Optional<Statement> alter() {
        at.accept("IF", "EXISTS");
        at.accept("ONLY");
        at.table().ifPresent(tables::add);
        at.split().forEach(part -> new ActionParser(sql, part, tables.stream().findFirst()).action(clauses));
        return done(Statement.Kind.ALTER_TABLE);
    }

    /** {@code ALTER INDEX i RENAME TO j}; nothing else is understood of what is no table. */
    private Optional<Statement> renamed() {
        boolean index = at.accept("INDEX");
        if (index || at.accept("VIEW") || at.accept("MATERIALIZED", "VIEW") || at.accept("SEQUENCE")) {
            at.accept("IF", "EXISTS");
            Optional<TableWord> from = at.table();
            if (at.accept("RENAME", "TO")) {
                renamed(index ? Clause.Rename.Kind.INDEX : Clause.Rename.Kind.OTHER, from);
                return done(Statement.Kind.RENAME);
            }
        }
        return Optional.empty();
    }

    /** MySQL and MariaDB, one after the other. */
    private Optional<Statement> renamedTables() {
        at.accept("IF", "EXISTS");
        do {
            Optional<TableWord> from = at.table();
            at.accept("TO");
            renamed(Clause.Rename.Kind.TABLE, from);
        } while (at.acceptSign(","));
        return done(Statement.Kind.RENAME);
    }

    private void renamed(Clause.Rename.Kind kind, Optional<TableWord> from) {
        from.flatMap(f -> at.table().map(t -> new Clause.Rename(kind, f, t))).ifPresent(clauses::add);
    }

    private Optional<Statement> drop() {
        at.accept("TEMPORARY");
        if (at.accept("TABLE")) {
            at.accept("IF", "EXISTS");
            tables();
            return done(Statement.Kind.DROP_TABLE);
        }
        if (!at.accept("INDEX")) {
            return at.accept("TYPE") || at.accept("DOMAIN")
                    ? others(Statement.Kind.DROP_TYPE)
                    : at.accept("SEQUENCE")
                            ? others(Statement.Kind.DROP_SEQUENCE)
                            : at.accept("SCHEMA") || at.accept("DATABASE")
                                    ? others(Statement.Kind.DROP_SCHEMA)
                                    : dropOther();
        }
        at.accept("CONCURRENTLY");
        at.accept("IF", "EXISTS");
        Optional<TableWord> index = at.table();
        clauses.add(new Clause.Drop(Clause.Drop.Kind.INDEX, index.map(TableWord::name)));
        if (at.accept("ON")) {
            at.table().ifPresent(tables::add);
        }
        return done(Statement.Kind.DROP_INDEX);
    }

    private Optional<Statement> dropOther() {
        if (at.accept("VIEW") || at.accept("MATERIALIZED", "VIEW")) {
            return others(Statement.Kind.DROP_VIEW);
        }
        if (at.accept("EXTENSION")) {
            return others(Statement.Kind.DROP_EXTENSION);
        }
        return at.accept("FUNCTION") || at.accept("PROCEDURE") || at.accept("ROUTINE")
                ? others(Statement.Kind.DROP_FUNCTION)
                : Optional.empty();
    }

    private Optional<Statement> others(Statement.Kind kind) {
        at.accept("IF", "EXISTS");
        tables();
        return done(kind);
    }

    private Optional<Statement> rows() {
        Token verb = at.next();
        Statement.Kind kind =
                switch (verb.keyword()) {
                    case "INSERT", "REPLACE" -> Statement.Kind.INSERT;
                    case "UPDATE" -> Statement.Kind.UPDATE;
                    case "DELETE" -> Statement.Kind.DELETE;
                    default -> null;
                };
        if (kind == null) {
            return Optional.empty();
        }
        at.accept("IGNORE");
        at.accept("INTO");
        at.accept("FROM");
        at.accept("ONLY");
        Optional<TableWord> table = at.table();
        table.ifPresent(tables::add);
        return table.isEmpty()
                ? Optional.empty()
                : done(kind, Optional.empty(), sql.substring(table.get().end()).strip());
    }

    private void tables() {
        do {
            at.table().ifPresent(tables::add);
            at.skipParentheses();
        } while (at.acceptSign(","));
    }

    private Optional<Statement> done(Statement.Kind kind) {
        return done(kind, Optional.empty(), "");
    }

    private Optional<Statement> done(Statement.Kind kind, Optional<Token> temporary, String rest) {
        return Optional.of(new Statement(sql, kind, List.copyOf(tables), temporary, List.copyOf(clauses), rest));
    }
}

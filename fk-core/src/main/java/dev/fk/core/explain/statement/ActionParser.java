package dev.fk.core.explain.statement;

import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;

/** Reads one action of ALTER TABLE. */
final class ActionParser {
    private final String sql;
    private final Cursor at;
    private final Optional<TableWord> table;

    ActionParser(String sql, Cursor at, Optional<TableWord> table) {
        this.sql = sql;
        this.at = at;
        this.table = table;
    }

    void action(List<Clause> clauses) {
        if (at.accept("ADD")) {
            add(clauses);
        } else if (at.accept("DROP")) {
            drop(clauses);
        } else if (at.accept("MODIFY")) {
            at.accept("COLUMN");
            at.name().ifPresent(n -> new ElementParser(sql, at).column(n, Optional.of(n), true, clauses));
        } else if (at.accept("CHANGE")) {
            at.accept("COLUMN");
            Optional<Token> old = at.name();
            at.name().ifPresent(n -> new ElementParser(sql, at).column(n, old, true, clauses));
        } else if (at.accept("ALTER")) {
            at.accept("COLUMN");
            at.name().ifPresent(n -> alterColumn(n, clauses));
        } else if (at.accept("RENAME")) {
            rename(clauses);
        } else if (at.accept("SET", "SCHEMA")) {
            at.name().map(Clause.Move::new).ifPresent(clauses::add);
        } else if (at.accept("ATTACH", "PARTITION")) {
            at.table()
                    .map(t -> new Clause.Part(t, new Clause.Span(at.peek().start(), at.end())))
                    .ifPresent(clauses::add);
        } else if (at.accept("DETACH", "PARTITION")) {
            at.table().map(Clause.Detach::new).ifPresent(clauses::add);
        } else if (at.accept("INHERIT")) {
            at.table().map(Clause.Inherits::new).ifPresent(clauses::add);
        } else if (at.accept("VALIDATE", "CONSTRAINT")) {
            at.name().map(Clause.Validation::new).ifPresent(clauses::add);
        } else {
            new OptionParser(at).options(clauses);
        }
    }

    private void rename(List<Clause> clauses) {
        if (at.accept("TO")
                || at.accept("AS")
                || at.acceptSign("=")
                || at.peek(1).kind() == Token.Kind.END) {
            renamed(Clause.Rename.Kind.TABLE, table, clauses);
        } else if (isFollowedByName("CONSTRAINT")) {
            at.next();
            renamedInTable(Clause.Rename.Kind.CONSTRAINT, clauses);
        } else if (isFollowedByName("INDEX") || isFollowedByName("KEY")) {
            at.next();
            renamedInTable(Clause.Rename.Kind.INDEX, clauses);
        } else {
            at.accept("COLUMN");
            Optional<Token> old = at.name();
            if (at.accept("TO")) {
                at.name().ifPresent(n -> new ElementParser(sql, at).column(n, old, false, clauses));
            }
        }
    }

    /** Otherwise it is the name of a column: {@code RENAME key TO id}. */
    private boolean isFollowedByName(String word) {
        return at.peek().is(word) && !at.peek(1).is("TO");
    }

    private void renamedInTable(Clause.Rename.Kind kind, List<Clause> clauses) {
        Optional<TableWord> from = at.table();
        at.accept("TO");
        renamed(kind, from, clauses);
    }

    private void renamed(Clause.Rename.Kind kind, Optional<TableWord> from, List<Clause> clauses) {
        from.flatMap(f -> at.table().map(t -> new Clause.Rename(kind, f, t))).ifPresent(clauses::add);
    }

    private void add(List<Clause> clauses) {
        at.accept("COLUMN");
        at.accept("IF", "NOT", "EXISTS");
        if (at.peek().isSign("(")) {
            at.parts().forEach(part -> new ElementParser(sql, part).element(clauses));
        } else {
            new ElementParser(sql, at).element(clauses);
        }
    }

    private void drop(List<Clause> clauses) {
        Clause.Drop.Kind kind = kind();
        at.accept("IF", "EXISTS");
        clauses.add(new Clause.Drop(kind, kind == Clause.Drop.Kind.PRIMARY_KEY ? Optional.empty() : at.name()));
    }

    private Clause.Drop.Kind kind() {
        if (at.accept("PRIMARY", "KEY")) {
            return Clause.Drop.Kind.PRIMARY_KEY;
        }
        if (at.accept("FOREIGN", "KEY")) {
            return Clause.Drop.Kind.FOREIGN_KEY;
        }
        if (at.accept("INDEX") || at.accept("KEY")) {
            return Clause.Drop.Kind.INDEX;
        }
        if (at.accept("CONSTRAINT") || at.accept("CHECK")) {
            return Clause.Drop.Kind.CONSTRAINT;
        }
        at.accept("COLUMN");
        return Clause.Drop.Kind.COLUMN;
    }

    private void counting(Token name, List<Clause> clauses) {
        int start = at.peek().start();
        int end = start;
        boolean always = at.peek(2).is("ALWAYS");
        while (!at.atEnd() && !at.peek().isSign("(")) {
            end = at.next().end();
        }
        clauses.add(new Clause.Counting(name, new Clause.Span(start, end), always));
    }

    /** PostgreSQL's way: {@code ALTER COLUMN c TYPE t}, {@code ALTER COLUMN c SET NOT NULL}. */
    private void alterColumn(Token name, List<Clause> clauses) {
        boolean type = at.accept("SET", "DATA", "TYPE") || at.accept("TYPE");
        if (type || at.accept("SET")) {
            boolean other = !type && !at.peek().is("NOT");
            if (!other) {
                new ElementParser(sql, at).column(name, Optional.of(name), false, clauses);
            }
        } else if (at.peek().is("ADD") && at.peek(1).is("GENERATED")) {
            counting(name, clauses);
        } else if (at.accept("DROP", "NOT", "NULL")) {
            clauses.add(new Clause.Nullable(name));
        }
    }
}

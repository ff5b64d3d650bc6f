package dev.fk.core.explain.statement;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one element of CREATE TABLE, or what follows ADD in ALTER TABLE: a column or a constraint. */
final class ElementParser {
    /** Words that end the type of a column. */
    private static final Set<String> AFTER_TYPE = Set.of(
            "NOT",
            "NULL",
            "DEFAULT",
            "PRIMARY",
            "UNIQUE",
            "KEY",
            "REFERENCES",
            "CHECK",
            "CONSTRAINT",
            "COLLATE",
            "CHARSET",
            "GENERATED",
            "AS",
            "AUTO_INCREMENT",
            "COMMENT",
            "ON",
            "FIRST",
            "AFTER",
            "USING",
            "VISIBLE",
            "INVISIBLE",
            "DEFERRABLE",
            "INITIALLY",
            "STORAGE",
            "COMPRESSION");

    private static final Set<String> FILLING = Set.of("DEFAULT", "GENERATED", "AS", "AUTO_INCREMENT");

    private final String sql;
    private final Cursor at;

    ElementParser(String sql, Cursor at) {
        this.sql = sql;
        this.at = at;
    }

    void element(List<Clause> clauses) {
        Optional<Token> name = constraintName();
        if (at.accept("FOREIGN", "KEY")) {
            Optional<Token> index = at.name();
            List<Token> columns = at.names();
            references(name.isPresent() ? name : index, columns).ifPresent(clauses::add);
        } else if (at.accept("PRIMARY", "KEY")) {
            clauses.add(new Clause.Key(name, at.names(), true, true));
            promotion(true, clauses);
        } else if (at.peek().is("UNIQUE") && at.peek(1).is("USING")) {
            at.next();
            promotion(false, clauses);
        } else if (isKey("UNIQUE") && at.accept("UNIQUE")) {
            key(name, true, clauses);
        } else if (isKey("KEY") || isKey("INDEX")) {
            key(name, false, clauses);
        } else if (isKey("SPATIAL") || isKey("FULLTEXT")) {
            boolean spatial = at.next().is("SPATIAL");
            special(spatial, key(name, false, clauses), clauses);
        } else if (at.peek().is("CHECK") && at.peek(1).isSign("(")) {
            at.next();
            Optional<Token> check = name;
            at.inParentheses()
                    .ifPresent(
                            e -> clauses.add(new Clause.CheckDefinition(check, e, Optional.empty(), Optional.empty())));
        } else if (isExclusion()) {
            int start = at.peek().start();
            clauses.add(new Clause.Excluding(name, new Clause.Span(start, end())));
        } else if (name.isEmpty() && !at.peek().is("EXCLUDE") && !at.peek().is("LIKE")) {
            at.name().ifPresent(column -> column(column, Optional.empty(), true, clauses));
        }
    }

    private void promotion(boolean primary, List<Clause> clauses) {
        int start = at.peek().start();
        if (at.accept("USING", "INDEX")) {
            at.name()
                    .map(i -> new Clause.Promotion(primary, i, new Clause.Span(start, i.end())))
                    .ifPresent(clauses::add);
        }
    }

    private boolean isExclusion() {
        return at.peek().is("EXCLUDE") && (at.peek(1).is("USING") || at.peek(1).isSign("("));
    }

    private int end() {
        int end = at.peek().end();
        while (!at.atEnd()) {
            end = at.next().end();
        }
        return end;
    }

    /** Whether this word begins a key here and is not the name of a column. */
    private boolean isKey(String word) {
        Token following = at.peek(1);
        return at.peek().is(word)
                && (following.isSign("(")
                        || following.is("KEY")
                        || following.is("INDEX")
                        || (following.isName()
                                && at.peek(2).isSign("(")
                                && at.peek(3).isName()));
    }

    static void special(boolean spatial, List<Token> columns, List<Clause> clauses) {
        clauses.add(new Clause.SpecialIndex(spatial, columns));
    }

    private List<Token> key(Optional<Token> constraint, boolean unique, List<Clause> clauses) {
        if (!at.accept("KEY")) {
            at.accept("INDEX");
        }
        Optional<Token> own = at.name();
        List<Token> columns = at.names();
        clauses.add(new Clause.Key(constraint.isPresent() ? constraint : own, columns, false, unique));
        return columns;
    }

    private Optional<Token> constraintName() {
        if (!at.accept("CONSTRAINT")) {
            return Optional.empty();
        }
        boolean unnamed =
                Stream.of("FOREIGN", "PRIMARY", "UNIQUE", "CHECK", "EXCLUDE").anyMatch(at.peek()::is);
        return unnamed ? Optional.empty() : at.name();
    }

    /** What follows the columns of a foreign key, or the definition of the column it is on. */
    private Optional<Clause.References> references(Optional<Token> name, List<Token> columns) {
        if (!at.accept("REFERENCES")) {
            return Optional.empty();
        }
        Optional<TableWord> parent = at.table();
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        List<Token> referenced = at.names();
        Optional<Clause.Action> onDelete = Optional.empty();
        Optional<Clause.Action> onUpdate = Optional.empty();
        boolean full = false;
        while (at.peek().is("ON") || at.peek().is("MATCH")) {
            int start = at.next().start();
            Token what = at.next();
            Optional<Clause.Action> action = what.is("DELETE") || what.is("UPDATE") ? action(start) : Optional.empty();
            onDelete = what.is("DELETE") ? action : onDelete;
            onUpdate = what.is("UPDATE") ? action : onUpdate;
            full |= what.is("FULL");
        }
        return Optional.of(new Clause.References(name, columns, parent.get(), referenced, onDelete, onUpdate, full));
    }

    private Optional<Clause.Action> action(int start) {
        Token first = at.next();
        Token last = first.is("SET") || first.is("NO") ? at.next() : first;
        String words = last.equals(first) ? first.keyword() : first.keyword() + "_" + last.keyword();
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.name().equals(words)) {
                return Optional.of(new Clause.Action(action, new Clause.Span(start, last.end())));
            }
        }
        return Optional.empty();
    }

    /** The definition of a column behind its name. */
    void column(Token name, Optional<Token> old, boolean whole, List<Clause> clauses) {
        Optional<Clause.Span> type = type();
        Optional<Clause.Span> notNull = Optional.empty();
        Optional<Generation.Computed> computed = Optional.empty();
        Optional<String> charset = Optional.empty();
        Optional<String> collation = Optional.empty();
        Optional<Token> constraint = Optional.empty();
        boolean key = false;
        boolean unique = false;
        boolean filled = false;
        boolean counts = false;
        Optional<String> literal = Optional.empty();
        Optional<Clause.Span> using = Optional.empty();
        while (!at.atEnd()) {
            Token word = at.peek();
            filled |= FILLING.contains(word.keyword());
            counts |= word.is("AUTO_INCREMENT");
            if (at.accept("NOT", "NULL")) {
                notNull = Optional.of(new Clause.Span(word.start(), word.end() + lengthOfNull(word)));
            } else if (at.accept("CONSTRAINT")) {
                constraint = at.name();
            } else if (at.accept("CHECK")) {
                check(constraint, name, word).ifPresent(clauses::add);
                constraint = Optional.empty();
            } else if (word.is("REFERENCES")) {
                references(constraint, List.of(name)).ifPresent(clauses::add);
            } else if (at.accept("PRIMARY", "KEY")) {
                key = true;
            } else if (at.accept("UNIQUE")) {
                unique = true;
            } else if (at.accept("AS")) {
                computed = computed();
            } else if (at.accept("CHARACTER", "SET") || at.accept("CHARSET")) {
                charset = Optional.of(at.next().text());
            } else if (at.accept("COLLATE")) {
                collation = Optional.of(at.next().text());
            } else if (at.accept("DEFAULT")) {
                literal = literal();
            } else if (at.accept("USING")) {
                using = Optional.of(new Clause.Span(at.peek().start(), at.end()));
            } else if (word.isSign("(")) {
                at.skipParentheses();
            } else {
                at.next();
            }
        }
        clauses.add(new Clause.ColumnDefinition(
                name, old, whole, type, notNull, key, unique, computed, charset, collation, filled, counts, literal,
                using));
    }

    private Optional<Clause> check(Optional<Token> constraint, Token column, Token word) {
        int start = constraint
                .map(c -> sql.toUpperCase(Locale.ROOT).lastIndexOf("CONSTRAINT", c.start()))
                .orElse(word.start());
        return at.inParentheses()
                .map(e -> new Clause.CheckDefinition(
                        constraint,
                        e,
                        Optional.of(column),
                        at.atEnd() ? Optional.of(new Clause.Span(start, e.end() + 1)) : Optional.empty()));
    }

    private Optional<String> literal() {
        Token value = at.peek();
        boolean plain = value.kind() == Token.Kind.STRING
                || (value.kind() == Token.Kind.WORD
                        && Character.isDigit(value.text().charAt(0)));
        boolean alone = at.peek(1).kind() == Token.Kind.WORD || at.peek(1).kind() == Token.Kind.END;
        return plain && alone ? Optional.of(value.written()) : Optional.empty();
    }

    private int lengthOfNull(Token not) {
        String rest = sql.substring(not.end());
        int blanks = rest.length() - rest.stripLeading().length();
        return blanks + "NULL".length();
    }

    private Optional<Clause.Span> type() {
        int start = at.peek().start();
        int end = start;
        while (!at.atEnd() && !AFTER_TYPE.contains(at.peek().keyword()) && !characterSet()) {
            if (at.peek().isSign("(")) {
                at.skipParentheses();
                end = closed(end);
            } else {
                end = at.next().end();
            }
        }
        return end > start ? Optional.of(new Clause.Span(start, end)) : Optional.empty();
    }

    private boolean characterSet() {
        return at.peek().is("CHARACTER") && at.peek(1).is("SET");
    }

    /** Where the parenthesis after this place is closed; there are no strings in the types that matter. */
    private int closed(int from) {
        int depth = 0;
        for (int i = from; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && sql.charAt(i) == ')') {
                return i + 1;
            }
        }
        return sql.length();
    }

    private Optional<Generation.Computed> computed() {
        int start = at.peek().start();
        if (!at.peek().isSign("(")) {
            return Optional.empty();
        }
        at.skipParentheses();
        String expression = sql.substring(start + 1, closed(start) - 1);
        boolean stored = at.accept("STORED") || at.accept("PERSISTENT");
        return Optional.of(new Generation.Computed(
                new Expression(expression),
                stored ? Generation.Computed.Storage.STORED : Generation.Computed.Storage.VIRTUAL));
    }
}

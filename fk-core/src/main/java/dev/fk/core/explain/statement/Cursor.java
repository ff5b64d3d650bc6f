package dev.fk.core.explain.statement;

import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A place in a statement; it only moves on. */
@API(status = Status.INTERNAL)
public final class Cursor {
    private final List<Token> tokens;
    private int position;

    /** @param tokens the last of them is the end */
    public Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    public Token peek() {
        return peek(0);
    }

    public Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    public Token next() {
        Token token = peek();
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Moves past these words if they are next, all of them. */
    public boolean accept(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!peek(i).is(keywords[i])) {
                return false;
            }
        }
        position += keywords.length;
        return true;
    }

    public boolean acceptSign(String sign) {
        boolean next = peek().isSign(sign);
        if (next) {
            next();
        }
        return next;
    }

    /** The next name. */
    public Optional<Token> name() {
        return peek().isName() ? Optional.of(next()) : Optional.empty();
    }

    /** The next name of a table, with its schema if there is one. */
    public Optional<TableWord> table() {
        Optional<Token> first = name();
        if (first.isEmpty() || !peek().isSign(".")) {
            return first.map(f -> new TableWord(Optional.empty(), f));
        }
        next();
        return name().map(second -> new TableWord(first, second));
    }

    /** The names in the parentheses that come next, each with what may follow it, such as a direction. */
    public List<Token> names() {
        List<Token> names = new ArrayList<>();
        for (Cursor part : parts()) {
            part.name().ifPresent(names::add);
        }
        return names;
    }

    /** What stands between commas in the parentheses that come next; nothing if there are none. */
    public List<Cursor> parts() {
        if (!acceptSign("(")) {
            return List.of();
        }
        List<Token> inside = new ArrayList<>();
        for (int depth = 1; !atEnd(); ) {
            depth += peek().isSign("(") ? 1 : peek().isSign(")") ? -1 : 0;
            Token token = next();
            if (depth == 0) {
                break;
            }
            inside.add(token);
        }
        return new Cursor(inside, peek().start()).split();
    }

    private Cursor(List<Token> inside, int end) {
        this.tokens = new ArrayList<>(inside);
        this.tokens.add(new Token(Token.Kind.END, "", "", end, end));
    }

    /** What stands between commas outside parentheses, from here to the end. */
    List<Cursor> split() {
        List<Cursor> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (int depth = 0; !atEnd(); ) {
            Token token = next();
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            if (depth == 0 && token.isSign(",")) {
                parts.add(new Cursor(part, token.start()));
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(new Cursor(part, peek().start()));
        return parts;
    }

    /** Moves past parentheses and says what stands in them. */
    public Optional<Clause.Span> inParentheses() {
        int start = peek().end();
        if (!acceptSign("(")) {
            return Optional.empty();
        }
        for (int depth = 1; !atEnd(); ) {
            Token token = next();
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            if (depth == 0) {
                return Optional.of(new Clause.Span(start, token.start()));
            }
        }
        return Optional.empty();
    }

    /** Where the last word ends. */
    public int end() {
        return tokens.get(tokens.size() - 1).start();
    }

    /** Moves past parentheses and all that is in them. */
    void skipParentheses() {
        parts();
    }
}

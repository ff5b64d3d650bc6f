package dev.fk.core.script;

import dev.fk.core.dialect.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Takes a statement apart; strings, quoted names and comments stay whole. */
@API(status = Status.INTERNAL)
public final class Tokenizer {
    private final String sql;
    private final Lexis lexis;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Tokenizer(String sql, Lexis lexis) {
        this.sql = sql;
        this.lexis = lexis;
    }

    /** All of them, and END behind the last. */
    public static List<Token> tokens(String sql, Lexis lexis) {
        Tokenizer all = new Tokenizer(sql, lexis);
        all.token(Integer.MAX_VALUE);
        return all.tokens;
    }

    /** The one with this number, counted from 0 at where it began, or {@link #resume resumed}; END behind the last. */
    Token token(int number) {
        while (tokens.size() <= number && !ended()) {
            if (position < sql.length()) {
                position = next(position);
            } else {
                tokens.add(new Token(Token.Kind.END, "", "", position, position));
            }
        }
        return tokens.get(Math.min(number, tokens.size() - 1));
    }

    /** Forgets all tokens and goes on here. */
    void resume(int at) {
        tokens.clear();
        position = at;
    }

    private boolean ended() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Token.Kind.END;
    }

    private int next(int start) {
        char c = sql.charAt(start);
        if (Character.isWhitespace(c)) {
            return start + 1;
        }
        if (lineComment(start)) {
            return until("\n", start);
        }
        if (sql.startsWith("/*", start)) {
            return comment(start);
        }
        if (lexis.nameQuotes().indexOf(c) >= 0) {
            int end = closing(start, false);
            String inner = sql.substring(start + 1, Math.max(start + 1, end - 1));
            return add(Token.Kind.QUOTED_NAME, inner.replace("" + c + c, "" + c), start, end);
        }
        if (c == '\'' || c == '"') {
            return add(Token.Kind.STRING, start, closing(start, lexis.backslashEscapes()));
        }
        if (c == '$' && lexis.dollarQuotes() && !dollarTag(start).isEmpty()) {
            String tag = dollarTag(start);
            return add(Token.Kind.STRING, start, until(tag, start + tag.length()));
        }
        return Character.isLetterOrDigit(c) || c == '_' ? word(start) : add(Token.Kind.SIGN, start, start + 1);
    }

    private boolean lineComment(int start) {
        if (!lexis.hashComments()) {
            return sql.startsWith("--", start);
        }
        boolean blank = start + 2 >= sql.length() || sql.charAt(start + 2) <= ' ';
        return sql.charAt(start) == '#' || (sql.startsWith("--", start) && blank);
    }

    /** Comments nest, except with MySQL, which may execute them. */
    private int comment(int start) {
        if (lexis.hashComments()) {
            int end = until("*/", start + 2);
            boolean executed = sql.startsWith("/*!", start) || sql.startsWith("/*M!", start);
            return executed ? add(Token.Kind.STRING, start, end) : end;
        }
        int depth = 1;
        int i = start + 2;
        while (i < sql.length() && depth > 0) {
            boolean opens = sql.startsWith("/*", i);
            boolean closes = sql.startsWith("*/", i);
            depth += opens ? 1 : closes ? -1 : 0;
            i += opens || closes ? 2 : 1;
        }
        return i;
    }

    private int word(int start) {
        // E'it\'s': the only strings of PostgreSQL in which a backslash escapes by default
        if (lexis.dollarQuotes() && sql.regionMatches(true, start, "E'", 0, 2)) {
            return add(Token.Kind.STRING, start, closing(start + 1, true));
        }
        int end = start;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || "_$".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        String written = sql.substring(start, end);
        return add(Token.Kind.WORD, lexis.foldsNames() ? written.toLowerCase(Locale.ROOT) : written, start, end);
    }

    /** {@code $$} or {@code $tag$}; empty if there is none here, as in {@code $1}. */
    private String dollarTag(int start) {
        int end = start + 1;
        while (end < sql.length()
                && (Character.isLetter(sql.charAt(end))
                        || sql.charAt(end) == '_'
                        || (end > start + 1 && Character.isDigit(sql.charAt(end))))) {
            end++;
        }
        boolean closed = end < sql.length() && sql.charAt(end) == '$';
        return closed ? sql.substring(start, end + 1) : "";
    }

    private int until(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private int closing(int start, boolean backslashEscapes) {
        char quote = sql.charAt(start);
        int i = start + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) == '\\' && backslashEscapes) {
                i += 2;
            } else if (sql.charAt(i) != quote) {
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return sql.length();
    }

    private int add(Token.Kind kind, int start, int end) {
        return add(kind, sql.substring(start, end), start, end);
    }

    private int add(Token.Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, sql.substring(start, end), start, end));
        return end;
    }
}

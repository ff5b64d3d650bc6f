package dev.fk.core.script;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where the statements of a script end, and does on the way what its client program would do. */
final class ScriptSplitter {
    private static final Set<String> WITH_BODY = Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT");
    /** What MySQL puts after the END of what is not counted here. */
    private static final Set<String> OTHER_ENDS = Set.of("IF", "LOOP", "WHILE", "REPEAT");

    private static final Set<String> LOCKS = Set.of("UPDATE", "SHARE", "NO", "KEY");

    /**
     * The client is the driver here, which writes UTF-8: pgjdbc and MariaDB Connector/J 3.5 close the connection when the
     * server is told otherwise. mysqldump tells it before each trigger and routine. And it waits as long as it does: of the
     * timeouts that pg_dump switches off, older servers do not know all.
     */
    private static final Pattern CONCERNS_OF_THE_CLIENT = Pattern.compile(
            "(/\\*M?!\\d*\\s*)?SET\\s+(@@|SESSION\\s+|@@SESSION\\.)?"
                    + "((NAMES|CLIENT_ENCODING|CHARACTER_SET_(CLIENT|RESULTS))\\b[^,]*|\\w+_TIMEOUT\\s*=\\s*0)",
            Pattern.CASE_INSENSITIVE);

    private static final String SEMICOLON = ";";

    private final String script;
    private final Tokenizer tokens;
    /** As for psql: {@code CREATE RULE … DO INSTEAD (INSERT …; UPDATE …)}, which is how pg_dump writes it. */
    private final boolean wholeInParentheses;

    private final List<ScriptStatement> statements = new ArrayList<>();
    private String delimiter = SEMICOLON;
    private int line = 1;
    private int counted;

    ScriptSplitter(String script, Lexis lexis) {
        this.script = script;
        this.tokens = new Tokenizer(script, lexis);
        this.wholeInParentheses = lexis.dollarQuotes();
    }

    List<ScriptStatement> split() {
        while (tokens.token(0).kind() != Token.Kind.END) {
            Optional<ClientCommand> command = ClientCommand.at(tokens, script, line(tokens.token(0)));
            if (command.isPresent()) {
                delimiter = command.get().delimiter().orElse(delimiter);
                tokens.resume(command.get().end());
            } else {
                tokens.resume(statement());
            }
        }
        return List.copyOf(statements);
    }

    /** Returns where the next one begins. */
    private int statement() {
        int count = 0;
        int depth = 0;
        int open = 0;
        while (!ends(tokens.token(count), depth + open)) {
            depth += hasBody(count) ? step(count, depth) : 0;
            open = Math.max(0, open + parenthesis(tokens.token(count)));
            count++;
        }
        Token last = tokens.token(count);
        int end = delimiterIn(last);
        if (end > last.start()) {
            // END$$ is one word
            count++;
        }
        int next = last.kind() == Token.Kind.END ? script.length() : end + delimiter.length();
        return count == 0
                ? next
                : add(count, Math.min(end, tokens.token(count - 1).end()), next);
    }

    private int add(int count, int end, int next) {
        Token start = tokens.token(0);
        int line = line(start);
        Optional<String> target = CopiedRows.target(tokens, count, script, line);
        if (target.isPresent()) {
            CopiedRows rows = CopiedRows.from(next, script);
            statements.addAll(rows.inserts(target.get(), line(next)));
            return rows.end();
        }
        String text = script.substring(start.start(), end);
        if (!CONCERNS_OF_THE_CLIENT.matcher(text).matches()) {
            statements.add(new ScriptStatement(line, new Sql(text)));
        }
        return next;
    }

    private boolean ends(Token token, int depth) {
        return token.kind() == Token.Kind.END || (depth == 0 && delimiterIn(token) < token.end());
    }

    /** Where it is; the token's end if it is not there. */
    private int delimiterIn(Token token) {
        boolean bare = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN;
        for (int i = token.start(); bare && i < token.end(); i++) {
            if (script.startsWith(delimiter, i)) {
                return i;
            }
        }
        return token.end();
    }

    /** Whether a body may be before this token: {@code CREATE OR REPLACE FUNCTION}, {@code CREATE DEFINER = a@b TRIGGER}. */
    private boolean hasBody(int here) {
        if (!delimiter.equals(SEMICOLON) || !tokens.token(0).is("CREATE")) {
            return false;
        }
        for (int i = 1; i < Math.min(here, 10); i++) {
            if (WITH_BODY.contains(tokens.token(i).keyword())) {
                return true;
            }
        }
        return false;
    }

    private int step(int i, int depth) {
        Token token = tokens.token(i);
        if (tokens.token(i - 1).isSign(".")) {
            return 0; // NEW.end, a column
        }
        if (token.is("BEGIN")) {
            return 1;
        }
        if (token.is("CASE")) {
            return depth > 0 && !tokens.token(i - 1).is("END") ? 1 : 0;
        }
        return token.is("END") && !isOtherEnd(i) && depth > 0 ? -1 : 0;
    }

    /** {@code END FOR} is MariaDB's, but for {@code CASE … END FOR UPDATE}. */
    private boolean isOtherEnd(int i) {
        String of = tokens.token(i + 1).keyword();
        return OTHER_ENDS.contains(of)
                || (of.equals("FOR") && !LOCKS.contains(tokens.token(i + 2).keyword()));
    }

    private int parenthesis(Token token) {
        if (!wholeInParentheses) {
            return 0;
        }
        return token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
    }

    private int line(Token token) {
        return line(token.start());
    }

    /** Called with ever later positions. */
    private int line(int position) {
        for (; counted < position; counted++) {
            line += script.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}

package dev.fk.core.explain;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where the statements of a script end. */
final class ScriptSplitter {
    private static final Set<String> WITH_BODY = Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT");
    /** What MySQL puts after the END of what is not counted here. */
    private static final Set<String> OTHER_ENDS = Set.of("IF", "LOOP", "WHILE", "REPEAT");

    private final String script;
    private final List<Token> tokens;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private int line = 1;
    private int counted;

    ScriptSplitter(String script, Lexis lexis) {
        this.script = script;
        this.tokens = Tokenizer.tokens(script, lexis);
    }

    List<ScriptStatement> split() {
        int first = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean end = token.kind() == Token.Kind.END;
            if (end || (token.isSign(";") && depth == 0)) {
                add(first, i);
                first = i + 1;
                depth = 0;
            } else if (i == first) {
                refuseCommand(i);
            } else if (hasBody(first, i)) {
                depth = Math.max(0, depth + step(i, depth));
            }
        }
        return List.copyOf(statements);
    }

    /** From the first token up to this one, which ends the statement. */
    private void add(int first, int end) {
        if (first == end) {
            return;
        }
        if (tokens.get(first).is("COPY") && tokens.get(end - 1).is("STDIN")) {
            throw new ClientCommandException(
                    line(first),
                    "COPY … FROM STDIN is followed by rows, which psql sends. Write them as INSERT; pg_dump --inserts does.");
        }
        int start = tokens.get(first).start();
        statements.add(new ScriptStatement(
                line(first), new Sql(script.substring(start, tokens.get(end - 1).end()))));
    }

    /** Commands go to the end of their line, and no semicolon ends them. */
    private void refuseCommand(int i) {
        if (tokens.get(i).is("DELIMITER")) {
            throw new ClientCommandException(
                    line(i),
                    "DELIMITER is a command of the program mysql, not of the server. Leave such lines out and end every"
                            + " statement with a semicolon; those between BEGIN and END do not end a procedure or trigger.");
        }
        if (tokens.get(i).isSign("\\")) {
            throw new ClientCommandException(
                    line(i),
                    "Lines that begin with a backslash are commands of the program psql, not of the server. Leave them"
                            + " out.");
        }
    }

    /** Whether a body may follow: {@code CREATE OR REPLACE FUNCTION}, {@code CREATE DEFINER = a@b TRIGGER}. */
    private boolean hasBody(int first, int here) {
        if (!tokens.get(first).is("CREATE")) {
            return false;
        }
        for (int i = first + 1; i < Math.min(here, first + 10); i++) {
            if (WITH_BODY.contains(tokens.get(i).keyword())) {
                return true;
            }
        }
        return false;
    }

    private int step(int i, int depth) {
        Token token = tokens.get(i);
        if (token.is("BEGIN")) {
            return 1;
        }
        if (token.is("CASE")) {
            return depth > 0 && !tokens.get(i - 1).is("END") ? 1 : 0;
        }
        return token.is("END") && !OTHER_ENDS.contains(tokens.get(i + 1).keyword()) ? -1 : 0;
    }

    /** Called with ever later tokens. */
    private int line(int token) {
        int start = tokens.get(token).start();
        for (; counted < start; counted++) {
            line += script.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}

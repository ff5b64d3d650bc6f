package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a test executed as a script, which one session runs from top to bottom.
 *
 * @param together whether the server makes one transaction of the statements that it gets at once
 */
record Replay(List<SeenStatement> statements, Lexis lexis, boolean together) {
    private static final String SEVERAL =
            "-- Transactions of several connections overlap: run what stands below each name in a session of its own.\n";

    private static final String OWN =
            "-- What a connection sets, and its temporary tables, are its own: run what stands below each name in a session of its own.\n";

    String script() {
        Set<String> open = new HashSet<>();
        Function<SeenStatement, String> text = statement -> {
            String script = script(statement, open.contains(statement.by()));
            follow(statement, open);
            return script;
        };
        if (overlap()) {
            return SEVERAL + named(text);
        }
        return apart() ? OWN + named(text) : statements.stream().map(text).collect(Collectors.joining());
    }

    /** Whether one connection did anything while a transaction of another was open. */
    private boolean overlap() {
        Set<String> open = new HashSet<>();
        for (SeenStatement statement : statements) {
            if (open.stream().anyMatch(by -> !by.equals(statement.by()))) {
                return true;
            }
            follow(statement, open);
        }
        return false;
    }

    /** Whether one connection did anything after another had left something in its session. */
    private boolean apart() {
        Set<String> changed = new HashSet<>();
        for (SeenStatement statement : statements) {
            if (changed.stream().anyMatch(by -> !by.equals(statement.by()))) {
                return true;
            }
            if (statement.sql().equals(SeenTransaction.DEFAULT_SCHEMA)) {
                changed.remove(statement.by());
            } else if (SessionState.isChangedBy(statement.sql(), lexis)) {
                changed.add(statement.by());
            }
        }
        return false;
    }

    /** Which connections are in a transaction. */
    private void follow(SeenStatement statement, Set<String> open) {
        if (Demarcation.isOpenAfter(statement.sql(), open.contains(statement.by()), lexis)) {
            open.add(statement.by());
        } else {
            open.remove(statement.by());
        }
    }

    private String named(Function<SeenStatement, String> text) {
        StringBuilder all = new StringBuilder();
        String before = "";
        for (SeenStatement statement : statements) {
            if (!statement.by().equals(before)) {
                all.append("-- ").append(statement.by()).append('\n');
            }
            before = statement.by();
            all.append(text.apply(statement));
        }
        return all.toString();
    }

    /** What came before the statement that failed is undone with it. */
    private String script(SeenStatement statement, boolean inTransaction) {
        String text = statement.parts().stream()
                .map(part -> new ScriptText(part, lexis).toString())
                .collect(Collectors.joining());
        boolean undone = together && statement.isRefused() && !inTransaction && isSeveral(statement);
        return statement.comment() + (undone ? "BEGIN;\n" + text + "COMMIT;\n" : text);
    }

    /** Without any that says itself where a transaction begins or ends. */
    private boolean isSeveral(SeenStatement statement) {
        List<Token> tokens = Tokenizer.tokens(statement.sql(), lexis);
        return tokens.stream().limit(tokens.size() - 2L).anyMatch(t -> t.isSign(";"))
                && !Demarcation.isOpenAfter(statement.sql(), false, lexis)
                && Demarcation.isOpenAfter(statement.sql(), true, lexis);
    }
}

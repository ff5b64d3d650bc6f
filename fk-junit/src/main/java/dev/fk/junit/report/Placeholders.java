package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prepared statement with the values of its parameters in their places, as a client program would be told it. */
final class Placeholders {
    /** What JDBC has for calls, and servers do not understand. */
    private static final Pattern CALL =
            Pattern.compile("(?is)\\s*\\{\\s*(?<result>\\S+\\s*=\\s*)?call\\s+(?<call>.*?)\\s*\\}\\s*");

    private Placeholders() {}

    static String fill(String sql, Map<Integer, String> parameters, Lexis lexis) {
        if (sql.indexOf('?') < 0 && sql.indexOf('{') < 0) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        List<Token> tokens = Tokenizer.tokens(sql, lexis);
        int number = 0;
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isSign("?")) {
                continue;
            }
            text.append(sql, done, token.start());
            // pgjdbc's way to write the operator
            boolean operator = lexis.dollarQuotes()
                    && tokens.get(i + 1).isSign("?")
                    && tokens.get(i + 1).start() == token.end();
            if (operator) {
                text.append('?');
                i++;
            } else {
                append(text, parameters.getOrDefault(++number, "?"));
            }
            done = tokens.get(i).end();
        }
        return called(text.append(sql, done, sql.length()).toString(), lexis);
    }

    /** Two signs would begin a comment. */
    private static void append(StringBuilder text, String value) {
        boolean comment = value.startsWith("-") && text.length() > 0 && text.charAt(text.length() - 1) == '-';
        text.append(comment ? " " : "").append(value);
    }

    /** As the drivers send it. */
    private static String called(String sql, Lexis lexis) {
        Matcher matcher = CALL.matcher(sql);
        if (!matcher.matches()) {
            return sql;
        }
        String call = matcher.group("call");
        if (lexis.dollarQuotes()) {
            return "SELECT * FROM " + call;
        }
        return (matcher.group("result") == null ? "CALL " : "SELECT ") + call;
    }

    /** A parameter that the server sets. */
    static String out(int number, Lexis lexis) {
        return lexis.dollarQuotes() ? "NULL" : "@out_" + number;
    }
}

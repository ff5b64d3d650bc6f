package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prepared statement, to be filled with the values of its parameters as a client program would be told it. Taken apart
 * once, however often it is executed.
 *
 * @param pieces what stands before, between and behind the parameters
 */
record Placeholders(List<String> pieces, Lexis lexis) {
    /** What JDBC has for calls, and servers do not understand. */
    private static final Pattern CALL =
            Pattern.compile("(?is)\\s*\\{\\s*(?<result>\\S+\\s*=\\s*)?call\\s+(?<call>.*?)\\s*\\}\\s*");

    static Placeholders of(String sql, Lexis lexis) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        List<Token> tokens = Tokenizer.tokens(sql, lexis);
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isSign("?")) {
                continue;
            }
            piece.append(sql, done, tokens.get(i).start());
            if (isOperator(tokens, i, lexis)) {
                piece.append('?');
                i++;
            } else {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            done = tokens.get(i).end();
        }
        pieces.add(piece.append(sql, done, sql.length()).toString());
        return new Placeholders(pieces, lexis);
    }

    /** Two signs are pgjdbc's way to write the operator that is one. */
    private static boolean isOperator(List<Token> tokens, int i, Lexis lexis) {
        Token next = tokens.get(i + 1);
        return lexis.dollarQuotes()
                && next.isSign("?")
                && next.start() == tokens.get(i).end();
    }

    String fill(Map<Integer, String> parameters) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int number = 1; number < pieces.size(); number++) {
            append(text, parameters.getOrDefault(number, "?"));
            text.append(pieces.get(number));
        }
        return text.indexOf("{") < 0 ? text.toString() : called(text.toString());
    }

    /** Two signs would begin a comment. */
    private static void append(StringBuilder text, String value) {
        boolean comment = value.startsWith("-") && text.length() > 0 && text.charAt(text.length() - 1) == '-';
        text.append(comment ? " " : "").append(value);
    }

    /** As the drivers send it. */
    private String called(String sql) {
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

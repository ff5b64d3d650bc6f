package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.List;

/** A statement as part of a script, which a client program has to take apart again. */
record ScriptText(String sql, Lexis lexis) {
    @Override
    public String toString() {
        String text = sql.strip();
        List<Token> tokens = Tokenizer.tokens(text, lexis);
        int count = tokens.size() - 1;
        while (count > 0 && tokens.get(count - 1).isSign(";")) {
            count--;
        }
        if (count == 0) {
            return "";
        }
        int end = tokens.get(count - 1).end();
        boolean ended = count < tokens.size() - 1;
        String statement = ended ? text.substring(0, end) : text;
        boolean several = tokens.subList(0, count).stream().anyMatch(t -> t.isSign(";"));
        if (several && lexis.hashComments()) {
            return delimited(statement);
        }
        // a comment at the end would go on over a semicolon
        return statement + (end < statement.length() ? "\n" : "") + ";\n";
    }

    /** The program mysql knows no bodies of routines and triggers: it would end the statement inside. */
    private static String delimited(String statement) {
        String delimiter = "//";
        while (statement.contains(delimiter)) {
            delimiter += "/";
        }
        return "DELIMITER " + delimiter + "\n" + statement + "\n" + delimiter + "\nDELIMITER ;\n";
    }
}

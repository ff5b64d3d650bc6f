package dev.fk.junit.report;

import dev.fk.core.script.Token;
import java.util.List;
import java.util.stream.IntStream;

/** Where the statements of one text begin. */
final class StatementStarts {
    private StatementStarts() {}

    /** The last token is the end of the text. */
    static IntStream of(List<Token> tokens) {
        return IntStream.range(0, tokens.size() - 1)
                .filter(i -> i == 0 || tokens.get(i - 1).isSign(";"));
    }

    /** The first words of the statement that begins there. */
    static List<String> words(List<Token> tokens, int start) {
        return tokens.subList(start, Math.min(start + 4, tokens.size())).stream()
                .map(Token::keyword)
                .toList();
    }
}

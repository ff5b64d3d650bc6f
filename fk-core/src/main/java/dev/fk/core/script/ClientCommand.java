package dev.fk.core.script;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a script that its client program keeps to itself.
 *
 * @param delimiter what ends statements from here on, if that changes
 * @param end where its line ends
 */
record ClientCommand(Optional<String> delimiter, int end) {
    /** Commands of psql without which the script does the same; pg_dump has written the first two since August 2025. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("restrict", "unrestrict", "echo", "qecho", "timing", "pset", "set on_error_stop");

    /** @throws ClientCommandException if it is one whose effect is missed */
    static Optional<ClientCommand> at(Tokenizer tokens, String script, int line) {
        Token first = tokens.token(0);
        if (first.is("DELIMITER")) {
            String[] words = rest(first, script).split("\\s", 2);
            return words[0].isEmpty() ? Optional.empty() : Optional.of(until(first, script, Optional.of(words[0])));
        }
        if (first.isSign("\\")) {
            String command = rest(first, script).toLowerCase(Locale.ROOT);
            if (WITHOUT_EFFECT.stream().noneMatch(command::startsWith)) {
                throw new ClientCommandException(
                        line,
                        "Lines that begin with a backslash are commands of the program psql, not of the server. Leave"
                                + " this one out; a script that \\i includes is a location of its own.");
            }
            return Optional.of(until(first, script, Optional.empty()));
        }
        if (first.is("USE")) {
            throw new ClientCommandException(
                    line,
                    "USE leads to another database, and what follows would change that one. Leave it out, and the CREATE"
                            + " DATABASE before it; mysqldump writes neither without --databases.");
        }
        return Optional.empty();
    }

    private static String rest(Token first, String script) {
        return script.substring(first.end(), lineEnd(first, script)).strip();
    }

    private static ClientCommand until(Token first, String script, Optional<String> delimiter) {
        return new ClientCommand(delimiter, lineEnd(first, script));
    }

    private static int lineEnd(Token first, String script) {
        int end = script.indexOf('\n', first.end());
        return end < 0 ? script.length() : end;
    }
}

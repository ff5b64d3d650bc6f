package dev.fk.core.dialect;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Words that others have and a server does not understand.
 *
 * @param words as they stand in statements; {@code *} is any one word, {@code ()} all between parentheses, {@code …} the rest of the statement
 * @param fact what is so on this server
 * @param remedy what to write
 * @param instead what takes their place, with the same signs; absent where only people know
 */
@API(status = Status.EXPERIMENTAL)
public record ForeignWord(List<String> words, String fact, String remedy, Optional<String> instead) {
    /** Any one word. */
    public static final String ANY = "*";

    /** Parentheses with all that is in them. */
    public static final String GROUP = "()";

    /** All that comes after. */
    public static final String REST = "…";

    public ForeignWord {
        words = List.copyOf(words);
    }

    public static ForeignWord of(String words, String fact, String remedy) {
        return new ForeignWord(List.of(words.split(" ")), fact, remedy, Optional.empty());
    }

    public static ForeignWord leftOut(String words, String fact) {
        return new ForeignWord(List.of(words.split(" ")), fact, "Leave it out.", Optional.of(""));
    }

    public static ForeignWord replaced(String words, String fact, String instead) {
        return new ForeignWord(List.of(words.split(" ")), fact, "Write what it is called here.", Optional.of(instead));
    }
}

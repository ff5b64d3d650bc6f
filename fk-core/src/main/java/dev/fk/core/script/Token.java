package dev.fk.core.script;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A word, name, string or sign of a statement.
 *
 * @param text names without their quotes and as the server reads them; everything else as it is written
 * @param start where it begins in the statement
 * @param end where what follows begins
 */
@API(status = Status.INTERNAL)
public record Token(Kind kind, String text, String written, int start, int end) {
    /** What it is. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        SIGN,
        END
    }

    public boolean is(String keyword) {
        return kind == Kind.WORD && written.equalsIgnoreCase(keyword);
    }

    public boolean isSign(String sign) {
        return kind == Kind.SIGN && written.equals(sign);
    }

    public boolean isName() {
        return kind == Kind.QUOTED_NAME || (kind == Kind.WORD && !Character.isDigit(written.charAt(0)));
    }

    public String keyword() {
        return kind == Kind.WORD ? written.toUpperCase(Locale.ROOT) : "";
    }
}

package dev.fk.core.explain;

import java.util.Locale;

/**
 * A word, name, string or sign of a statement.
 *
 * @param text names without their quotes and as the server reads them; everything else as it is written
 * @param start where it begins in the statement
 * @param end where what follows begins
 */
record Token(Kind kind, String text, String written, int start, int end) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        SIGN,
        END
    }

    boolean is(String keyword) {
        return kind == Kind.WORD && written.equalsIgnoreCase(keyword);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && written.equals(sign);
    }

    boolean isName() {
        return kind == Kind.QUOTED_NAME || (kind == Kind.WORD && !Character.isDigit(written.charAt(0)));
    }

    String keyword() {
        return kind == Kind.WORD ? written.toUpperCase(Locale.ROOT) : "";
    }
}

package dev.fk.core.laws;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What does not hold that should, with the evidence. */
final class LawBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    LawBroken(String text, @Nullable Throwable cause) {
        super(cause == null ? text : text + "\n" + reason(cause), cause);
    }

    /** Of two with the same signature one is probably the other made smaller. */
    String signature() {
        return getMessage().lines().findFirst().orElse("").replaceAll("\\W.*", "") + sqlState(getCause());
    }

    private static String sqlState(@Nullable Throwable cause) {
        return cause == null
                ? ""
                : cause instanceof SQLException sql
                        ? sql.getSQLState() + sql.getErrorCode()
                        : sqlState(cause.getCause());
    }

    private static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return root + (root == cause ? "" : "\n" + cause.getMessage());
    }
}

package dev.fk.core.source;

import dev.fk.core.script.ScriptStatement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A transaction that a script begins and does not end: with its connection, what was done in it is gone, without a word. */
final class LostTransaction {
    private static final Pattern BEGINS = pattern("BEGIN(?!\\s+(NOT\\s+)?ATOMIC)|START\\s+TRANSACTION");
    private static final Pattern ENDS = pattern("COMMIT|END|ROLLBACK(?!\\s+(WORK\\s+|TRANSACTION\\s+)?TO)");
    private static final Pattern DDL = pattern("CREATE|ALTER|DROP|TRUNCATE|RENAME|LOCK");

    private LostTransaction() {}

    /**
     * The statement that begins it.
     *
     * @param transactionalDdl whether DDL is part of a transaction, or ends it
     */
    static Optional<ScriptStatement> of(List<ScriptStatement> statements, boolean transactionalDdl) {
        Optional<ScriptStatement> open = Optional.empty();
        for (ScriptStatement statement : statements) {
            String text = statement.sql().text();
            if (BEGINS.matcher(text).lookingAt()) {
                open = Optional.of(statement);
            } else if (ENDS.matcher(text).lookingAt()
                    || (!transactionalDdl && DDL.matcher(text).lookingAt())) {
                open = Optional.empty();
            }
        }
        return open;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile("(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}

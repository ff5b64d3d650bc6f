package dev.fk.core.cli;

import java.util.function.Supplier;

/** The command was not understood; nothing was done. */
final class UsageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    private UsageException(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }

    /** What an argument that was refused stands for here: the user's mistake. */
    static <T> T unlessRight(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException refused) {
            throw new UsageException(refused);
        }
    }
}

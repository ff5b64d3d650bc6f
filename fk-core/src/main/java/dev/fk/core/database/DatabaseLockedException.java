package dev.fk.core.database;

import dev.fk.core.dialect.LockHolder;
import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Somebody else is changing the database; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class DatabaseLockedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient LockHolder holder;

    DatabaseLockedException(Database database, Duration patience, LockHolder holder) {
        super("Another process is changing this database, and has not finished within " + seconds(patience)
                + ". Nothing was executed.\n"
                + "  lock: " + holder.description() + "\n"
                + "  fix : let it finish, wait longer, or end it: " + holder.ending() + "\n"
                + "  db  : " + database);
        this.holder = holder;
    }

    public LockHolder holder() {
        return holder;
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }
}

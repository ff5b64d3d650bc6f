package dev.fk.core.dialect;

import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a table says which collation its columns have that say none. */
@API(status = Status.EXPERIMENTAL)
public interface TableCollation {
    /** Whether these options of a declared table say one, or a character set. */
    boolean isSaidBy(Options declared);

    /** These options of a declared table, which say none, with one. */
    Options with(Options declared, String collation);

    /** The one of a canonical table; its database's, if it has none of its own. */
    String of(Table canonical);

    default boolean isOwn(Table canonical) {
        return !of(canonical).equals(of(canonical.withOptions(Options.none())));
    }
}

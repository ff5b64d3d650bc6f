package dev.fk.core.dialect;

import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A view, trigger, routine or event that the server keeps when what it uses goes, and that fails from then on. Whether it uses
 * something is told from its text, which is a guess: a mention may be of something else of that name.
 */
@API(status = Status.EXPERIMENTAL)
public interface Onlooker {
    /** What it is, for people: {@code view active_users}, {@code trigger users_bi}. */
    String describe();

    /** By which name others select from it; absent for what is no view. */
    default Optional<QualifiedName> relation() {
        return Optional.empty();
    }

    /** Whether the server drops it with this table, so that it cannot fail. */
    boolean goesWith(QualifiedName table);

    /** Whether its text names this table. */
    boolean mentions(QualifiedName table);

    /** Whether its text names this column, as far as can be told of this table. */
    boolean mentions(QualifiedName table, String column);
}

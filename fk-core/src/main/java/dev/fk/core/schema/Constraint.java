package dev.fk.core.schema;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a table's definition lists beside its columns and a server gives a name: keys, foreign keys, checks, exclusions
 * and, because they share namespace and life cycle, indexes. An absent name means that the server decides.
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface Constraint permits PrimaryKey, UniqueKey, ForeignKey, Check, Exclusion, Index {
    Optional<String> name();

    Constraint withName(Optional<String> other);

    <R> R accept(Visitor<R> visitor);

    /** One method per kind. */
    interface Visitor<R> {
        R primaryKey(PrimaryKey constraint);

        R uniqueKey(UniqueKey constraint);

        R foreignKey(ForeignKey constraint);

        R check(Check constraint);

        R exclusion(Exclusion constraint);

        R index(Index index);
    }
}

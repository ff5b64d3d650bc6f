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

    /**
     * Whether the two cannot have the same name in one table. On no server does an index keep a foreign key or a check from
     * having its name (PostgreSQL 18.6, MySQL 9.7.4, MariaDB 11.8.9).
     */
    default boolean sharesNamesWith(Constraint other) {
        return !(this instanceof Index && other.isRule()) && !(other instanceof Index && isRule());
    }

    private boolean isRule() {
        return this instanceof ForeignKey || this instanceof Check;
    }

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

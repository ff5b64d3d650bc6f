package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An account that a statement needs and the server does not have: a role of PostgreSQL, a user of MySQL and MariaDB.
 *
 * @param fact what needs it, without a full stop
 * @param remedy what to do about it, a sentence
 * @param creates the statements after which the refused one succeeds; none if the account needs rights that only people know
 */
@API(status = Status.EXPERIMENTAL)
public record MissingAccount(String fact, String remedy, List<Sql> creates) {
    public MissingAccount {
        creates = List.copyOf(creates);
    }
}

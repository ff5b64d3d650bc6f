package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A glance at a database, and at what others have done on its server.
 *
 * @param others what they have done; see {@link MySqlWitness}
 */
record MySqlLook(MySqlGlance glance, Optional<Long> others) {
    static MySqlLook at(
            MySqlWitness witness, Connection connection, String database, Set<Long> ours, MySqlTraces traces)
            throws SQLException {
        MySqlWitness.Stamp stamp = witness.now();
        MySqlGlance glance = MySqlGlance.of(
                MySqlAnswers.to(connection, MySqlGlance.questions(database, traces)), database, ours, traces);
        return new MySqlLook(glance, witness.others(stamp, glance.statements()));
    }

    /** What a later look can go by: not if somebody may just be doing it. */
    Optional<Long> baseline() {
        return glance.busy() ? Optional.empty() : others;
    }
}

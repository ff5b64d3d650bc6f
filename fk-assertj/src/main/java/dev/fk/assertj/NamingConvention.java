package dev.fk.assertj;

import dev.fk.assertj.error.TemplateName;
import dev.fk.core.model.Conventions;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How constraints and indexes are to be called. A name that is too long for the server is compared as fk shortens it.
 */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface NamingConvention {
    /** The name of a constraint or index of a table; the name it bears is not looked at. */
    String nameOf(QualifiedName table, Constraint constraint);

    /** The names of {@link Conventions#withExplicitNames()}: {@code chat_participantNo_participant_fk}. */
    static NamingConvention explicitNames() {
        return (table, constraint) -> constraint.accept(new ExplicitName(table));
    }

    /**
     * A name with places in it: <code>{table}</code>, <code>{columns}</code> (joined by underscores), <code>{referenced}</code>
     * (the table a foreign key references) and <code>{kind}</code> ({@code pk}, {@code uk}, {@code fk}, {@code ck}, {@code ex},
     * {@code ix}): {@code "fk_{table}_{columns}"}.
     *
     * @throws IllegalArgumentException if there is no such place, when asserted: if the constraint has nothing to put there
     */
    static NamingConvention of(String template) {
        TemplateName.check(template);
        return (table, constraint) -> new TemplateName(template, table).of(constraint);
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.NameRules;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Table;
import java.util.Set;

/**
 * The names PostgreSQL makes, {@code ChooseRelationName} of its source: table, columns and a word, shortened to fit, and a
 * number where that is taken: {@code chat_participantNo_fkey1}.
 */
enum PostgreSqlNames implements NameRules {
    INSTANCE;

    /** {@code pg_get_keywords()} of PostgreSQL 18, categories R and T. */
    private static final Set<String> RESERVED =
            Set.copyOf(Resource.text("reserved.txt").lines().toList());

    @Override
    public Origin origin(Table table, Constraint constraint) {
        return constraint
                .name()
                .map(n -> constraint.accept(new GeneratedName(table, n)))
                .orElse(Origin.DECLARED);
    }

    @Override
    public boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    @Override
    public String fateOfLongNames() {
        return "PostgreSQL cuts off what is longer, with a notice (42622) and no error";
    }
}

package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.NameRules;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names PostgreSQL makes, {@code ChooseRelationName} of its source: table, columns and a word, shortened to fit, and a
 * number where that is taken: {@code chat_participantNo_fkey1}.
 */
enum PostgreSqlNames implements NameRules, Constraint.Visitor<String> {
    INSTANCE;

    /** {@code pg_get_keywords()} of PostgreSQL 18, categories R and T. */
    private static final Set<String> RESERVED =
            Set.copyOf(Resource.text("reserved.txt").lines().toList());

    @Override
    public Origin origin(Table table, Constraint constraint) {
        String name = constraint.name().orElse("");
        String word = constraint.accept(this);
        boolean begins = sharesBeginning(table.name().name(), name);
        if (begins && name.endsWith("_" + word)) {
            return Origin.DERIVED;
        }
        return begins && Pattern.matches("(?s).*_" + word + "\\d+", name) ? Origin.COUNTED : Origin.DECLARED;
    }

    /** The table's name may have been cut, too. */
    private static boolean sharesBeginning(String table, String name) {
        return name.startsWith(table + "_")
                || (name.length() >= Identifiers.MAX_BYTES - 1
                        && name.startsWith(table.substring(0, Math.min(table.length(), Identifiers.MAX_BYTES / 3))));
    }

    @Override
    public boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    @Override
    public String fateOfLongNames() {
        return "PostgreSQL cuts off what is longer, with a notice (42622) and no error";
    }

    @Override
    public String primaryKey(PrimaryKey constraint) {
        return "pkey";
    }

    @Override
    public String uniqueKey(UniqueKey constraint) {
        return "key";
    }

    @Override
    public String foreignKey(ForeignKey constraint) {
        return "fkey";
    }

    @Override
    public String check(Check constraint) {
        return "check";
    }

    @Override
    public String exclusion(Exclusion constraint) {
        return "excl";
    }

    @Override
    public String index(Index index) {
        return "idx";
    }

}

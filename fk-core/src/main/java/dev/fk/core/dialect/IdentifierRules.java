package dev.fk.core.dialect;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which names a server takes for one and the same.
 *
 * @param tables whether names of tables are compared with case
 * @param columns whether names of columns are
 * @param constraints whether names of constraints and indexes are
 * @param unquoted what becomes of a name that is written without quotes, to explain one that is found in another case;
 *     empty if it stays as it is
 */
@API(status = Status.EXPERIMENTAL)
public record IdentifierRules(Case tables, Case columns, Case constraints, String unquoted) {
    /** Whether case is part of a name. */
    @API(status = Status.EXPERIMENTAL)
    public enum Case {
        COUNTS,
        IGNORED;

        /** The one of these names that the server takes for this one. */
        public Optional<String> find(String name, Collection<String> names) {
            return names.contains(name)
                    ? Optional.of(name)
                    : names.stream()
                            .filter(n -> this == IGNORED && n.equalsIgnoreCase(name))
                            .findFirst();
        }

        /** What is equal for two names that are one and the same. */
        public String key(String name) {
            return this == IGNORED ? name.toLowerCase(Locale.ROOT) : name;
        }

        /** The name as it is spelt among these, or as it is if the server knows no such name there. */
        public String asSpelt(String name, Collection<String> names) {
            return find(name, names).orElse(name);
        }
    }

    /** Case counts everywhere, as in standard SQL between double quotes. */
    public static IdentifierRules caseCounts(String unquoted) {
        return new IdentifierRules(Case.COUNTS, Case.COUNTS, Case.COUNTS, unquoted);
    }
}

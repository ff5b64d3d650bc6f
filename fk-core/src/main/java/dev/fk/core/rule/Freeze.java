package dev.fk.core.rule;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Holds a rule only against what is new, for a schema that breaks it already: what is there when a rule is frozen is written
 * into a text file of the source tree, and what goes from the schema goes from the file. So the file only ever shrinks.
 *
 * <pre>{@code
 * Path store = Path.of("src/test/resources/frozen/{dialect}.txt");
 * assertThat(schema()).obeys(Freeze.frozen(Rules.foreignKeysAreIndexed(), store));
 * }</pre>
 *
 * Where {@code CI} is {@code true}, or with {@code -Dfk.freeze.update=false}, nothing is written: a missing file, or a rule
 * that is not in it, fails there and says what to do. {@code -Dfk.freeze.update=true} freezes again whatever is there;
 * not in CI. A file belongs to one kind of server; {@code {dialect}} in its name stands for {@code postgresql}, {@code mysql}
 * or {@code mariadb}.
 */
@API(status = Status.EXPERIMENTAL)
public final class Freeze {
    static final String UPDATE = "fk.freeze.update";

    private Freeze() {}

    /** What may be done to a file. */
    enum Mode {
        /** Nothing. */
        READ,
        /** What is not there is created, and what is gone is taken out. */
        SHRINK,
        /** Everything is written anew. */
        REPLACE;

        static Mode of(Map<String, String> environment, Optional<String> property) {
            boolean ci = "true".equalsIgnoreCase(environment.getOrDefault("CI", ""));
            String update = property.orElse("").strip().toLowerCase(Locale.ROOT);
            if (ci || update.equals("false")) {
                return READ;
            }
            return update.equals("true") ? REPLACE : SHRINK;
        }
    }

    /** The rule, as far as it is broken by something that the file does not know. */
    public static Rule frozen(Rule rule, Path store) {
        return frozen(rule, store, mode());
    }

    /** All of them, in one file. */
    public static RuleSet frozen(RuleSet rules, Path store) {
        return rules.map(r -> frozen(r, store));
    }

    static Rule frozen(Rule rule, Path store, Mode mode) {
        return rule.since((violations, target) -> new FreezeStore(store, target, mode).onlyNew(rule, violations));
    }

    private static Mode mode() {
        return Mode.of(System.getenv(), Optional.ofNullable(System.getProperty(UPDATE)));
    }
}

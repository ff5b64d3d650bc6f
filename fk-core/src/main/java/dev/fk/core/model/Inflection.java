package dev.fk.core.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Plural and singular as Sequelize 6 forms them: rules on the whole name, whatever its case, the first match wins.
 */
@API(status = Status.INTERNAL)
public final class Inflection {
    private static final Set<String> UNCOUNTABLE = Set.of(InflectionRules.UNCOUNTABLE.split("\\s+"));
    private static final Direction PLURAL = Direction.of(InflectionRules.PLURAL_ALREADY, InflectionRules.TO_PLURAL);
    private static final Direction SINGULAR =
            Direction.of(InflectionRules.SINGULAR_ALREADY, InflectionRules.TO_SINGULAR);

    private Inflection() {}

    static String pluralize(String word) {
        return PLURAL.apply(word);
    }

    public static String singularize(String word) {
        return SINGULAR.apply(word);
    }

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String line) {
            int arrow = line.indexOf('→');
            return new Rule(Inflection.pattern(line.substring(0, arrow)), line.substring(arrow + 1));
        }
    }

    private record Direction(List<Pattern> already, List<Rule> rules) {
        static Direction of(String already, String rules) {
            return new Direction(
                    Stream.of(already.split("\\s+")).map(Inflection::pattern).toList(),
                    Stream.of(rules.split("\\s+")).map(Rule::of).toList());
        }

        String apply(String word) {
            if (UNCOUNTABLE.contains(word.toLowerCase(Locale.ROOT))
                    || already.stream().anyMatch(p -> p.matcher(word).find())) {
                return word;
            }
            for (Rule rule : rules) {
                Matcher matcher = rule.pattern.matcher(word);
                if (matcher.find()) {
                    return matcher.replaceFirst(rule.replacement);
                }
            }
            return word;
        }
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}

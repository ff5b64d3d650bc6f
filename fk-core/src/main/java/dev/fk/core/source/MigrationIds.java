package dev.fk.core.source;

import dev.fk.core.migration.Migration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with the ids of fk's own migrations: two that are equal, and numbers that texts sort otherwise. */
final class MigrationIds {
    private static final Pattern NUMBER = Pattern.compile("^(\\d+).*", Pattern.DOTALL);

    private MigrationIds() {}

    static List<MigrationProblem> problems(List<Migration> migrations) {
        List<MigrationProblem> problems = new ArrayList<>(twice(migrations));
        List<Migration> sorted =
                migrations.stream().sorted(Comparator.comparing(Migration::id)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            misplaced(sorted.get(i - 1), sorted.get(i)).ifPresent(problems::add);
        }
        return problems;
    }

    private static List<MigrationProblem> twice(List<Migration> migrations) {
        Map<String, Migration> first = new TreeMap<>();
        List<MigrationProblem> problems = new ArrayList<>();
        for (Migration migration : migrations) {
            Migration other = first.putIfAbsent(migration.id(), migration);
            if (other != null) {
                problems.add(new MigrationProblem(
                        migration.getClass().getName(),
                        "its id " + migration.id() + " is also that of "
                                + other.getClass().getName() + ". Give each one of its own."));
            }
        }
        return problems;
    }

    private static Optional<MigrationProblem> misplaced(Migration before, Migration after) {
        Optional<BigInteger> first = number(before);
        Optional<BigInteger> second = number(after);
        boolean wrong = first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) > 0;
        return wrong
                ? Optional.of(
                        new MigrationProblem(
                                before.getClass().getName(),
                                "its id " + before.id() + " comes before " + after.id()
                                        + ", because ids are in the order of texts. Write the numbers with equally many digits."))
                : Optional.empty();
    }

    private static Optional<BigInteger> number(Migration migration) {
        Matcher matcher = NUMBER.matcher(migration.id());
        return matcher.matches() ? Optional.of(new BigInteger(matcher.group(1))) : Optional.empty();
    }
}

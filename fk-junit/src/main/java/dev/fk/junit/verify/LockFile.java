package dev.fk.junit.verify;

import dev.fk.core.schema.Nearest;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The migrations that are out, with their checksums, in their order. */
record LockFile(String location) {
    private static final String HEADING = "# Migrations and their checksums, in the order in which they run;"
            + " written by tests with -Dfk.update.\n";

    List<MigrationProblem> problems(List<MigrationStep> all) {
        List<MigrationStep> steps =
                all.stream().filter(s -> !s.checksum().isEmpty()).toList();
        TextFile file = new TextFile(location);
        if (TextFile.isUpdate()) {
            file.write(HEADING
                    + steps.stream()
                            .map(s -> s.checksum() + " " + s.name() + "\n")
                            .collect(Collectors.joining()));
            return List.of();
        }
        return file.read()
                .map(text -> compare(locked(text), steps))
                .orElseGet(() -> List.of(new MigrationProblem(
                        location, "there is no such lock file. Run the tests with -Dfk.update, which writes it.")));
    }

    /** Checksums by names. */
    private static Map<String, String> locked(String text) {
        Map<String, String> locked = new LinkedHashMap<>();
        text.lines()
                .filter(l -> !l.startsWith("#") && l.indexOf(' ') > 0)
                .forEach(l -> locked.put(l.substring(l.indexOf(' ') + 1), l.substring(0, l.indexOf(' '))));
        return locked;
    }

    private List<MigrationProblem> compare(Map<String, String> locked, List<MigrationStep> steps) {
        List<MigrationProblem> problems = new ArrayList<>();
        List<String> names = steps.stream().map(MigrationStep::name).toList();
        List<String> fresh = names.stream().filter(n -> !locked.containsKey(n)).toList();
        locked.keySet().stream()
                .filter(n -> !names.contains(n))
                .forEach(n -> problems.add(new MigrationProblem(
                        location,
                        n + " is not among the migrations any longer" + Nearest.endOfSentence(n, fresh)
                                + " Databases that have run it miss it: give it back its name, or write a new"
                                + " migration.")));
        for (int i = 0; i < steps.size(); i++) {
            problem(steps.get(i), names.subList(i + 1, names.size()), locked).forEach(problems::add);
        }
        return problems;
    }

    private List<MigrationProblem> problem(MigrationStep step, List<String> later, Map<String, String> locked) {
        List<MigrationProblem> problems = new ArrayList<>();
        String checksum = locked.get(step.name());
        if (checksum == null) {
            List<String> lockedLater =
                    later.stream().filter(locked::containsKey).toList();
            problems.add(new MigrationProblem(
                    step.place(),
                    lockedLater.isEmpty()
                            ? step.name() + " is not in " + location
                                    + " yet. Run the tests with -Dfk.update, which adds it."
                            : step.name() + " is new, but " + lockedLater.get(lockedLater.size() - 1)
                                    + ", which comes after it, is in " + location
                                    + " and may have run: out of order. Give it a version that comes last."));
        } else if (!checksum.equals(step.checksum())) {
            problems.add(new MigrationProblem(
                    step.place(),
                    step.name() + " was edited: its checksum is " + step.checksum() + ", in " + location + " it is "
                            + checksum + ". Databases that have run it keep what it did before; take the edit back, and"
                            + " write a new migration for what it was to change."));
        }
        return problems;
    }
}

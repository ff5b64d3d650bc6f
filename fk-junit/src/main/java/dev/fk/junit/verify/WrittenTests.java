package dev.fk.junit.verify;

import dev.fk.core.schema.DialectId;
import dev.fk.core.source.DialectWord;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.MigrationStep;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** What is known of migrations without running them; a test for each that is written, and for each file that is none. */
record WrittenTests(MigrationSet set, DialectId server, Verification verification) {
    Iterator<DynamicTest> tests() {
        List<MigrationProblem> problems = new ArrayList<>(set.problems());
        Map<String, List<MigrationProblem>> tests = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            List<MigrationStep> steps = set.written();
            steps.forEach(s -> tests.put(s.name(), new ArrayList<>()));
            verification.lock().ifPresent(l -> problems.addAll(locked(l, steps)));
        }
        problems.forEach(
                p -> tests.computeIfAbsent(name(p), n -> new ArrayList<>()).add(p));
        List<DynamicTest> all = new ArrayList<>();
        tests.forEach((name, found) -> all.add(DynamicTest.dynamicTest(name, () -> refuse(found))));
        return all.iterator();
    }

    /** A file for each kind of server, or one for all. */
    private List<MigrationProblem> locked(String location, List<MigrationStep> steps) {
        return DialectWord.isIn(location)
                ? new LockFile(DialectWord.fill(location, server)).problems(set.written(server))
                : new LockFile(location).problems(steps);
    }

    private static void refuse(List<MigrationProblem> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionFailedError(
                    problems.stream().map(MigrationProblem::toString).collect(Collectors.joining("\n")));
        }
    }

    /** The file without folders and line, or the class without packages. */
    private static String name(MigrationProblem problem) {
        String place = problem.place().replaceFirst(":[\\d, ]+$", "");
        String file = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
        return file.equals(place) && file.matches("([a-z_][\\w]*\\.)+[A-Z][\\w$]*")
                ? file.substring(file.lastIndexOf('.') + 1)
                : file;
    }
}

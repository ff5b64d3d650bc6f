package dev.fk.junit.flyway;

import dev.fk.core.source.Fingerprint;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The files of migrations as they lie there, by Flyway's rules for their names, which Flyway itself keeps only when it has a
 * database: it passes over a file that is named otherwise, without a word.
 */
record WrittenMigrations(List<MigrationFile> files, NamingRules rules) {
    private record Versioned(MigrationVersion version, MigrationFile file) {}

    /** In the order in which Flyway would run them; repeatable ones, which are there to be edited, have no checksum. */
    List<MigrationStep> steps() {
        List<MigrationStep> steps = new ArrayList<>();
        versioned().stream()
                .sorted(Comparator.comparing(Versioned::version))
                .forEach(v -> steps.add(step(v.version().getVersion(), v.file())));
        files.stream()
                .filter(f -> rules.isRepeatable(f.fileName()))
                .sorted(Comparator.comparing(MigrationFile::fileName))
                .forEach(f -> steps.add(new MigrationStep(f.fileName(), f.fileName(), f.place(), "")));
        return steps;
    }

    private static MigrationStep step(String id, MigrationFile file) {
        // compilers write the same class in more than one way
        String checksum = file.fileName().endsWith(".class") ? "class" : Fingerprint.of(List.of(file.content()));
        return new MigrationStep(id, file.fileName(), file.place(), checksum);
    }

    List<MigrationProblem> problems() {
        List<MigrationProblem> problems = new ArrayList<>();
        for (MigrationFile file : files) {
            rules.objection(file.fileName()).ifPresent(o -> problems.add(new MigrationProblem(file.place(), o)));
        }
        SortedMap<MigrationVersion, MigrationFile> first = new TreeMap<>();
        for (Versioned versioned : versioned()) {
            MigrationFile other = first.putIfAbsent(versioned.version(), versioned.file());
            if (other != null) {
                problems.add(new MigrationProblem(versioned.file().place(), twice(versioned.version(), other)));
            }
        }
        return problems;
    }

    private static String twice(MigrationVersion version, MigrationFile other) {
        return "version " + version + " is also that of " + other.place()
                + ", and Flyway runs neither. Give the one that has run nowhere yet the next version.";
    }

    private List<Versioned> versioned() {
        List<Versioned> versioned = new ArrayList<>();
        for (MigrationFile file : files) {
            Optional<MigrationVersion> version = rules.version(file.fileName());
            version.ifPresent(v -> versioned.add(new Versioned(v, file)));
        }
        return versioned;
    }
}

package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.generate.DifferenceWriter;
import dev.fk.core.generate.JavaText;
import dev.fk.core.generate.MigrationClass;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.sync.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migration:create",
        aliases = "migration:generate",
        description = "Writes a new migration, empty or from the differences between models and database.",
        mixinStandardHelpOptions = true)
final class MigrationCreate implements Callable<Integer> {
    /** What the source uses itself, and so cannot be called. */
    private static final Set<String> TAKEN = Set.of("Migration", "QueryInterface", "String", "Override", "Object");

    private static final int LONGEST = 190;
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Mixin
    private ModelOptions models;

    @Option(
            names = "--name",
            paramLabel = "WORDS",
            required = true,
            description = "what it does: add-area_id-in-users; the time is put before it")
    private String name = "";

    @Option(names = "--from-diff", description = "what would bring the database in line with the models")
    private boolean fromDiff;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "the package of the class (fk.package; else that of the migrations)")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            description = "the root of the sources (fk.sources; else src/main/java, or src/test/java)")
    private Optional<Path> sources = Optional.empty();

    MigrationCreate(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
        this.models = new ModelOptions(console);
    }

    @Override
    public Integer call() {
        String id = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                        .withZone(ZoneOffset.UTC)
                        .format(console.clock().instant())
                + "-" + name;
        String className = className();
        if (id.length() > LONGEST) {
            throw new UsageException("The id of a migration has at most " + LONGEST + " characters, but " + id + " has "
                    + id.length() + ".");
        }
        Path file = file(className);
        Optional<MigrationClass> written =
                fromDiff ? difference(className, id) : Optional.of(MigrationClass.skeleton(inPackage(), className, id));
        if (written.isEmpty()) {
            console.line("Nothing to write: the database is as the models say.");
            return 0;
        }
        write(file, written.get().source());
        console.line("written: " + console.directory().relativize(file));
        listedBy().ifPresent(source -> console.line("Add it to " + source + ": new " + className + "()"));
        return 0;
    }

    private Optional<MigrationClass> difference(String className, String id) {
        Models declared = models.models();
        Database database = target.database();
        Sync sync = Sync.alter();
        ChangeSet changes = sync.differences(declared, database);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        List<String> risks = sync.plan(declared, database).steps().stream()
                .filter(s -> s.assessment().risk() != Risk.SAFE)
                .map(s -> s.assessment().risk() + ": " + s.assessment().reason())
                .distinct()
                .toList();
        DifferenceWriter writer =
                new DifferenceWriter(database.read().schema(), database::canonical, database.dialect()::parents);
        return Optional.of(writer.write(inPackage(), className, id, changes, risks));
    }

    private String className() {
        String derived = JavaText.className(name);
        if (derived.isEmpty()) {
            throw new UsageException("The name of a migration needs a letter; --name is \"" + name + "\".");
        }
        return TAKEN.contains(derived) || DifferenceWriter.isTaken(derived) ? derived + "Migration" : derived;
    }

    private Path file(String className) {
        Path file = root().resolve(inPackage().replace('.', '/')).resolve(className + ".java");
        if (Files.exists(file)) {
            throw new UsageException(console.directory().relativize(file)
                    + " is there already. Say what this one does in" + " other words.");
        }
        return file;
    }

    private Path root() {
        Path main = Path.of("src", "main", "java");
        Path test = Path.of("src", "test", "java");
        boolean onlyTests = !Files.isDirectory(console.directory().resolve(main))
                && Files.isDirectory(console.directory().resolve(test));
        return console.directory()
                .resolve(sources.or(() -> console.setting(Settings.SOURCES).map(Path::of))
                        .orElse(onlyTests ? test : main));
    }

    private String inPackage() {
        String chosen = packageName
                .or(() -> console.setting(Settings.PACKAGE))
                .or(this::packageOfMigrations)
                .orElseThrow(() -> new UsageException("In which package? Say --package com.acme.migrations, or put"
                        + " fk.migrations=com.acme.migrations into fk.properties."));
        if (!JavaText.isPackage(chosen)) {
            throw new UsageException("\"" + chosen + "\" is not the name of a package.");
        }
        return chosen;
    }

    private Optional<String> packageOfMigrations() {
        return migrations.names().stream()
                .map(n ->
                        Loaded.onClassPath().type(n).map(Class::getPackageName).orElse(n))
                .findFirst();
    }

    /** A class with a list that the new one has to be in. */
    private Optional<String> listedBy() {
        List<String> names = migrations.names();
        return names.contains(inPackage())
                ? Optional.empty()
                : names.stream()
                        .filter(n -> Loaded.onClassPath().type(n).isPresent())
                        .findFirst();
    }

    private static void write(Path file, String source) {
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
        }
    }
}

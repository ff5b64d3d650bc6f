package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.generate.AssertionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:assertions",
        description = "Writes a test class that holds the tables of the database as they are.",
        mixinStandardHelpOptions = true)
final class DbAssertions implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "the package of the class (fk.package; none if it is not said)")
    private Optional<String> packageName = Optional.empty();

    @Option(names = "--class", paramLabel = "NAME", description = "what the class is called (default: SchemaTest)")
    private String className = "SchemaTest";

    @Option(
            names = "--with-schema",
            paramLabel = "ATTRIBUTES",
            description = "what stands in its @WithSchema(…); without, it connects to the database itself")
    private Optional<String> attributes = Optional.empty();

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "where the test sources are, such as src/test/java; without, the class is printed")
    private Optional<Path> sources = Optional.empty();

    @Option(names = "--overwrite", description = "also if the file is there")
    private boolean overwrite;

    DbAssertions(Console console) {
        this.console = console;
        this.target = new Target(console);
    }

    @Override
    public Integer call() {
        String name = packageName.or(() -> console.setting(Settings.PACKAGE)).orElse("");
        AssertionWriter writer = writer(name);
        Optional<Path> file = sources.map(s -> console.directory().resolve(s).resolve(name.replace('.', '/')))
                .map(f -> f.resolve(className + ".java"));
        if (file.isPresent() && Files.exists(file.get()) && !overwrite) {
            throw new UsageException(file.get() + " is there already. Say --overwrite to replace it.");
        }
        Database database = target.toLookAt();
        String source = writer.write(database);
        if (file.isEmpty()) {
            console.print(source);
            return 0;
        }
        write(source, file.get());
        int tables = database.read().schema().tables().size();
        console.line("Wrote " + console.directory().relativize(file.get()) + ": " + tables
                + (tables == 1 ? " table of " : " tables of ") + database + ".");
        return 0;
    }

    private static void write(String source, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
        }
    }

    private AssertionWriter writer(String name) {
        try {
            AssertionWriter writer = AssertionWriter.of(name, className);
            return attributes.map(writer::withSchema).orElse(writer);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}

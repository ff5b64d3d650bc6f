package dev.fk.core.cli;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that say where the source of a class goes; a mixin. */
final class WrittenClass {
    private final Console console;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "the package of the class (fk.package; none if it is not said)")
    private Optional<String> packageName = Optional.empty();

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "where the sources are, such as src/test/java; without, the class is printed")
    private Optional<Path> sources = Optional.empty();

    @Option(names = "--overwrite", description = "also if the file is there")
    private boolean overwrite;

    WrittenClass(Console console) {
        this.console = console;
    }

    private String packageName() {
        return packageName.or(() -> console.setting(Settings.PACKAGE)).orElse("");
    }

    /**
     * Writes or prints what is made of the database, which is not asked before it is sure what the class is called and where
     * it goes.
     *
     * @param writer takes the names of the package and of the class, and refuses what is none
     * @throws UsageException if the file is there and is to stay, or a name is refused
     */
    int write(String className, Target target, BiFunction<String, String, Function<Database, String>> writer) {
        Function<Database, String> source = source(className, writer);
        Optional<Path> file = sources.map(s ->
                        console.directory().resolve(s).resolve(packageName().replace('.', '/')))
                .map(f -> f.resolve(className + ".java"));
        if (file.isPresent() && Files.exists(file.get()) && !overwrite) {
            throw new UsageException(file.get() + " is there already. Say --overwrite to replace it.");
        }
        Database database = target.toLookAt();
        String text = source.apply(database);
        if (file.isEmpty()) {
            console.print(text);
            return 0;
        }
        write(text, file.get());
        console.line("Wrote " + console.directory().relativize(file.get()) + " from " + database + ".");
        return 0;
    }

    private Function<Database, String> source(
            String className, BiFunction<String, String, Function<Database, String>> writer) {
        try {
            return writer.apply(packageName(), className);
        } catch (IllegalArgumentException noName) {
            throw new UsageException(String.valueOf(noName.getMessage()));
        }
    }

    private static void write(String source, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
        }
    }
}

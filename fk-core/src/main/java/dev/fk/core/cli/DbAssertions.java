package dev.fk.core.cli;

import dev.fk.core.generate.AssertionWriter;
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
    @Mixin
    private Target target;

    @Mixin
    private WrittenClass written;

    @Option(names = "--class", paramLabel = "NAME", description = "what the class is called (default: SchemaTest)")
    private String className = "SchemaTest";

    @Option(
            names = "--with-schema",
            paramLabel = "ATTRIBUTES",
            description = "what stands in its @WithSchema(…); without, it connects to the database itself")
    private Optional<String> attributes = Optional.empty();

    DbAssertions(Console console) {
        this.target = new Target(console);
        this.written = new WrittenClass(console);
    }

    @Override
    public Integer call() {
        return written.write(className, target, (packageName, name) -> {
            AssertionWriter writer = AssertionWriter.of(packageName, name);
            return attributes.map(writer::withSchema).orElse(writer)::write;
        });
    }
}

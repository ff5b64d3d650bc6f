package dev.fk.core.cli;

import dev.fk.core.generate.ModelWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:models",
        description = "Writes the models of the tables that the database has.",
        mixinStandardHelpOptions = true)
final class DbModels implements Callable<Integer> {
    @Mixin
    private Target target;

    @Mixin
    private WrittenClass written;

    @Option(names = "--class", paramLabel = "NAME", description = "what the class is called (default: SchemaModels)")
    private String className = "SchemaModels";

    @Option(
            names = "--without",
            paramLabel = "TABLE",
            split = ",",
            description = "tables to leave out (default: those in which Flyway and Liquibase keep their books)")
    private List<String> without = List.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

    DbModels(Console console) {
        this.target = new Target(console);
        this.written = new WrittenClass(console);
    }

    @Override
    public Integer call() {
        return written.write(
                className,
                target,
                (packageName, name) -> ModelWriter.of(packageName, name).without(without)::write);
    }
}

package dev.fk.core.cli;

import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Makes commands: whoever wants a {@link Console} in its constructor gets it. */
record Commands(Console console) implements CommandLine.IFactory {
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new Fk(), new Commands(console));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(new Version()));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(Console.WIDTH);
        line.setParameterExceptionHandler((wrong, all) -> Failures.usage(console, wrong));
        line.setExecutionExceptionHandler((failed, command, parsed) -> Failures.failed(command, console, failed));
        return line;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Stream.of(constructor.getParameterTypes())
                    .toList()
                    .equals(Stream.of(Console.class).toList())) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}

package dev.fk.core.cli;

import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Makes commands: whoever wants a {@link Console} in its constructor gets it. */
record Commands(Console console) implements CommandLine.IFactory {
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

package dev.fk.junit;

import dev.fk.core.source.SchemaSource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes schema sources of the classes in an annotation. */
final class Sources {
    private Sources() {}

    static List<SchemaSource> of(List<Class<?>> types) {
        List<SchemaSource> sources = new ArrayList<>();
        for (Class<?> type : types) {
            if (!SchemaSource.class.isAssignableFrom(type)) {
                throw new ExtensionConfigurationException("@WithSchema names " + type.getName()
                        + ", which is no schema source. Let it implement ModelSource or SchemaSource.");
            }
            sources.add(newInstance(type.asSubclass(SchemaSource.class)));
        }
        return sources;
    }

    private static SchemaSource newInstance(Class<? extends SchemaSource> type) {
        if (Modifier.isAbstract(type.getModifiers()) || !hasPlainConstructor(type)) {
            throw new ExtensionConfigurationException("@WithSchema names " + type.getName()
                    + ", which cannot be instantiated. It needs to be a class with a constructor without arguments,"
                    + " and static if it stands inside another.");
        }
        return ReflectionSupport.newInstance(type);
    }

    private static boolean hasPlainConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    }
}
